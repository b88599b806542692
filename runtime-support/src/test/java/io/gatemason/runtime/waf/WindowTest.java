package io.gatemason.runtime.waf;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class WindowTest {
  private final Window window = new Window();

  @Test
  void countsWhatIsNotOlderThanSixtySlots() {
    assertEquals(1, window.count(100));
    assertEquals(2, window.count(100));
    assertEquals(3, window.count(159));
    assertEquals(2, window.count(160), "both of slot 100 have ended");
  }

  @Test
  void forgetsAllAfterALongPause() {
    window.count(-5);
    window.count(0);
    assertEquals(1, window.count(1_000_000));
    assertEquals(2, window.count(1_000_059));
    assertEquals(2, window.count(1_000_060));
  }

  @Test
  void aClockThatLagsCountsInTheNewestSlot() {
    window.count(10);
    assertEquals(2, window.count(9));
    assertEquals(1, window.count(70), "it counted in slot 10");
  }
}
