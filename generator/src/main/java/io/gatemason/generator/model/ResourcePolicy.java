package io.gatemason.generator.model;

import io.gatemason.generator.source.ObjectNode;

/**
 * The policy attached to an API.
 *
 * @param document the policy as written
 */
public record ResourcePolicy(ObjectNode document) {}
