package io.gatemason.runtime.transport;

/** Sends requests to backends. Thread-safe. */
public interface BackendClient extends AutoCloseable {

  /**
   * Sends the request and waits for the head of the answer. Interim answers are skipped, nothing is
   * interpreted: no redirect, cookie, or decoding.
   *
   * @throws BackendException if no answer could be had
   */
  BackendReply send(BackendAddress address, BackendRequest request) throws BackendException;

  /** The connections as they are now. */
  default PoolState pool() {
    return new PoolState(0, 0, 0);
  }

  /**
   * Connections of a client.
   *
   * @param active those over which a request is answered
   * @param idle those that are kept for the next
   * @param waiting requests that wait for one
   */
  record PoolState(int active, int idle, int waiting) {

    /** Both together. */
    PoolState plus(PoolState other) {
      return new PoolState(active + other.active, idle + other.idle, waiting + other.waiting);
    }
  }

  @Override
  void close();
}
