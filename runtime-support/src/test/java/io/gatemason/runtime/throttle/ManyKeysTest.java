package io.gatemason.runtime.throttle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What many keys cost; {@code -Dgatemason.api-keys=1000000} is the long form. */
class ManyKeysTest {
  private static final int KEYS = Integer.getInteger("gatemason.api-keys", 20_000);
  private static final boolean FULL = KEYS >= 1_000_000;

  private static final List<UsagePlan> PLANS = List.of(UsagePlan.of("Gold", "gold"));

  @TempDir Path folder;

  @Test
  void readAndHoldManyKeys() throws IOException {
    Path file = folder.resolve("keys.csv");
    try (BufferedWriter writer = Files.newBufferedWriter(file)) {
      writer.write("Name,Key,Enabled,UsagePlanIds\n");
      for (int i = 0; i < KEYS; i++) {
        writer.write("key-" + i + "," + value(i) + ",TRUE,Gold\n");
      }
    }
    long before = heap();
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long start = System.nanoTime();
    long worked = threads.getCurrentThreadCpuTime();
    KeyRing ring = KeyRing.withFile(List.of(), file, PLANS);
    double seconds = (threads.getCurrentThreadCpuTime() - worked) / 1e9;
    double waited = (System.nanoTime() - start) / 1e9;
    double megabytes = (heap() - before) / 1e6;
    assertEquals(KEYS, ring.size());
    for (int i = 0; i < KEYS; i += Math.max(1, KEYS / 1_000)) {
      assertEquals(1, ring.find(value(i)).size());
    }
    System.out.printf(
        "%d keys: %.2f s of a processor in %.2f s, %.0f MB%n", KEYS, seconds, waited, megabytes);
    if (FULL) {
      // Processor time: other work of the machine says nothing about ours.
      assertTrue(seconds <= 3, "start: " + seconds + " s");
      assertTrue(megabytes <= 250, "heap: " + megabytes + " MB");
    }
  }

  private static String value(int i) {
    return "value-of-the-key-number-%08d".formatted(i);
  }

  private static long heap() {
    Runtime runtime = Runtime.getRuntime();
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
