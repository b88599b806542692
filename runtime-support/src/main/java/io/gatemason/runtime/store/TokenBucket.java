package io.gatemason.runtime.store;

import io.gatemason.runtime.clock.Ticker;
import io.github.bucket4j.BandwidthBuilder;
import io.github.bucket4j.BandwidthBuilder.BandwidthBuilderBuildStage;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.TokensInheritanceStrategy;
import java.time.Duration;

/** One token bucket in the heap. Safe for concurrent use. */
final class TokenBucket {
  /** Rates are kept to a thousandth of a token per second. */
  private static final long FRACTIONS = 1_000;

  private static final double HIGHEST_RATE = 1e9;
  private static final double LONGEST_SECONDS = 1e9;

  private final Bucket bucket;
  private volatile RateLimit limit;

  TokenBucket(RateLimit limit, Ticker ticker) {
    this.limit = limit;
    this.bucket =
        Bucket.builder()
            .addLimit(any -> band(limit))
            .withCustomTimePrecision(new TickerMeter(ticker))
            .build();
  }

  boolean take() {
    return bucket.tryConsume(1);
  }

  void giveBack() {
    bucket.addTokens(1);
  }

  /** Sets how many tokens there are. */
  void level(long tokens) {
    long surplus = bucket.getAvailableTokens() - tokens;
    if (surplus > 0) {
      bucket.tryConsumeAsMuchAsPossible(surplus);
    } else if (surplus < 0) {
      bucket.addTokens(-surplus);
    }
  }

  /** Takes over changed numbers; as full as before, in proportion. */
  void follow(RateLimit wanted) {
    if (!wanted.equals(limit)) {
      change(wanted);
    }
  }

  /** While settings change some ask by the old numbers and some by the new ones. */
  private synchronized void change(RateLimit wanted) {
    if (!wanted.equals(limit)) {
      bucket.replaceConfiguration(
          BucketConfiguration.builder().addLimit(any -> band(wanted)).build(),
          TokensInheritanceStrategy.PROPORTIONALLY);
      limit = wanted;
    }
  }

  /** How long it takes to fill the empty bucket. */
  Duration timeToFill() {
    RateLimit now = limit;
    double seconds = now.closed() ? 0 : now.burst() / now.ratePerSecond();
    return Duration.ofMillis((long) (Math.min(seconds, LONGEST_SECONDS) * 1_000));
  }

  private static BandwidthBuilderBuildStage band(RateLimit limit) {
    double rate = Math.min(limit.ratePerSecond(), HIGHEST_RATE);
    var capacity = BandwidthBuilder.builder().capacity(Math.max(1, limit.burst()));
    if (rate < 1) {
      double seconds = Math.min(1 / rate, LONGEST_SECONDS);
      return capacity.refillGreedy(1, Duration.ofNanos((long) (seconds * 1e9)));
    }
    return capacity.refillGreedy(Math.round(rate * FRACTIONS), Duration.ofSeconds(FRACTIONS));
  }

  private record TickerMeter(Ticker ticker) implements TimeMeter {
    @Override
    public long currentTimeNanos() {
      return ticker.nanos();
    }

    @Override
    public boolean isWallClockBased() {
      return false;
    }
  }
}
