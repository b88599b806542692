package io.gatemason.generator.model.rest;

import io.gatemason.generator.model.ParameterMapping;
import io.gatemason.generator.source.Range;
import io.gatemason.generator.source.ScalarNode;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * A customised answer of the gateway itself.
 *
 * @param type which
 * @param range its key
 * @param statusCode empty for the original one
 * @param parameters header mappings in document order
 * @param templates by MIME type in document order; plain substitution, no VTL
 */
public record GatewayResponse(
    GatewayResponseType type,
    Range range,
    OptionalInt statusCode,
    List<ParameterMapping> parameters,
    Map<String, ScalarNode> templates) {}
