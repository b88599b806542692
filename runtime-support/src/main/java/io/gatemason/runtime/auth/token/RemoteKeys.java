package io.gatemason.runtime.auth.token;

import io.gatemason.runtime.clock.Ticker;
import io.gatemason.runtime.store.SharedCalls;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The keys of an issuer, fetched when first asked for and kept for two hours. An unknown key id has
 * them fetched again, at most every 30 seconds, the first time not counted. While they cannot be
 * fetched the old ones stay (docs/behaviour/authorization.md#keys-of-issuers). Many requests that
 * need them at once wait for one fetch.
 */
final class RemoteKeys implements KeySource {
  static final int LARGEST_BYTES = 150_000;
  static final int TIMEOUT_MILLIS = 1_500;
  private static final System.Logger LOG = System.getLogger(RemoteKeys.class.getName());
  private static final long MAXIMUM_AGE = Duration.ofHours(2).toNanos();

  /** From this age on they are fetched again, so that a failure has time to pass. */
  private static final long RENEWAL_AGE = Duration.ofHours(1).toNanos();

  private static final long UNKNOWN_PAUSE = Duration.ofSeconds(30).toNanos();
  private static final long FAILURE_PAUSE = Duration.ofSeconds(1).toNanos();

  /** Fetches a key set; reached through an address that may have to be found out first. */
  @FunctionalInterface
  interface Fetch {
    byte[] get() throws IOException;
  }

  private final String name;
  private final Fetch fetch;
  private final Ticker ticker;
  private final SharedCalls<KeySet> flights = new SharedCalls<>();
  private volatile @Nullable Loaded loaded;
  private volatile @Nullable Failed failed;

  /** Keys, when they were fetched, and when an unknown id may have them fetched again. */
  private record Loaded(KeySet keys, long at, long pausedUntil) {}

  private record Failed(String reason, long until) {}

  /**
   * Keys that are fetched when first asked for.
   *
   * @param name the issuer, for logs
   */
  RemoteKeys(String name, Fetch fetch, Ticker ticker) {
    this.name = name;
    this.fetch = fetch;
    this.ticker = ticker;
  }

  @Override
  public @Nullable VerificationKey find(String keyId) {
    Loaded known = loaded;
    if (known == null) {
      return first().find(keyId);
    }
    long age = ticker.nanos() - known.at();
    VerificationKey key = known.keys().find(keyId);
    if (key != null && age <= RENEWAL_AGE) {
      return key;
    }
    boolean paused = ticker.nanos() - known.pausedUntil() < 0;
    if (!paused) {
      return renewed(known).find(keyId);
    }
    if (age > MAXIMUM_AGE) {
      throw new KeysUnavailableException("keys of " + name + " are older than two hours");
    }
    return key;
  }

  private KeySet first() {
    Failed last = failed;
    if (last != null && ticker.nanos() - last.until() < 0) {
      throw new KeysUnavailableException(last.reason());
    }
    return flights.get(
        "keys",
        () -> {
          Loaded known = loaded;
          return known == null ? fetched(ticker::nanos) : known.keys();
        });
  }

  /** Fetches the keys again; where that fails the old ones stay until they are two hours old. */
  private KeySet renewed(Loaded before) {
    return flights.get(
        "keys",
        () -> {
          Loaded known = loaded;
          if (known != null && !known.equals(before)) {
            return known.keys();
          }
          try {
            return fetched(() -> ticker.nanos() + UNKNOWN_PAUSE);
          } catch (KeysUnavailableException e) {
            long now = ticker.nanos();
            loaded = new Loaded(before.keys(), before.at(), now + UNKNOWN_PAUSE);
            if (now - before.at() > MAXIMUM_AGE) {
              throw e;
            }
            return before.keys();
          }
        });
  }

  private KeySet fetched(Supplier<Long> pausedUntil) {
    try {
      KeySet keys = KeySet.read(fetch.get());
      loaded = new Loaded(keys, ticker.nanos(), pausedUntil.get());
      return keys;
    } catch (IOException | UncheckedIOException e) {
      String reason = "keys of " + name + " cannot be fetched: " + e.getMessage();
      LOG.log(System.Logger.Level.WARNING, reason);
      failed = new Failed(reason, ticker.nanos() + FAILURE_PAUSE);
      throw new KeysUnavailableException(reason);
    }
  }
}
