package io.gatemason.generator.model.service;

import io.gatemason.generator.source.Range;
import io.gatemason.generator.source.ScalarNode;
import java.util.Optional;

/**
 * An API key. Immutable.
 *
 * @param id its identity
 * @param range its name in the template
 * @param name as written, or the logical id
 * @param value what clients send; empty where the template keeps it secret or leaves it to the
 *     service, so that the settings of the gateway must have it
 * @param enabled whether it is accepted; not where the template does not say so
 */
public record ApiKey(
    ResourceId id, Range range, String name, Optional<ScalarNode> value, boolean enabled) {}
