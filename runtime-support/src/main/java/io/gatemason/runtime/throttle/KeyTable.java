package io.gatemason.runtime.throttle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * API keys by the SHA-256 of their values. The digests lie side by side in one array, so that among
 * a million keys a look-up waits for memory about as often as among few. Immutable.
 *
 * <p>A digest has its slot where its first bits say, or in the next one that was free; half of the
 * slots are free. Digests are compared whole, whatever the first difference is.
 */
final class KeyTable {
  /** No keys. */
  static final KeyTable EMPTY = new KeyTable(0);

  private static final int LONGS = 4;

  private final long[] digests;

  /** By slot; null for one that is free. */
  private final @Nullable ApiKey[] keys;

  private int size;

  private KeyTable(int most) {
    keys = new @Nullable ApiKey[2 * most + 1];
    digests = new long[LONGS * keys.length];
  }

  /**
   * The keys that have a value.
   *
   * @param defined several of which may have the same value
   * @param replacing which count instead of those; of two with the same value the later one
   */
  static KeyTable of(List<ApiKey> defined, List<ApiKey> replacing) {
    KeyTable table = new KeyTable(defined.size() + replacing.size());
    for (int i = replacing.size() - 1; i >= 0; i--) {
      if (table.isNew(replacing.get(i))) {
        table.add(replacing.get(i));
      }
    }
    defined.stream().filter(table::isNew).toList().forEach(table::add);
    return table;
  }

  /** The keys whose value has that digest, in the order in which they were given. */
  List<ApiKey> find(KeyDigest digest) {
    List<ApiKey> found = List.of();
    int slot = start(digest);
    for (ApiKey key = keys[slot]; key != null; key = keys[slot]) {
      if (holds(slot, digest)) {
        found = found.isEmpty() ? List.of(key) : with(found, key);
      }
      slot = next(slot);
    }
    return found;
  }

  /** All keys. */
  Stream<ApiKey> all() {
    return Arrays.stream(keys).filter(Objects::nonNull);
  }

  /** How many keys there are. */
  int size() {
    return size;
  }

  private boolean isNew(ApiKey key) {
    KeyDigest digest = key.digest();
    return digest != null && find(digest).isEmpty();
  }

  private void add(ApiKey key) {
    KeyDigest digest = Objects.requireNonNull(key.digest());
    int slot = start(digest);
    while (keys[slot] != null) {
      slot = next(slot);
    }
    keys[slot] = key;
    digests[LONGS * slot] = digest.first();
    digests[LONGS * slot + 1] = digest.second();
    digests[LONGS * slot + 2] = digest.third();
    digests[LONGS * slot + 3] = digest.fourth();
    size++;
  }

  /** Where the search for a digest begins: its share of all numbers is that of the slots. */
  private int start(KeyDigest digest) {
    return (int) Math.unsignedMultiplyHigh(digest.first(), keys.length);
  }

  private int next(int slot) {
    return slot + 1 == keys.length ? 0 : slot + 1;
  }

  /** Takes the same time for all digests, so that nothing can be learnt of one that is held. */
  private boolean holds(int slot, KeyDigest digest) {
    long differences =
        (digests[LONGS * slot] ^ digest.first())
            | (digests[LONGS * slot + 1] ^ digest.second())
            | (digests[LONGS * slot + 2] ^ digest.third())
            | (digests[LONGS * slot + 3] ^ digest.fourth());
    return differences == 0;
  }

  private static List<ApiKey> with(List<ApiKey> keys, ApiKey another) {
    List<ApiKey> more = new ArrayList<>(keys);
    more.add(another);
    return List.copyOf(more);
  }
}
