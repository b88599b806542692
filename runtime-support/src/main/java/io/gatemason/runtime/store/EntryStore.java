package io.gatemason.runtime.store;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Entries that expire, under names of their own. An entry may vanish early, and whatever cannot be
 * kept is not kept. Safe for concurrent use.
 *
 * @param <V> the type of entries, immutable
 */
public interface EntryStore<V> {

  /** The entry of that name, or null. */
  @Nullable V get(String name);

  /**
   * What flushing changes: to be asked for before an entry is fetched, so that one which was
   * fetched before is not kept afterwards.
   */
  long generation();

  /**
   * Keeps an entry for {@code timeToLive}, instead of an older one of that name, unless entries
   * were flushed since {@code generation} was asked for.
   */
  void put(String name, V entry, Duration timeToLive, long generation);

  /** Drops the entry of that name. */
  void remove(String name);

  /** Sets what the entries may weigh in the heap of this process, in bytes. */
  void limit(long maximumBytes);

  /**
   * Drops all entries, everywhere; what is put afterwards stays.
   *
   * @throws StoreUnavailableException if those of other processes cannot be reached
   */
  void flush();
}
