package io.gatemason.runtime.traffic;

/**
 * A method of a stage, or what no method of it answered.
 *
 * @param apiId the API's id
 * @param stage the stage's name, "" for an API without stages
 * @param httpMethod the declared verb, "" where no method was found
 * @param resourcePath the resource, or the key of a route; "" where no method was found
 */
public record MethodKey(String apiId, String stage, String httpMethod, String resourcePath) {}
