package io.gatemason.runtime.server.connection;

import io.gatemason.runtime.clock.Ticker;
import io.gatemason.runtime.clock.WallClock;
import io.gatemason.runtime.server.http2.Http2Handler;
import io.gatemason.runtime.server.http2.Http2Protocol;
import io.gatemason.runtime.server.tls.Handshakes;
import io.gatemason.runtime.server.wire.ConnectionLimits;
import io.gatemason.runtime.server.wire.DateField;
import io.gatemason.runtime.server.wire.Deadlines;
import io.gatemason.runtime.server.wire.OtherProtocol;
import io.gatemason.runtime.server.wire.RequestHandler;
import io.gatemason.runtime.server.wire.Surroundings;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http2.Http2Config;
import io.helidon.webserver.spi.ServerConnectionSelector;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** All connections of a listener, how many there may be, and how they end. */
public final class Connections implements Surroundings, AutoCloseable {
  /** A request that was sent before its client could know of the end has come after that. */
  private static final long QUIET_NANOS = 100_000_000L;

  /** Who is silent for so long within a request's head is not about to send the rest. */
  private static final long SILENT_NANOS = 1_000_000_000L;

  private static final long DRAIN_PERIOD_MILLIS = 20;

  /** How long before the end of the drain those that are left are told that they will be cut. */
  private static final long LAST_WORDS_NANOS = 250_000_000L;

  private final ConnectionLimits limits;
  private final RequestHandler handler;
  private final Deadlines deadlines;
  private final Handshakes handshakes;
  private final DateField date;
  private final Protocols protocols;
  private final Turns turns = new Turns();
  private final Set<ClientConnection> open = ConcurrentHashMap.newKeySet();
  private final AtomicInteger count = new AtomicInteger();
  private final Map<String, Integer> perAddress = new ConcurrentHashMap<>();
  private volatile boolean draining;

  private Connections(ConnectionLimits limits, RequestHandler handler) {
    this.limits = limits;
    this.handler = handler;
    this.deadlines = Deadlines.start(Ticker.system());
    this.handshakes = new Handshakes(limits, deadlines);
    this.date = new DateField(WallClock.system());
    this.protocols = new Protocols(this, http2(limits));
  }

  /** The connections of a listener that is about to start. */
  public static Connections of(ConnectionLimits limits, RequestHandler handler) {
    return new Connections(limits, handler);
  }

  private static Http2Config http2(ConnectionLimits limits) {
    return Http2Config.builder()
        // What is longer than the limit is measured and refused before that.
        .maxHeaderListSize(2L * limits.headerBytes())
        // A stream that is over for its client is so for Helidon a little later; who is told of
        // fewer, and keeps to it, never loses its connection by that.
        .maxConcurrentStreams(2L * limits.http2Streams())
        .initialWindowSize(Http2Protocol.WINDOW)
        .flowControlTimeout(limits.grace())
        // Ends the whole connection for one malformed path; targets are judged like all others.
        .validatePath(false)
        .build();
  }

  /** What gives the listener's connections to this class; the only selector there may be. */
  public ServerConnectionSelector selector() {
    return new ClientSelector(this);
  }

  /** What answers requests that Helidon has decoded. */
  public Handler routed() {
    return new Http2Handler(this);
  }

  @Override
  public ConnectionLimits limits() {
    return limits;
  }

  @Override
  public RequestHandler handler() {
    return handler;
  }

  @Override
  public Deadlines deadlines() {
    return deadlines;
  }

  @Override
  public DateField date() {
    return date;
  }

  Turns turns() {
    return turns;
  }

  /** What has not become a connection yet. */
  public Handshakes handshakes() {
    return handshakes;
  }

  Protocols protocols() {
    return protocols;
  }

  @Override
  public boolean draining() {
    return draining;
  }

  /** False if there are too many connections already. */
  boolean add(ClientConnection connection) {
    boolean admitted = false;
    try {
      admitted = count.incrementAndGet() <= limits.connections() && admitsAddressOf(connection);
    } finally {
      if (!admitted) {
        count.decrementAndGet();
      }
    }
    if (!admitted) {
      return false;
    }
    open.add(connection);
    deadlines.add(connection.client().reading());
    deadlines.add(connection.client().writing());
    return true;
  }

  private boolean admitsAddressOf(ClientConnection connection) {
    int most = limits.connectionsPerAddress();
    if (most == 0) {
      return true;
    }
    String address = connection.client().peers().clientAddress();
    if (perAddress.merge(address, 1, Integer::sum) <= most) {
      return true;
    }
    forget(address);
    return false;
  }

  private void forget(String address) {
    perAddress.computeIfPresent(address, (key, number) -> number == 1 ? null : number - 1);
  }

  void remove(ClientConnection connection) {
    open.remove(connection);
    deadlines.remove(connection.client().reading());
    deadlines.remove(connection.client().writing());
    count.decrementAndGet();
    if (limits.connectionsPerAddress() > 0) {
      forget(connection.client().peers().clientAddress());
    }
  }

  /** From now on every answer is the last one of its connection. */
  public void announceStop() {
    draining = true;
    open.forEach(connection -> goodbye(connection, OtherProtocol::announceStop));
  }

  /** A connection whose protocol is another one now is told of the stop, too. */
  void speaks(ClientConnection connection) {
    if (draining) {
      goodbye(connection, OtherProtocol::announceStop);
    }
  }

  /** By a thread of its own: a client that takes nothing keeps nobody else waiting. */
  private static Thread goodbye(ClientConnection connection, Consumer<OtherProtocol> words) {
    return Thread.ofVirtual().name("gateway-goodbye").start(() -> connection.tell(words));
  }

  /**
   * Ends connections as soon as nothing is lost by it, and at the end of {@code grace} all others.
   * Returns when there are none, or they have been told.
   *
   * @param listening whether connections may come of which nothing is known here yet
   */
  public void drain(Duration grace, BooleanSupplier listening) throws InterruptedException {
    long until = deadlines.now() + grace.toNanos();
    long end = until - Math.min(LAST_WORDS_NANOS, grace.toNanos() / 2);
    while ((listening.getAsBoolean() || !open.isEmpty()) && deadlines.now() < end) {
      long now = deadlines.now();
      handshakes.drain(now, QUIET_NANOS);
      open.forEach(connection -> connection.drain(now, QUIET_NANOS, SILENT_NANOS));
      Thread.sleep(DRAIN_PERIOD_MILLIS);
    }
    List<Thread> told = open.stream().map(last -> goodbye(last, OtherProtocol::farewell)).toList();
    for (Thread telling : told) {
      telling.join(Duration.ofNanos(Math.max(1, until - deadlines.now())));
    }
    open.forEach(connection -> connection.close(true));
  }

  @Override
  public void close() {
    deadlines.close();
  }
}
