package io.gatemason.runtime.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Weigher;
import io.gatemason.runtime.clock.Ticker;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Entries in the heap of one process, bounded by their weight in bytes; the ones that are asked for
 * least make room.
 *
 * @param <V> the type of entries, immutable
 */
public final class LocalEntries<V> implements EntryStore<V> {
  private static final int OVERHEAD_BYTES = 160;

  private final Cache<String, Timed<V>> cache;

  /** Guarded by this, as all that depends on it. */
  private long generation;

  /**
   * An empty store.
   *
   * @param maximumBytes what all entries may weigh with their names
   */
  public LocalEntries(Ticker ticker, long maximumBytes, EntryCodec<V> codec) {
    this(
        ticker,
        maximumBytes,
        (name, timed) -> OVERHEAD_BYTES + name.length() + codec.weigh(timed.entry));
  }

  private LocalEntries(Ticker ticker, long maximum, Weigher<String, Timed<V>> weigher) {
    // Tidied up by who writes: to wake another thread for it takes longer than the work.
    this.cache =
        Caffeine.newBuilder()
            .ticker(ticker::nanos)
            .executor(Runnable::run)
            .maximumWeight(maximum)
            .weigher(weigher)
            .expireAfter(Expiry.<String, Timed<V>>writing((name, timed) -> timed.timeToLive))
            .build();
  }

  /** An empty store that is bounded by the number of its entries. */
  public static <V> LocalEntries<V> counted(Ticker ticker, long maximumEntries) {
    return new LocalEntries<>(ticker, maximumEntries, (name, timed) -> 1);
  }

  @Override
  public @Nullable V get(String name) {
    Timed<V> timed = cache.getIfPresent(name);
    return timed == null ? null : timed.entry;
  }

  @Override
  public synchronized long generation() {
    return generation;
  }

  /** Keeps an entry for {@code timeToLive}, whatever was flushed before. */
  public void put(String name, V entry, Duration timeToLive) {
    cache.put(name, new Timed<>(entry, timeToLive));
  }

  @Override
  public synchronized void put(String name, V entry, Duration timeToLive, long fetchedIn) {
    if (generation == fetchedIn) {
      put(name, entry, timeToLive);
    }
  }

  @Override
  public void remove(String name) {
    cache.invalidate(name);
  }

  @Override
  public void limit(long maximumBytes) {
    cache.policy().eviction().ifPresent(eviction -> eviction.setMaximum(maximumBytes));
  }

  @Override
  public synchronized void flush() {
    generation++;
    cache.invalidateAll();
  }

  private record Timed<V>(V entry, Duration timeToLive) {}
}
