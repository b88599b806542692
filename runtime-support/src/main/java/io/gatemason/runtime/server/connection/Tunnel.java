package io.gatemason.runtime.server.connection;

import io.gatemason.runtime.server.wire.OtherProtocol;
import io.helidon.webserver.spi.ServerConnection;

/** A protocol whose life is its own business once it was agreed upon. */
record Tunnel(ServerConnection connection) implements OtherProtocol {

  @Override
  public boolean busy() {
    return true;
  }

  @Override
  public void announceStop() {
    connection.close(false);
  }

  @Override
  public void close(boolean interrupt) {
    connection.close(interrupt);
  }
}
