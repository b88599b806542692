package io.gatemason.runtime.cache;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Lets one of several requests for the same entry ask the backend, while the others wait for what
 * it gets. Safe for concurrent use.
 *
 * @param <V> the type of entries
 */
final class Flights<V> {
  private final Map<String, CompletableFuture<Optional<V>>> flying = new ConcurrentHashMap<>();
  private final AtomicLong landings = new AtomicLong();

  /** How many flights have ended, or are about to: what they bring is kept by then. */
  long landings() {
    return landings.get();
  }

  /** A flight of the caller's own, or null if another one is under way, which can be awaited. */
  @Nullable Flight start(String name) {
    CompletableFuture<Optional<V>> result = new CompletableFuture<>();
    return flying.putIfAbsent(name, result) == null ? new Flight(name, result) : null;
  }

  /**
   * What the flight under way brings; empty if it brings nothing that others may have, or there is
   * none any more.
   *
   * @throws TimeoutException if it takes longer than {@code patience}
   */
  Optional<V> await(String name, Duration patience) throws TimeoutException {
    CompletableFuture<Optional<V>> result = flying.get(name);
    if (result == null) {
      return Optional.empty();
    }
    try {
      return result.get(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a flight ends without exceptions", e);
    }
  }

  /** One request on its way to the backend for itself and others. */
  final class Flight {
    private final String name;
    private final CompletableFuture<Optional<V>> result;

    private Flight(String name, CompletableFuture<Optional<V>> result) {
      this.name = name;
      this.result = result;
    }

    /** Ends the flight, once; later ends are ignored. */
    void land(@Nullable V entry) {
      // Before the next one may start, so that it looks at what this one has brought.
      landings.incrementAndGet();
      if (flying.remove(name, result)) {
        result.complete(Optional.ofNullable(entry));
      }
    }
  }
}
