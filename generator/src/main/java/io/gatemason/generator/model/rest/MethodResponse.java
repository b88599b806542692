package io.gatemason.generator.model.rest;

import io.gatemason.generator.source.Range;
import java.util.Map;

/**
 * A public answer of a method.
 *
 * @param statusCode three digits
 * @param range the status code's key
 * @param headers declared header names as written, with their place
 */
public record MethodResponse(String statusCode, Range range, Map<String, Range> headers) {}
