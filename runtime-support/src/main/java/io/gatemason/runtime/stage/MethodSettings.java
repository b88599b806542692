package io.gatemason.runtime.stage;

import org.jspecify.annotations.Nullable;

/**
 * What a stage sets for some of its methods; what is null is left to wider settings. Immutable.
 * Source: {@code docs/behaviour/clients.md#method-settings}.
 *
 * @param rateLimit requests per second
 * @param burstLimit requests at once
 * @param caching whether answers are kept
 * @param cacheSeconds how long they are kept
 * @param cacheEncrypted whether they are encrypted where they leave the process
 */
public record MethodSettings(
    @Nullable Double rateLimit,
    @Nullable Integer burstLimit,
    @Nullable Boolean caching,
    @Nullable Integer cacheSeconds,
    @Nullable Boolean cacheEncrypted) {

  /** Nothing is set. */
  public static final MethodSettings NONE = new MethodSettings(null, null, null, null, null);

  /** The same with a rate in requests per second. */
  public MethodSettings rate(double limit) {
    return new MethodSettings(limit, burstLimit, caching, cacheSeconds, cacheEncrypted);
  }

  /** The same with a burst. */
  public MethodSettings burst(int limit) {
    return new MethodSettings(rateLimit, limit, caching, cacheSeconds, cacheEncrypted);
  }

  /** The same with answers kept or not. */
  public MethodSettings caching(boolean enabled) {
    return new MethodSettings(rateLimit, burstLimit, enabled, cacheSeconds, cacheEncrypted);
  }

  /** The same with a time to live of kept answers. */
  public MethodSettings cacheSeconds(int seconds) {
    return new MethodSettings(rateLimit, burstLimit, caching, seconds, cacheEncrypted);
  }

  /** The same with kept answers encrypted, or not. */
  public MethodSettings cacheEncrypted(boolean encrypted) {
    return new MethodSettings(rateLimit, burstLimit, caching, cacheSeconds, encrypted);
  }

  /** These settings, and what they leave open as {@code wider} has it. */
  MethodSettings or(MethodSettings wider) {
    return new MethodSettings(
        rateLimit == null ? wider.rateLimit : rateLimit,
        burstLimit == null ? wider.burstLimit : burstLimit,
        caching == null ? wider.caching : caching,
        cacheSeconds == null ? wider.cacheSeconds : cacheSeconds,
        cacheEncrypted == null ? wider.cacheEncrypted : cacheEncrypted);
  }

  /** The same without a word on whether answers are kept. */
  MethodSettings withoutCaching() {
    return new MethodSettings(rateLimit, burstLimit, null, cacheSeconds, cacheEncrypted);
  }
}
