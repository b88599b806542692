package io.gatemason.runtime.transport;

/** Sends requests to backends. The one place behind which an HTTP library stands. Thread-safe. */
public interface BackendClient extends AutoCloseable {

  /**
   * Sends the request and waits for the head of the answer. Interim answers are skipped, nothing is
   * interpreted: no redirect, cookie, or decoding.
   *
   * @throws BackendException if no answer could be had
   */
  BackendReply send(BackendAddress address, BackendRequest request) throws BackendException;

  @Override
  void close();
}
