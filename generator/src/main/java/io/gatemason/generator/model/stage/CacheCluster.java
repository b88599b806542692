package io.gatemason.generator.model.stage;

import io.gatemason.generator.source.Placed;
import io.gatemason.generator.source.Range;
import java.util.Optional;

/**
 * The response cache of a stage. Immutable.
 *
 * @param range where it is switched on
 * @param sizeGigabytes as written, such as {@code 0.5}; empty where it is left to the gateway
 */
public record CacheCluster(Range range, Optional<Placed<String>> sizeGigabytes) {}
