package io.gatemason.runtime.cache;

import io.gatemason.runtime.exchange.Limits;
import java.time.Duration;
import java.util.List;

/**
 * The name of an entry: namespace, verb, and the values of the parameters that are cache keys.
 * Every part is written with its length, so that no two different requests have one name. Source:
 * {@code docs/behaviour/caching.md#keys}.
 */
public final class CacheKey {

  private final StringBuilder text = new StringBuilder();
  private Duration patience = Limits.INTEGRATION_TIME;

  private CacheKey() {}

  /** A key without parameters in {@code namespace}, which several methods may share. */
  public static CacheKey of(String namespace, String httpMethod) {
    return new CacheKey().part(namespace).part(httpMethod);
  }

  /** The same key with all values of one more parameter, none for one that is absent. */
  public CacheKey add(List<String> values) {
    text.append(values.size()).append('*');
    values.forEach(this::part);
    return this;
  }

  /** The same key of a method whose integration may take that long; 29 seconds unless set. */
  public CacheKey within(int millis) {
    patience = Duration.ofMillis(millis);
    return this;
  }

  Duration patience() {
    return patience;
  }

  private CacheKey part(String value) {
    text.append(value.length()).append(':').append(value);
    return this;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
