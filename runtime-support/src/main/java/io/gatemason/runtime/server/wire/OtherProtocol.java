package io.gatemason.runtime.server.wire;

import io.helidon.webserver.spi.ServerConnection;

/** What a connection speaks that does not speak HTTP/1 any more. */
public interface OtherProtocol {

  /** Helidon's part of it. */
  ServerConnection connection();

  /** Whether somebody still works for the client. */
  boolean busy();

  /** Tells the client that the service stops. */
  void announceStop();

  /** Last words to the client, whose connection is about to be cut. */
  default void farewell() {}

  /** Ends the connection: with {@code interrupt} in any case, else if nothing would be lost. */
  void close(boolean interrupt);
}
