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
 * @param logLevel how much the execution log says
 * @param dataTrace whether it shows headers and payloads
 * @param metrics whether there are metrics of the method's own
 */
public record MethodSettings(
    @Nullable Double rateLimit,
    @Nullable Integer burstLimit,
    @Nullable Boolean caching,
    @Nullable Integer cacheSeconds,
    @Nullable Boolean cacheEncrypted,
    @Nullable LogLevel logLevel,
    @Nullable Boolean dataTrace,
    @Nullable Boolean metrics) {

  /** Nothing is set. */
  public static final MethodSettings NONE =
      new MethodSettings(null, null, null, null, null, null, null, null);

  /** The same with a rate in requests per second. */
  public MethodSettings rate(double limit) {
    return new MethodSettings(
        limit, burstLimit, caching, cacheSeconds, cacheEncrypted, logLevel, dataTrace, metrics);
  }

  /** The same with a burst. */
  public MethodSettings burst(int limit) {
    return new MethodSettings(
        rateLimit, limit, caching, cacheSeconds, cacheEncrypted, logLevel, dataTrace, metrics);
  }

  /** The same with answers kept or not. */
  public MethodSettings caching(boolean enabled) {
    return new MethodSettings(
        rateLimit, burstLimit, enabled, cacheSeconds, cacheEncrypted, logLevel, dataTrace, metrics);
  }

  /** The same with a time to live of kept answers. */
  public MethodSettings cacheSeconds(int seconds) {
    return new MethodSettings(
        rateLimit, burstLimit, caching, seconds, cacheEncrypted, logLevel, dataTrace, metrics);
  }

  /** The same with kept answers encrypted, or not. */
  public MethodSettings cacheEncrypted(boolean encrypted) {
    return new MethodSettings(
        rateLimit, burstLimit, caching, cacheSeconds, encrypted, logLevel, dataTrace, metrics);
  }

  /** The same with a level of the execution log. */
  public MethodSettings logLevel(LogLevel level) {
    return new MethodSettings(
        rateLimit, burstLimit, caching, cacheSeconds, cacheEncrypted, level, dataTrace, metrics);
  }

  /** The same with headers and payloads in the execution log, or not. */
  public MethodSettings dataTrace(boolean enabled) {
    return new MethodSettings(
        rateLimit, burstLimit, caching, cacheSeconds, cacheEncrypted, logLevel, enabled, metrics);
  }

  /** The same with metrics of the method's own, or not. */
  public MethodSettings metrics(boolean enabled) {
    return new MethodSettings(
        rateLimit, burstLimit, caching, cacheSeconds, cacheEncrypted, logLevel, dataTrace, enabled);
  }

  /** Whether they limit requests, or say that nothing does. */
  public boolean throttles() {
    return rateLimit != null || burstLimit != null;
  }

  /** These settings, and what they leave open as {@code wider} has it. */
  MethodSettings or(MethodSettings wider) {
    return new MethodSettings(
        or(rateLimit, wider.rateLimit),
        or(burstLimit, wider.burstLimit),
        or(caching, wider.caching),
        or(cacheSeconds, wider.cacheSeconds),
        or(cacheEncrypted, wider.cacheEncrypted),
        or(logLevel, wider.logLevel),
        or(dataTrace, wider.dataTrace),
        or(metrics, wider.metrics));
  }

  /** The same without a word on whether answers are kept. */
  MethodSettings withoutCaching() {
    return new MethodSettings(
        rateLimit, burstLimit, null, cacheSeconds, cacheEncrypted, logLevel, dataTrace, metrics);
  }

  private static <T> @Nullable T or(@Nullable T own, @Nullable T wider) {
    return own == null ? wider : own;
  }
}
