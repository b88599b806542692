package io.gatemason.runtime.stage;

import java.util.Map;
import java.util.TreeMap;

/**
 * A canary release of a stage. Immutable; every method that says more gives a new one. Source:
 * {@code docs/behaviour/clients.md#canaries}.
 *
 * @param percentTraffic its share of the requests, from 0 to 100
 * @param overrides stage variables that it has instead of, or besides, those of the stage
 * @param useStageCache whether it uses the cache of the stage
 */
public record Canary(double percentTraffic, Map<String, String> overrides, boolean useStageCache) {

  /** Refuses shares that are none. */
  public Canary {
    if (!(percentTraffic >= 0 && percentTraffic <= 100)) {
      throw new IllegalArgumentException("a canary has 0 to 100 percent of the traffic");
    }
    overrides = Map.copyOf(overrides);
  }

  /** A canary with that share of the requests. */
  public static Canary of(double percentTraffic) {
    return new Canary(percentTraffic, Map.of(), false);
  }

  /** The same with a stage variable of its own. */
  public Canary override(String name, String value) {
    Map<String, String> more = new TreeMap<>(overrides);
    more.put(name, value);
    return new Canary(percentTraffic, more, useStageCache);
  }

  /** The same, using the cache of the stage. */
  public Canary withStageCache() {
    return new Canary(percentTraffic, overrides, true);
  }
}
