package io.gatemason.runtime.server.http2;

import io.gatemason.runtime.server.wire.ClientSocket;
import io.gatemason.runtime.server.wire.Deadlines;
import io.gatemason.runtime.server.wire.GuardedWriter;
import io.gatemason.runtime.server.wire.OtherProtocol;
import io.gatemason.runtime.server.wire.Surroundings;
import io.gatemason.runtime.server.wire.UpgradedContext;
import io.helidon.common.buffers.BufferData;
import io.helidon.common.buffers.DataReader;
import io.helidon.http.http2.Http2ErrorCode;
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
  private final FrameGuard guard;
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
    this.guard = new FrameGuard(surroundings, client.input(), preface, this);
    this.connection =
        helidon.apply(
            new UpgradedContext(
                context,
                DataReader.create(new WatchedReader(guard, client, surroundings)),
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

  /** A request has ended; one whose client was too slow keeps the connection no longer alive. */
  public void streamEnds(boolean tooSlow) {
    if (!tooSlow) {
      lastEnd = deadlines.now();
    }
    running.remove(Thread.currentThread());
  }

  /**
   * Nothing more of a stream is wanted, though its body has not ended.
   *
   * @return whether nothing more of it can come; if not, it has to be read on
   */
  public boolean refuse(int stream) {
    return guard.refuse(stream);
  }

  @Override
  public void allow(int bytes) {
    if (bytes == 0) {
      return;
    }
    BufferData frame = BufferData.create(13);
    frame.writeInt24(4);
    frame.writeInt8(Frame.WINDOW_UPDATE);
    frame.writeInt8(0);
    frame.writeInt32(0);
    frame.writeInt32(bytes);
    writer.writeNow(frame);
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
    goodbye(ANY_STREAM, Http2ErrorCode.NO_ERROR);
  }

  @Override
  public void goodbye(int lastStream, Http2ErrorCode errorCode) {
    BufferData frame = BufferData.create(17);
    frame.writeInt24(8);
    frame.writeInt8(GOAWAY);
    frame.writeInt8(0);
    frame.writeInt32(0);
    frame.writeInt32(lastStream);
    frame.writeInt32(errorCode.code());
    writer.writeNow(frame);
  }

  @Override
  public void close(boolean interrupt) {
    if (interrupt) {
      running.forEach(Thread::interrupt);
    }
  }
}
