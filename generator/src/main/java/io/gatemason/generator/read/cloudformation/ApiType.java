package io.gatemason.generator.read.cloudformation;

import io.gatemason.generator.model.Api;

/**
 * A type of resource that declares an API.
 *
 * @param kind the kind of API, unless a property of the resource says another
 * @param body the property that may have the API's document
 */
public record ApiType(Api.Kind kind, String body) {}
