package io.gatemason.runtime.server.connection;

import io.gatemason.runtime.client.ClientStream;
import io.gatemason.runtime.client.Upgraded;
import io.gatemason.runtime.server.wire.ClientInput;
import io.gatemason.runtime.server.wire.ClientOutput;
import io.gatemason.runtime.server.wire.ClientSocket;
import io.gatemason.runtime.server.wire.DeadlinePassedException;
import io.gatemason.runtime.server.wire.OtherProtocol;
import io.gatemason.runtime.server.wire.Pace;
import io.gatemason.runtime.server.wire.Wait;
import io.helidon.common.concurrency.limits.Limit;
import io.helidon.webserver.spi.ServerConnection;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A connection that speaks what an answer agreed upon, from the first byte that nobody has read.
 * How long it may be silent is the business of who speaks; how slowly it may be read is not.
 */
final class UpgradedConnection implements OtherProtocol, ServerConnection, ClientStream {
  private static final System.Logger LOG = System.getLogger(UpgradedConnection.class.getName());

  private final Connections connections;
  private final ClientSocket client;
  private final Upgraded upgraded;
  private volatile boolean closed;

  UpgradedConnection(Connections connections, ClientSocket client, Upgraded upgraded) {
    this.connections = connections;
    this.client = client;
    this.upgraded = upgraded;
  }

  @Override
  public void handle(Limit limit) {
    try {
      upgraded.speak(this);
    } finally {
      closed = true;
      end();
      upgraded.ended();
    }
  }

  private void end() {
    try {
      client.context().serverSocket().close();
    } catch (UncheckedIOException e) {
      LOG.log(System.Logger.Level.TRACE, "the connection was closed already", e);
    }
  }

  @Override
  public byte @Nullable [] read() {
    ClientInput input = client.input();
    if (input.available() > 0) {
      return input.take();
    }
    try {
      return closed
          ? null
          : input.received(Wait.TUNNEL, connections.deadlines().now(), Long.MAX_VALUE);
    } catch (DeadlinePassedException e) {
      return null;
    }
  }

  @Override
  public void write(byte[] bytes) {
    ClientOutput output = client.output();
    output.put(bytes);
    output.flush(new Pace(connections.limits()));
  }

  @Override
  public void close() {
    closed = true;
    client.reading().cut(Wait.TUNNEL, connections.deadlines().now(), 0);
  }

  @Override
  public ServerConnection connection() {
    return this;
  }

  @Override
  public boolean busy() {
    return true;
  }

  @Override
  public void announceStop() {
    upgraded.announceStop();
  }

  @Override
  public Duration idleTime() {
    return Duration.ZERO;
  }

  @Override
  public void close(boolean interrupt) {
    close();
  }
}
