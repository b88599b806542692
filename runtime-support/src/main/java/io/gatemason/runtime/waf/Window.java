package io.gatemason.runtime.waf;

/** How many requests there were in the last slots of time. Safe for concurrent use. */
final class Window {
  /** A request counts until so many slots have begun after its own. */
  static final int SLOTS = 60;

  private final int[] counts = new int[SLOTS];
  private long newest = Long.MIN_VALUE;
  private long sum;

  /**
   * Counts a request.
   *
   * @param slot the slot of time that it is in
   * @return how many there were with it
   */
  synchronized long count(long slot) {
    if (newest == Long.MIN_VALUE) {
      newest = slot;
    }
    long ended = Math.min(SLOTS, slot - newest);
    for (long each = 1; each <= ended; each++) {
      int at = index(newest + each);
      sum -= counts[at];
      counts[at] = 0;
    }
    newest = Math.max(newest, slot);
    int at = index(newest);
    if (counts[at] < Integer.MAX_VALUE) {
      counts[at]++;
      sum++;
    }
    return sum;
  }

  private static int index(long slot) {
    return (int) Math.floorMod(slot, (long) SLOTS);
  }
}
