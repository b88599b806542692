package io.gatemason.runtime.aws;

import io.gatemason.runtime.clock.WallClock;
import java.io.IOException;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;

/**
 * Credentials that are got once and again five minutes before they expire. If that fails, the old
 * ones serve as long as they are valid. Safe for concurrent use: one thread gets them, others wait.
 */
final class RefreshedCredentials {
  private static final long EARLY_MILLIS = 300_000;

  private final Source source;
  private final WallClock clock;
  private final ReentrantLock lock = new ReentrantLock();
  private volatile @Nullable AwsSessionCredentials current;

  /** Where credentials come from. */
  @FunctionalInterface
  interface Source {
    AwsSessionCredentials get() throws IOException;
  }

  RefreshedCredentials(Source source, WallClock clock) {
    this.source = source;
    this.clock = clock;
  }

  AwsSessionCredentials get() throws IOException {
    AwsSessionCredentials known = current;
    if (known != null && valid(known, EARLY_MILLIS)) {
      return known;
    }
    lock.lock();
    try {
      known = current;
      return known != null && valid(known, EARLY_MILLIS) ? known : refresh(known);
    } finally {
      lock.unlock();
    }
  }

  private AwsSessionCredentials refresh(@Nullable AwsSessionCredentials old) throws IOException {
    try {
      AwsSessionCredentials fresh = source.get();
      current = fresh;
      return fresh;
    } catch (IOException e) {
      if (old != null && valid(old, 0)) {
        return old;
      }
      throw e;
    }
  }

  private boolean valid(AwsSessionCredentials credentials, long marginMillis) {
    Instant end = credentials.expirationTime().orElse(Instant.MAX);
    return Instant.ofEpochMilli(clock.epochMillis() + marginMillis).isBefore(end);
  }
}
