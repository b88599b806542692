package io.gatemason.runtime.server;

/** Whether the service would like to get requests. Safe for concurrent use. */
final class Readiness {
  private volatile boolean ready;

  /** The service has started. */
  void begin() {
    ready = true;
  }

  /** The service is about to stop. */
  void end() {
    ready = false;
  }

  /** Whether it has started and is not about to stop. */
  boolean ready() {
    return ready;
  }
}
