package io.gatemason.runtime.traffic;

import io.gatemason.runtime.clock.Ticker;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** Counts and times the requests of a method in the last minute. Safe for concurrent use. */
final class SlidingFigures {
  /** Length of an interval. */
  static final int SLOT_SECONDS = 5;

  private static final long SLOT_NANOS = TimeUnit.SECONDS.toNanos(SLOT_SECONDS);

  /** A minute, and the interval that is running. */
  private static final int SLOTS = 13;

  private static final int REQUESTS = 0;
  private static final int CLIENT_ERRORS = 1;
  private static final int SERVER_ERRORS = 2;
  private static final int HITS = 3;
  private static final int MISSES = 4;
  private static final int COUNTERS = 5;

  private final Ticker ticker;
  private final long began;
  private final LongAdder total = new LongAdder();
  private final AtomicReferenceArray<@Nullable Slot> slots = new AtomicReferenceArray<>(SLOTS);

  SlidingFigures(Ticker ticker) {
    this.ticker = ticker;
    this.began = ticker.nanos();
  }

  /** What kind of answer a request got. */
  enum Outcome {
    SUCCESS,
    CLIENT_ERROR,
    SERVER_ERROR
  }

  /** A request has ended; {@code cache} as in {@link Served#cache()}. */
  void add(long micros, Outcome outcome, String cache) {
    total.increment();
    AtomicIntegerArray counts = slot(number()).counts;
    counts.incrementAndGet(REQUESTS);
    switch (outcome) {
      case CLIENT_ERROR -> counts.incrementAndGet(CLIENT_ERRORS);
      case SERVER_ERROR -> counts.incrementAndGet(SERVER_ERRORS);
      case SUCCESS -> {
        // Counted as a request.
      }
    }
    if (!cache.isEmpty()) {
      counts.incrementAndGet(cache.equals("hit") ? HITS : MISSES);
    }
    counts.incrementAndGet(COUNTERS + LatencyScale.bucket(micros));
  }

  /** The figures as they are now. */
  Figures read() {
    long now = number();
    long[] sums = new long[COUNTERS];
    long[] times = new long[LatencyScale.BUCKETS];
    List<Integer> course = new ArrayList<>(SLOTS - 1);
    for (long each = now - SLOTS + 1; each <= now; each++) {
      Slot slot = slots.get(Math.floorMod(each, SLOTS));
      boolean counts = slot != null && slot.number == each;
      if (counts) {
        slot.addTo(sums, times);
      }
      if (each < now) {
        course.add(counts ? slot.counts.get(REQUESTS) : 0);
      }
    }
    return new Figures(
        total.sum(),
        sums[REQUESTS],
        sums[CLIENT_ERRORS],
        sums[SERVER_ERRORS],
        sums[HITS],
        sums[MISSES],
        LatencyScale.percentile(times, 0.5),
        LatencyScale.percentile(times, 0.95),
        LatencyScale.percentile(times, 0.99),
        course);
  }

  private long number() {
    return (ticker.nanos() - began) / SLOT_NANOS;
  }

  private Slot slot(long number) {
    int index = Math.floorMod(number, SLOTS);
    Slot known = slots.get(index);
    if (known != null && known.number >= number) {
      return known;
    }
    slots.compareAndSet(index, known, new Slot(number));
    return slot(number);
  }

  /** One interval. */
  private static final class Slot {
    private final long number;
    private final AtomicIntegerArray counts =
        new AtomicIntegerArray(COUNTERS + LatencyScale.BUCKETS);

    Slot(long number) {
      this.number = number;
    }

    void addTo(long[] sums, long[] times) {
      for (int i = 0; i < COUNTERS; i++) {
        sums[i] += counts.get(i);
      }
      for (int i = 0; i < LatencyScale.BUCKETS; i++) {
        times[i] += counts.get(COUNTERS + i);
      }
    }
  }
}
