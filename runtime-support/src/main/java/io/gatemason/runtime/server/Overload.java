package io.gatemason.runtime.server;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Bounds the requests that are served at the same time; nobody waits for a place, since a queue
 * would make every answer late. Safe for concurrent use.
 */
final class Overload {
  private final int most;
  private final AtomicInteger running = new AtomicInteger();

  Overload(int most) {
    this.most = most;
  }

  /** Takes a place; false if there is none. Who has taken one has to leave it. */
  boolean enter() {
    if (running.incrementAndGet() > most) {
      running.decrementAndGet();
      return false;
    }
    return true;
  }

  void leave() {
    running.decrementAndGet();
  }
}
