package io.gatemason.runtime.cache;

import io.gatemason.runtime.stage.MethodSettings;
import io.gatemason.runtime.stage.StageSettings;
import java.time.Duration;

/**
 * How the answers of one method are kept. Immutable.
 *
 * @param timeToLive how long; zero if they are not kept
 * @param encrypted whether they are encrypted where they leave the process
 * @param renewalAuthorized whether renewing takes a permission
 * @param strategy what happens to requests without it
 */
record CacheRules(
    Duration timeToLive, boolean encrypted, boolean renewalAuthorized, RenewalStrategy strategy) {
  private static final int DEFAULT_SECONDS = 300;

  static CacheRules of(StageSettings stage, MethodSettings method) {
    Boolean caching = method.caching();
    boolean kept = stage.cacheBytes() > 0 && caching != null && caching;
    Integer seconds = method.cacheSeconds();
    return new CacheRules(
        kept ? Duration.ofSeconds(seconds == null ? DEFAULT_SECONDS : seconds) : Duration.ZERO,
        kept && Boolean.TRUE.equals(method.cacheEncrypted()),
        stage.renewalAuthorized(),
        stage.renewalStrategy().isEmpty()
            ? RenewalStrategy.SUCCEED_WITH_RESPONSE_HEADER
            : RenewalStrategy.valueOf(stage.renewalStrategy()));
  }

  boolean kept() {
    return !timeToLive.isZero();
  }
}
