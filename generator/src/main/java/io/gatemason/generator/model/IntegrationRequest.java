package io.gatemason.generator.model;

import io.gatemason.generator.source.ScalarNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The backend side of a request.
 *
 * @param parameters in document order
 * @param templates by MIME type without parameters, in document order
 * @param passthroughBehavior what happens when no template fits
 * @param contentHandling conversion of the body
 * @param cacheKeyParameters names of parameters that make up the cache key
 * @param cacheNamespace empty for the resource's own
 * @param selection what selects the template in a WebSocket API; by media type without
 */
public record IntegrationRequest(
    List<ParameterMapping> parameters,
    Map<String, MappingTemplate> templates,
    PassthroughBehavior passthroughBehavior,
    Optional<ContentHandling> contentHandling,
    List<ScalarNode> cacheKeyParameters,
    Optional<String> cacheNamespace,
    Optional<SelectionExpression> selection) {}
