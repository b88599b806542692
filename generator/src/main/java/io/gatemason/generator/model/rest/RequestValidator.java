package io.gatemason.generator.model.rest;

import io.gatemason.generator.source.Range;

/**
 * Which parts of a request are validated.
 *
 * @param name its key in {@code x-amazon-apigateway-request-validators}
 * @param range where the method (or the document) names it
 * @param body whether the body is validated
 * @param parameters whether required parameters are
 */
public record RequestValidator(String name, Range range, boolean body, boolean parameters) {}
