package io.gatemason.runtime.server.http2;

/**
 * The tables of header compression (RFC 7541 §2.3) as lengths of names and values; indexes are
 * those of the static table and, behind them, of the fields that were added, newest first.
 */
final class FieldTable {
  /** What a field counts besides its name and its value. */
  static final int OVERHEAD = 32;

  /** Lengths of names and values of the static table (RFC 7541, appendix A). */
  private static final int[] STATIC_NAMES = {
    0, 10, 7, 7, 5, 5, 7, 7, 7, 7, 7, 7, 7, 7, 7, 14, 15, 15, 13, 6, 27, 3, 5, 13, 13, 19, 16, 16,
    14, 16, 13, 12, 6, 4, 4, 6, 7, 4, 4, 8, 17, 13, 8, 19, 13, 4, 8, 12, 18, 19, 5, 7, 7, 11, 6, 10,
    25, 17, 10, 4, 3, 16
  };

  private static final int[] STATIC_VALUES = {0, 0, 3, 4, 1, 11, 4, 5, 3, 3, 3, 3, 3, 3, 3, 0, 13};

  /** The fields that were added, newest first from {@link #newest} on. */
  private final int[] names;

  private final int[] values;
  private int mostBytes;
  private int newest;
  private int entries;
  private int bytes;

  FieldTable(int mostBytes) {
    this.mostBytes = mostBytes;
    this.names = new int[mostBytes / OVERHEAD];
    this.values = new int[mostBytes / OVERHEAD];
  }

  boolean has(int index) {
    return index > 0 && index < STATIC_NAMES.length + entries;
  }

  int name(int index) {
    return index < STATIC_NAMES.length ? STATIC_NAMES[index] : names[place(index)];
  }

  int value(int index) {
    if (index >= STATIC_NAMES.length) {
      return values[place(index)];
    }
    return index < STATIC_VALUES.length ? STATIC_VALUES[index] : 0;
  }

  private int place(int index) {
    return (newest + index - STATIC_NAMES.length) % names.length;
  }

  /** Not more than it was made for. */
  void resize(int most) {
    mostBytes = most;
    evict(0);
  }

  /** Adds a field; false if there is no room for it, so that nothing is left (RFC 7541 §4.4). */
  boolean add(int name, int value) {
    int size = name + value + OVERHEAD;
    evict(size);
    if (size > mostBytes) {
      return false;
    }
    newest = (newest + names.length - 1) % names.length;
    names[newest] = name;
    values[newest] = value;
    entries++;
    bytes += size;
    return true;
  }

  private void evict(int needed) {
    while (entries > 0 && bytes + needed > mostBytes) {
      int oldest = (newest + entries - 1) % names.length;
      bytes -= names[oldest] + values[oldest] + OVERHEAD;
      entries--;
    }
  }
}
