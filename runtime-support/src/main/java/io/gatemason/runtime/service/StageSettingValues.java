package io.gatemason.runtime.service;

import io.gatemason.runtime.stage.MethodSettings;
import io.helidon.config.Config;
import java.util.List;

/** What settings of stages may say; anything else ends the start, with the name of the setting. */
final class StageSettingValues {
  private static final int LONGEST_SECONDS = 3_600;
  private static final List<String> STRATEGIES =
      List.of("FAIL_WITH_403", "SUCCEED_WITH_RESPONSE_HEADER", "SUCCEED_WITHOUT_RESPONSE_HEADER");

  private StageSettingValues() {}

  /**
   * The settings of a method, if they can be meant.
   *
   * @throws IllegalArgumentException if not
   */
  static MethodSettings checked(Config entry, MethodSettings settings) {
    Double rate = settings.rateLimit();
    if (rate != null && rate != -1 && !(rate >= 0)) {
      throw wrong(entry, "throttling-rate-limit", "a number from 0 on, or -1 for no limit");
    }
    Integer burst = settings.burstLimit();
    if (burst != null && burst < -1) {
      throw wrong(entry, "throttling-burst-limit", "a number from 0 on, or -1 for no limit");
    }
    Integer seconds = settings.cacheSeconds();
    if (seconds != null && (seconds < 0 || seconds > LONGEST_SECONDS)) {
      throw wrong(entry, "cache-ttl-in-seconds", "a number from 0 to " + LONGEST_SECONDS);
    }
    return settings;
  }

  /**
   * What happens to requests that would renew cached answers and may not, "" for the default.
   *
   * @throws IllegalArgumentException if the text is no such strategy
   */
  static String strategy(Config cache, String strategy) {
    if (!strategy.isEmpty() && !STRATEGIES.contains(strategy)) {
      throw wrong(cache, "unauthorized-strategy", String.join(", ", STRATEGIES));
    }
    return strategy;
  }

  /**
   * The size of a cache in bytes.
   *
   * @throws IllegalArgumentException if it is negative
   */
  static long size(Config cache, long built) {
    long bytes = cache.get("size-bytes").asLong().orElse(built);
    if (bytes < 0) {
      throw wrong(cache, "size-bytes", "a number from 0 on");
    }
    return bytes;
  }

  /**
   * A canary's share of the requests.
   *
   * @throws IllegalArgumentException if it is none
   */
  static double percent(Config canary, double built) {
    double percent = canary.get("percent-traffic").asDouble().orElse(built);
    if (!(percent >= 0 && percent <= 100)) {
      throw wrong(canary, "percent-traffic", "a number from 0 to 100");
    }
    return percent;
  }

  private static IllegalArgumentException wrong(Config parent, String name, String allowed) {
    Config setting = parent.get(name);
    return new IllegalArgumentException(
        "%s is %s, not \"%s\"".formatted(setting.key(), allowed, setting.asString().orElse("")));
  }
}
