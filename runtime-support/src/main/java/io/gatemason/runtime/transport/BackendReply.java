package io.gatemason.runtime.transport;

import java.io.InputStream;

/**
 * A backend's answer whose head has arrived. Used by one thread, and closed in every case: closing
 * before the end of the body aborts the call.
 */
public interface BackendReply extends AutoCloseable {

  int status();

  HeaderFields headers();

  /** Length of the body in bytes, -1 if it is known only at its end. */
  long length();

  /**
   * The body. Reading fails with {@link BackendException} when the backend breaks off or takes too
   * long. The call is over when the end has been read.
   */
  InputStream body();

  /**
   * From now on only the time spent in reads counts against the time limit, so that a slow client
   * does not look like a slow backend.
   */
  void countReadsOnly();

  /** As {@link #countReadsOnly}; in addition no read may take longer than silence in a stream. */
  void stream();

  @Override
  void close();
}
