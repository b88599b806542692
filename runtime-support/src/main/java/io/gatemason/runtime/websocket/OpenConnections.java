package io.gatemason.runtime.websocket;

import io.gatemason.runtime.clock.Ticker;
import io.gatemason.runtime.clock.WallClock;
import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.exchange.Limits;
import io.gatemason.runtime.payload.MemoryBudget;
import io.gatemason.runtime.store.BytesCodec;
import io.gatemason.runtime.store.EntryCodec;
import io.gatemason.runtime.store.Ownership;
import io.gatemason.runtime.store.SoleOwnership;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The open connections of a service, which are looked at once a second: whoever is idle for too
 * long or has lasted too long is closed. Opened once; safe for concurrent use.
 */
public final class OpenConnections implements AutoCloseable {
  private static final long PERIOD_NANOS = 1_000_000_000L;
  private static final long END_MILLIS = 10;

  private final WebSocketOptions options;
  private final Ticker ticker;
  private final WallClock clock;
  private final Map<String, Connection> open = new ConcurrentHashMap<>();

  /** Those that are open, or whose end is being told. */
  private final Set<Connection> unfinished = ConcurrentHashMap.newKeySet();

  private final Map<String, WebSockets> served = new ConcurrentHashMap<>();
  private volatile MemoryBudget memory = MemoryBudget.of(Long.MAX_VALUE);
  private volatile Limits limits = Limits.DEFAULT;
  private final Peers peers;
  private final Thread watch;
  private volatile boolean closed;

  private OpenConnections(
      WebSocketOptions options,
      Ticker ticker,
      WallClock clock,
      Ownership ownership,
      EntryCodec<byte[]> codec) {
    this.options = options;
    this.ticker = ticker;
    this.clock = clock;
    this.peers = new Peers(this, ownership, codec);
    this.watch = new Thread(this::run, "gateway-websockets");
    watch.setDaemon(true);
  }

  /** Begins to watch connections, of which there are none yet. */
  public static OpenConnections start(WebSocketOptions options, Ticker ticker, WallClock clock) {
    return start(options, ticker, clock, new SoleOwnership(), new BytesCodec());
  }

  /**
   * As {@link #start(WebSocketOptions, Ticker, WallClock)}, among other processes.
   *
   * @param ownership which process has which connection, by their ids
   * @param codec how what is known of connections and sent to them is written where it leaves this
   *     process
   */
  public static OpenConnections start(
      WebSocketOptions options,
      Ticker ticker,
      WallClock clock,
      Ownership ownership,
      EntryCodec<byte[]> codec) {
    OpenConnections connections = new OpenConnections(options, ticker, clock, ownership, codec);
    connections.peers.begin();
    connections.watch.start();
    return connections;
  }

  /**
   * Has the messages and ends of connections told to this API from now on, also the ends of those
   * that came to processes which died.
   */
  void serve(WebSockets api) {
    served.put(key(api.info().apiId(), api.info().stage()), api);
  }

  /** The bounds that a handshake was under are those of the service, and hold for messages, too. */
  void boundBy(Exchange exchange) {
    memory = MemoryBudget.current();
    limits = exchange.limits();
  }

  MemoryBudget memory() {
    return memory;
  }

  Limits limits() {
    return limits;
  }

  /** The stages of APIs that are served, as {@code api/stage}. */
  public Set<String> served() {
    return Set.copyOf(served.keySet());
  }

  /** What serves a stage of an API now, null if nothing does. */
  @Nullable WebSockets served(String apiId, String stage) {
    return served.get(key(apiId, stage));
  }

  private static String key(String apiId, String stage) {
    return apiId + "/" + stage;
  }

  WebSocketOptions options() {
    return options;
  }

  Ticker ticker() {
    return ticker;
  }

  WallClock clock() {
    return clock;
  }

  void add(Connection connection) {
    unfinished.add(connection);
    open.put(connection.id(), connection);
    connection.owner().watch().connections(1);
    peers.add(connection);
  }

  /** The connection is over; false if another process is telling that already. */
  boolean remove(Connection connection) {
    if (open.remove(connection.id()) != null) {
      connection.owner().watch().connections(-1);
    }
    return peers.remove(connection);
  }

  /** The connection is over, and that has been told. */
  void finished(Connection connection) {
    unfinished.remove(connection);
  }

  /** Has a call of {@code @connections} done by the process that has the connection. */
  Callback.Reply call(String id, Callback callback) {
    Connection own = open.get(id);
    return own == null ? peers.call(id, callback) : callback.on(own);
  }

  /** The open connection of this process with that id, null if there is none. */
  @Nullable Connection find(String id) {
    return open.get(id);
  }

  /** How many there are. */
  public int count() {
    return open.size();
  }

  private void run() {
    while (!closed) {
      sweep();
      LockSupport.parkNanos(PERIOD_NANOS);
    }
  }

  void sweep() {
    long now = ticker.nanos();
    open.values().forEach(connection -> judge(connection, now));
  }

  private void judge(Connection connection, long now) {
    if (connection.isClosing()) {
      if (now - connection.closingSince() >= options.closeWait().toNanos()) {
        connection.cut();
      }
      return;
    }
    boolean idle = now - connection.activeNanos() >= options.idle().toNanos();
    boolean old = now - connection.handshake().begunNanos() >= options.life().toNanos();
    if (idle || old) {
      // A client that takes nothing keeps nobody else waiting.
      Thread.ofVirtual()
          .name("gateway-websocket-close")
          .start(() -> connection.close(CloseStatus.GOING_AWAY));
    }
  }

  /**
   * Closes all connections that are still open, for instance because other code takes over, and
   * waits until their ends have been told, at most twice the time in which a client has to agree.
   */
  @Override
  public void close() {
    open.values()
        .forEach(
            connection ->
                Thread.ofVirtual()
                    .name("gateway-websocket-close")
                    .start(() -> connection.close(CloseStatus.GOING_AWAY)));
    try {
      awaitEnds();
      unfinished.forEach(Connection::cut);
      awaitEnds();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    closed = true;
    LockSupport.unpark(watch);
    peers.end();
  }

  private void awaitEnds() throws InterruptedException {
    long left = options.closeWait().toMillis();
    while (!unfinished.isEmpty() && left > 0) {
      Thread.sleep(END_MILLIS);
      left -= END_MILLIS;
    }
  }
}
