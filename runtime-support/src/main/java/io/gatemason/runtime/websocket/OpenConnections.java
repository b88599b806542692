package io.gatemason.runtime.websocket;

import io.gatemason.runtime.clock.Ticker;
import io.gatemason.runtime.clock.WallClock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The open connections of a service, which are looked at once a second: whoever is idle for too
 * long or has lasted too long is closed. Opened once; safe for concurrent use.
 */
public final class OpenConnections implements AutoCloseable {
  private static final long PERIOD_NANOS = 1_000_000_000L;

  private final WebSocketOptions options;
  private final Ticker ticker;
  private final WallClock clock;
  private final Map<String, Connection> open = new ConcurrentHashMap<>();
  private final Thread watch;
  private volatile boolean closed;

  private OpenConnections(WebSocketOptions options, Ticker ticker, WallClock clock) {
    this.options = options;
    this.ticker = ticker;
    this.clock = clock;
    this.watch = new Thread(this::run, "gateway-websockets");
    watch.setDaemon(true);
  }

  /** Begins to watch connections, of which there are none yet. */
  public static OpenConnections start(WebSocketOptions options, Ticker ticker, WallClock clock) {
    OpenConnections connections = new OpenConnections(options, ticker, clock);
    connections.watch.start();
    return connections;
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
    open.put(connection.id(), connection);
  }

  void remove(Connection connection) {
    open.remove(connection.id());
  }

  /** The open connection of that id, null if there is none. */
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

  /** Watches no longer. */
  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(watch);
  }
}
