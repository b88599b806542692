package io.gatemason.runtime.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class FlightsTest {
  private final Flights<String> flights = new Flights<>();

  @Test
  void othersGetWhatTheFirstOneBrings() throws Exception {
    var flight = flights.start("n");
    assertNotNull(flight);
    assertNull(flights.start("n"));
    CompletableFuture<Optional<String>> waiting =
        CompletableFuture.supplyAsync(() -> await("n", Duration.ofSeconds(20)));
    flight.land("entry");
    Optional<String> got = waiting.get();
    // Whoever came after the landing finds nothing under way, and looks at the cache again.
    assertEquals(true, got.isEmpty() || got.get().equals("entry"));
    assertNotNull(flights.start("n"));
  }

  @Test
  void aFlightThatBringsNothingSendsTheOthersOnTheirOwnWay() {
    var flight = flights.start("n");
    assertNotNull(flight);
    flight.land(null);
    flight.land("too late");
    assertEquals(Optional.empty(), await("n", Duration.ofSeconds(1)));
  }

  @Test
  void patienceEnds() {
    assertNotNull(flights.start("n"));
    assertThrows(TimeoutException.class, () -> flights.await("n", Duration.ofMillis(1)));
  }

  private Optional<String> await(String name, Duration patience) {
    try {
      return flights.await(name, patience);
    } catch (TimeoutException e) {
      throw new AssertionError(e);
    }
  }
}
