package io.gatemason.runtime.store;

/**
 * How entries are written where they leave the heap. Safe for concurrent use.
 *
 * @param <V> the type of entries, immutable
 */
public interface EntryCodec<V> {

  /** About how many bytes of the heap an entry takes. */
  int weigh(V entry);

  /** The entry as bytes. */
  byte[] encode(V entry);

  /**
   * The entry that {@link #encode} wrote.
   *
   * @throws IllegalArgumentException if the bytes are none, as those of another version may be
   */
  V decode(byte[] bytes);
}
