package io.gatemason.runtime.client;

import org.jspecify.annotations.Nullable;

/**
 * The bytes of a connection after its client and the gateway have agreed to speak another protocol
 * over it. Reading and writing belong to one thread each at a time.
 */
public interface ClientStream {

  /** Waits for bytes and gives those that came, at least one; null at the end of the connection. */
  byte @Nullable [] read();

  /**
   * Writes bytes.
   *
   * @throws RuntimeException if the client is gone, or takes them too slowly: the connection is
   *     over
   */
  void write(byte[] bytes);

  /** Closes the connection; whoever reads comes to its end. Safe for concurrent use. */
  void close();
}
