package io.gatemason.runtime.server.http2;

import io.gatemason.runtime.server.wire.ClientSocket;
import io.gatemason.runtime.server.wire.Deadlines;
import io.gatemason.runtime.server.wire.GuardedWriter;
import io.gatemason.runtime.server.wire.OtherProtocol;
import io.gatemason.runtime.server.wire.Surroundings;
import io.gatemason.runtime.server.wire.UpgradedContext;
import io.helidon.common.buffers.BufferData;
import io.helidon.common.buffers.DataReader;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.spi.ServerConnection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** HTTP/2 on a connection: Helidon's, behind the guard of frames. */
public final class Http2Protocol implements OtherProtocol, FrameGuard.Streams {
  private static final int GOAWAY = 7;
  private static final int ANY_STREAM = Integer.MAX_VALUE;

  private final ClientSocket client;
  private final Deadlines deadlines;
  private final GuardedWriter writer;
  private final ServerConnection connection;
  private final Set<Thread> running = ConcurrentHashMap.newKeySet();
  private volatile long lastEnd;

  /**
   * @param preface how many bytes of the preface are still to come
   * @param helidon makes Helidon's part of the connection
   */
  public Http2Protocol(
      ClientSocket client,
      Surroundings surroundings,
      int preface,
      Function<ConnectionContext, ServerConnection> helidon) {
    this.client = client;
    this.deadlines = surroundings.deadlines();
    ConnectionContext context = client.context();
    this.writer = new GuardedWriter(context.dataWriter(), surroundings, client.writing());
    FrameGuard guard = new FrameGuard(surroundings, client.input(), preface, this);
    this.connection =
        helidon.apply(
            new UpgradedContext(
                context,
                DataReader.create(guard),
                writer,
                new ClientPeer(context.remotePeer(), this)));
  }

  public ClientSocket client() {
    return client;
  }

  @Override
  public ServerConnection connection() {
    return connection;
  }

  public void streamBegins() {
    running.add(Thread.currentThread());
  }

  public void streamEnds() {
    lastEnd = deadlines.now();
    running.remove(Thread.currentThread());
  }

  @Override
  public boolean busy() {
    return !running.isEmpty();
  }

  @Override
  public long lastEnd() {
    return lastEnd;
  }

  @Override
  public void announceStop() {
    goodbye(ANY_STREAM, 0);
  }

  @Override
  public void goodbye(int lastStream, int errorCode) {
    BufferData frame = BufferData.create(17);
    frame.writeInt24(8);
    frame.writeInt8(GOAWAY);
    frame.writeInt8(0);
    frame.writeInt32(0);
    frame.writeInt32(lastStream);
    frame.writeInt32(errorCode);
    writer.writeNow(frame);
  }

  @Override
  public void close(boolean interrupt) {
    if (interrupt) {
      running.forEach(Thread::interrupt);
    }
  }
}
