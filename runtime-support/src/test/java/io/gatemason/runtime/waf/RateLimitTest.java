package io.gatemason.runtime.waf;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RateLimitTest {
  private long now = -5;
  private String kind = "a";
  private final RateLimit limit =
      RateLimit.of(10, 60, () -> now)
          .by(
              request ->
                  kind.isEmpty()
                      ? Field.of(List.of())
                      : Field.of(kind.getBytes(StandardCharsets.ISO_8859_1)));

  /** The keys of this test do not look at requests. */
  private boolean matches() {
    return limit.matches(null);
  }

  private void fill() {
    for (int i = 0; i < 10; i++) {
      assertFalse(matches());
    }
  }

  @Test
  void matchesWhatIsBeyondTheLimitUntilTheWindowHasPassed() {
    fill();
    assertTrue(matches());
    now += TimeUnit.SECONDS.toNanos(59);
    assertTrue(matches());
    now += TimeUnit.SECONDS.toNanos(2);
    assertFalse(matches(), "two are left");
  }

  @Test
  void countsKindsApartHoweverLongTheyAre() {
    kind = "x".repeat(1_000);
    fill();
    kind = "x".repeat(999) + "y";
    assertFalse(matches());
    kind = "x".repeat(1_000);
    assertTrue(matches());
  }

  @Test
  void requestsWithoutAKeyAreNeitherCountedNorLimited() {
    kind = "";
    for (int i = 0; i < 30; i++) {
      assertFalse(matches());
    }
  }

  @Test
  void forgetsTheKindsThatItHasNotSeenForLongest() {
    fill();
    assertTrue(matches());
    for (int i = 0; i < 9_999; i++) {
      kind = "other" + i;
      assertFalse(matches());
    }
    kind = "a";
    assertTrue(matches(), "among the last ten thousand");
    for (int i = 0; i < 10_000; i++) {
      kind = "more" + i;
      assertFalse(matches());
    }
    kind = "a";
    assertFalse(matches(), "forgotten");
  }
}
