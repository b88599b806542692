package io.gatemason.runtime.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.helidon.config.Config;
import io.helidon.config.ConfigSources;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What decides which requests are traced. */
class SamplingTest {

  @ParameterizedTest
  @CsvSource({
    "*, anything, true",
    "/items/?, /items/7, true",
    "/items/?, /items/77, false",
    "/items/*, /ITEMS/, true",
    "*a*b, xaxxb, true",
    "*a*b, xaxxbc, false",
    "a, '', false",
    "**, '', true",
  })
  void wildcardsMeanWholeTexts(String pattern, String text, boolean meant) {
    assertEquals(meant, new Wildcard(pattern).matches(text));
  }

  @Test
  void hostileWildcardsEndSoon() {
    Wildcard wildcard = new Wildcard("*a".repeat(50) + "b");
    assertTimeoutPreemptively(
        Duration.ofSeconds(5), () -> assertFalse(wildcard.matches("a".repeat(10_000))));
  }

  @Test
  void reservoirsAreFullAgainEverySecond() {
    AtomicLong nanos = new AtomicLong(-TimeUnit.SECONDS.toNanos(7));
    Reservoir reservoir = new Reservoir(3, nanos::get);
    assertEquals(3, IntStream.range(0, 10).filter(i -> reservoir.take()).count());
    nanos.addAndGet(TimeUnit.SECONDS.toNanos(1));
    assertEquals(3, IntStream.range(0, 10).filter(i -> reservoir.take()).count());
    assertFalse(new Reservoir(0, nanos::get).take());
  }

  @ParameterizedTest
  @CsvSource({
    "0.rate, 101",
    "0.rate, -1",
    "0.rate, NaN",
    "0.reservoir, -1",
    "0.priority, 0",
    "0.priority, 10000",
    "0.attributes.X-A, 123456789012345678901234567890123",
    "0.name, Default",
  })
  void rulesThatCannotBeAreNamed(String setting, String value) {
    String key = "sampling-rules." + setting;
    Config config = Config.just(ConfigSources.create(Map.of(key, value)));
    String message =
        assertThrows(
                IllegalArgumentException.class, () -> SamplingRules.read(config, System::nanoTime))
            .getMessage();
    assertTrue(message.startsWith(key), message);
  }
}
