package io.gatemason.runtime.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.gatemason.runtime.clock.Ticker;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Limits of one process, in its heap. Nothing is ever admitted beyond a limit: what a later limit
 * refuses is given back to those before it, so that others may for a moment find one too few, never
 * one too many.
 */
public final class LocalLimits implements LimitStore {
  private static final Duration SLACK = Duration.ofSeconds(60);

  private final Ticker ticker;
  private final Cache<String, TokenBucket> buckets;
  private final Map<String, UsageCounter> counters = new ConcurrentHashMap<>();
  private final @Nullable UsageFile file;

  /** Whether counters of quotas say something else than the file; set after they do. */
  private volatile boolean unsaved;

  private LocalLimits(Ticker ticker, @Nullable UsageFile file) {
    this.ticker = ticker;
    this.file = file;
    // A bucket that nobody used for so long is full, as a new one is.
    this.buckets =
        Caffeine.newBuilder()
            .ticker(ticker::nanos)
            .executor(Runnable::run)
            .expireAfter(
                Expiry.<String, TokenBucket>accessing(
                    (name, bucket) -> bucket.timeToFill().plus(SLACK)))
            .build();
  }

  /** Limits that end with the process. */
  public static LocalLimits inMemory(Ticker ticker) {
    return new LocalLimits(ticker, null);
  }

  /**
   * Limits whose quotas outlive the process in {@code file}; token buckets start full.
   *
   * @throws UncheckedIOException if the file exists and cannot be read
   */
  public static LocalLimits inFile(Ticker ticker, UsageFile file) {
    LocalLimits limits = new LocalLimits(ticker, file);
    file.read().forEach((name, saved) -> limits.counter(name).restore(saved));
    return limits;
  }

  @Override
  public int take(List<? extends Limit> limits) {
    for (int i = 0; i < limits.size(); i++) {
      if (!take(limits.get(i))) {
        for (int taken = 0; taken < i; taken++) {
          giveBack((RateLimit) limits.get(taken));
        }
        return i;
      }
    }
    return TAKEN;
  }

  @Override
  public void giveBack(RateLimit limit) {
    bucket(limit).giveBack();
  }

  @Override
  public List<UsageDay> usage(String name) {
    UsageCounter counter = counters.get(name);
    return counter == null ? List.of() : counter.rows();
  }

  @Override
  public void remaining(QuotaLimit quota, long remaining) {
    counter(quota.name()).remaining(quota, remaining);
    unsaved = true;
  }

  /** What is known to be used of a quota in its period. */
  public long used(QuotaLimit quota) {
    return counter(quota.name()).used(quota);
  }

  /** How often somebody has set what is left of a quota, as far as is known. */
  public long generation(QuotaLimit quota) {
    return counter(quota.name()).generation();
  }

  /** Takes over what others have counted, too; of an older generation only what is more. */
  public void know(QuotaLimit quota, long used, long generation) {
    counter(quota.name()).know(quota, used, generation);
    unsaved = true;
  }

  /** Takes over how many tokens a bucket has that others take from, too. */
  public void level(RateLimit limit, long tokens) {
    if (!limit.closed()) {
      bucket(limit).level(tokens);
    }
  }

  /**
   * Writes the counters of quotas to the file, if there is one and they have changed.
   *
   * @throws UncheckedIOException if it cannot be written, which the next call tries again
   */
  public void save() {
    if (file == null || !unsaved) {
      return;
    }
    unsaved = false;
    Map<String, UsageRecord> saved = new TreeMap<>();
    counters.forEach((name, counter) -> saved.put(name, counter.saved()));
    try {
      file.write(saved);
    } catch (UncheckedIOException e) {
      unsaved = true;
      throw e;
    }
  }

  @Override
  public void close() {
    save();
  }

  private boolean take(Limit limit) {
    return switch (limit) {
      case RateLimit rate -> !rate.closed() && bucket(rate).take();
      case QuotaLimit quota -> count(quota);
    };
  }

  private boolean count(QuotaLimit quota) {
    boolean taken = counter(quota.name()).take(quota);
    if (taken && !unsaved) {
      unsaved = true;
    }
    return taken;
  }

  private TokenBucket bucket(RateLimit limit) {
    TokenBucket bucket = buckets.get(limit.name(), name -> new TokenBucket(limit, ticker));
    bucket.follow(limit);
    return bucket;
  }

  private UsageCounter counter(String name) {
    UsageCounter known = counters.get(name);
    return known != null ? known : counters.computeIfAbsent(name, any -> new UsageCounter());
  }
}
