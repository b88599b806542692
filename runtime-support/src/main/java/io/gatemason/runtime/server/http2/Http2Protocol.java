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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/** HTTP/2 on a connection: Helidon's, behind the guard of frames. */
public final class Http2Protocol implements OtherProtocol, Http2Streams {
  /**
   * What a stream may send before anybody reads it. With a byte more it would be that of four
   * frames, and Helidon would gather updates of windows, those of a connection without regard to
   * the threads of its streams: some would be lost, others sent more than once.
   */
  public static final int WINDOW = 65_535;

  private static final int ANY_STREAM = Integer.MAX_VALUE;

  /** How much more may come over a connection than of one stream that nobody reads. */
  private static final int MORE_WINDOW = 65_536;

  /** A request that was sent before its client could know of the stop has come after that. */
  private static final long QUIET_NANOS = 100_000_000L;

  private final ClientSocket client;
  private final Surroundings surroundings;
  private final Deadlines deadlines;
  private final SentFrames writer;
  private final FrameGuard guard;
  private final ServerConnection connection;
  private final Set<Thread> running = ConcurrentHashMap.newKeySet();
  private final AtomicInteger requests = new AtomicInteger();
  private final AtomicInteger begun = new AtomicInteger();

  /** When the client was told of the stop; 0 for not yet. */
  private final AtomicLong announced = new AtomicLong();

  private volatile boolean ready;
  private volatile long lastRequest;
  private volatile long lastEnd;

  /**
   * @param preface how many bytes of the preface are still to come
   * @param upgraded whether a request has come already, over HTTP/1
   * @param helidon makes Helidon's part of the connection
   */
  public Http2Protocol(
      ClientSocket client,
      Surroundings surroundings,
      int preface,
      boolean upgraded,
      Function<ConnectionContext, ServerConnection> helidon) {
    this.client = client;
    this.surroundings = surroundings;
    this.deadlines = surroundings.deadlines();
    ConnectionContext context = client.context();
    FrameGuard frames =
        new FrameGuard(surroundings, client.input(), preface, upgraded ? 1 : 0, this);
    if (upgraded) {
      requested(deadlines.now());
    }
    GuardedWriter guarded = new GuardedWriter(context.dataWriter(), surroundings, client.writing());
    this.guard = frames;
    this.writer =
        new SentFrames(
            guarded, frames::lastStream, frames.open(), surroundings.limits().http2Streams());
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
    begun.incrementAndGet();
  }

  /** A request has ended; one whose client was too slow keeps the connection no longer alive. */
  public void streamEnds(int stream, boolean tooSlow) {
    guard.open().gatewayEnds(stream);
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

  /** Whether the client may have this stream besides those that it has. */
  boolean admits(int stream) {
    return guard.open().admits(stream);
  }

  /** The head of the answer on a stream has {@linkplain StandIns stand-ins}. */
  void standIns(int stream) {
    writer.standIns(stream);
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

  /** A client whose connection is younger than the news of the stop is told now. */
  @Override
  public void ready() {
    allow(MORE_WINDOW);
    ready = true;
    if (surroundings.draining()) {
      announceStop();
    }
  }

  @Override
  public void requested(long now) {
    lastRequest = now;
    requests.incrementAndGet();
  }

  @Override
  public boolean spend(int bytes) {
    return writer.spend(bytes);
  }

  /**
   * A request counts from its head on, since on a full machine its thread begins later; but not for
   * ever, since Helidon answers some itself. Who has just been told of the stop may have sent one.
   */
  @Override
  public boolean busy() {
    long now = deadlines.now();
    long told = announced.get();
    long mayBegin = surroundings.limits().headWait().toNanos();
    return !running.isEmpty()
        || (begun.get() < requests.get() && now - lastRequest < mayBegin)
        || (told > 0 && now - told < QUIET_NANOS);
  }

  @Override
  public long lastEnd() {
    return lastEnd;
  }

  @Override
  public void announceStop() {
    if (ready && announced.compareAndSet(0, deadlines.now())) {
      goodbye(ANY_STREAM, Http2ErrorCode.NO_ERROR);
    }
  }

  /** Says which request was the last that may have been worked at (RFC 9113 §6.8). */
  @Override
  public void farewell() {
    announced.compareAndSet(0, deadlines.now());
    goodbye(guard.lastStream(), Http2ErrorCode.NO_ERROR);
  }

  @Override
  public void goodbye(int lastStream, Http2ErrorCode errorCode) {
    BufferData frame = BufferData.create(17);
    frame.writeInt24(8);
    frame.writeInt8(Frame.GOAWAY);
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
