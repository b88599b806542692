package io.gatemason.runtime.observe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatemason.runtime.clock.WallClock;
import io.gatemason.runtime.exchange.CallTrace;
import io.helidon.config.Config;
import io.helidon.config.ConfigSources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogSinksTest {
  @TempDir Path folder;

  private LogSinks sinks(Map<String, String> settings) {
    return new LogSinks(
        Config.just(ConfigSources.create(settings)), Optional.empty(), WallClock.system());
  }

  @Test
  void writesWhatIsQueuedWhenItIsClosed() throws IOException {
    Path file = folder.resolve("logs/access.log");
    LogSinks sinks = sinks(Map.of("orders.sink", "file", "orders.path", file.toString()));
    for (int i = 0; i < 2_000; i++) {
      sinks.of("orders").accept("line " + i, CallTrace.NONE);
    }
    sinks.close();
    List<String> lines = Files.readAllLines(file);
    assertEquals(2_000, lines.size());
    assertEquals("line 1999", lines.getLast());
    assertEquals(0, sinks.dropped());
  }

  @Test
  void rotatesFiles() throws IOException {
    Path file = folder.resolve("a.log");
    try (FileTarget target = new FileTarget(file, 10, 3)) {
      for (String line : List.of("one", "two", "three", "four", "five", "six")) {
        target.write(line);
      }
    }
    assertEquals("six\n", Files.readString(file));
    assertEquals("three\n", Files.readString(folder.resolve("a.log.2")));
    assertEquals("four\nfive\n", Files.readString(folder.resolve("a.log.1")));
    assertTrue(Files.notExists(folder.resolve("a.log.3")));
  }

  @Test
  void writesLinesOfAnyLengthAndAlphabet() throws IOException {
    Path file = folder.resolve("b.log");
    List<String> lines =
        List.of("a", "\u20ac\ud83d\ude00".repeat(2_000), "", "\u00fc".repeat(3_000), "b");
    try (FileTarget target = new FileTarget(file, 1_000_000, 2)) {
      for (String line : lines) {
        target.write(line);
      }
      target.write("half \ud83d");
    }
    assertEquals(String.join("\n", lines) + "\nhalf ?\n", Files.readString(file));
  }

  @Test
  void dropsAndCountsWhatDoesNotFit() throws InterruptedException {
    CountDownLatch held = new CountDownLatch(1);
    CountDownLatch writing = new CountDownLatch(1);
    LogTarget slow =
        new LogTarget() {
          @Override
          public void write(String line) throws IOException {
            writing.countDown();
            try {
              held.await();
            } catch (InterruptedException e) {
              throw new IOException(e);
            }
          }

          @Override
          public void flush() {}
        };
    try (LogQueue queue = new LogQueue(4)) {
      queue.offer(slow, "first");
      assertTrue(writing.await(10, TimeUnit.SECONDS));
      for (int i = 0; i < 10; i++) {
        queue.offer(slow, "more");
      }
      assertEquals(6, queue.dropped());
      held.countDown();
    }
  }

  @Test
  void aCanaryHasADestinationOfItsOwnOnlyIfItIsSet() throws IOException {
    Path file = folder.resolve("canary.log");
    LogSinks sinks =
        sinks(Map.of("g/Canary.sink", "file", "g/Canary.path", file.toString(), "g.sink", "none"));
    sinks.of(sinks.canary("g")).accept("of the canary", CallTrace.NONE);
    sinks.of("g").accept("of nobody", CallTrace.NONE);
    sinks.close();
    assertEquals(List.of("of the canary"), Files.readAllLines(file));
  }

  @Test
  void refusesOtherSinks() {
    LogSinks sinks = sinks(Map.of("orders.sink", "printer", "bare.sink", "file"));
    assertThrows(IllegalArgumentException.class, () -> sinks.of("orders"));
    assertThrows(IllegalArgumentException.class, () -> sinks.of("bare"));
  }
}
