package io.gatemason.generator.model;

import io.gatemason.generator.source.Range;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How an answer of the backend becomes one of the method.
 *
 * @param selectionPattern empty for the default response
 * @param range the pattern's key
 * @param statusCode the method response's status
 * @param parameters header mappings in document order
 * @param templates by MIME type, in document order
 * @param contentHandling conversion of the body
 * @param selection what selects the template in a WebSocket API; by media type without
 */
public record IntegrationResponse(
    Optional<SelectionPattern> selectionPattern,
    Range range,
    String statusCode,
    List<ParameterMapping> parameters,
    Map<String, MappingTemplate> templates,
    Optional<ContentHandling> contentHandling,
    Optional<SelectionExpression> selection) {}
