package io.gatemason.benchmarks.jmh;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.ToIntFunction;

/** What a call allocates, by the counter of its thread. */
public final class Allocation {
  private static final int WARMUPS = 20_000;
  private static final int CALLS = 10_000;

  private Allocation() {}

  /**
   * The bytes of one call, after many that do not count.
   *
   * @param call answers a number above 0, which proves that it did something
   */
  public static <T> double bytes(T side, ToIntFunction<T> call) {
    run(side, call, WARMUPS);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    run(side, call, CALLS);
    return (double) (threads.getCurrentThreadAllocatedBytes() - before) / CALLS;
  }

  private static <T> void run(T side, ToIntFunction<T> call, int times) {
    long sum = 0;
    for (int i = 0; i < times; i++) {
      sum += call.applyAsInt(side);
    }
    if (sum == 0) {
      throw new IllegalStateException("the calls did nothing");
    }
  }
}
