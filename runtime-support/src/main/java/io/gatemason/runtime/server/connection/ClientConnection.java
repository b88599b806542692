package io.gatemason.runtime.server.connection;

import io.gatemason.runtime.client.Upgraded;
import io.gatemason.runtime.clock.Ticker;
import io.gatemason.runtime.log.LogLimit;
import io.gatemason.runtime.server.http1.Conversation;
import io.gatemason.runtime.server.http1.Framing;
import io.gatemason.runtime.server.http1.HeadReader;
import io.gatemason.runtime.server.http1.RequestHead;
import io.gatemason.runtime.server.http1.RestOfBody;
import io.gatemason.runtime.server.tls.Handshake;
import io.gatemason.runtime.server.wire.ClientInput;
import io.gatemason.runtime.server.wire.ClientOutput;
import io.gatemason.runtime.server.wire.ClientSocket;
import io.gatemason.runtime.server.wire.ConnectionLimits;
import io.gatemason.runtime.server.wire.Deadline;
import io.gatemason.runtime.server.wire.OtherProtocol;
import io.gatemason.runtime.server.wire.Pace;
import io.gatemason.runtime.server.wire.RefusalException;
import io.gatemason.runtime.server.wire.Refusals;
import io.gatemason.runtime.server.wire.Target;
import io.gatemason.runtime.server.wire.Wait;
import io.helidon.common.buffers.BufferData;
import io.helidon.common.concurrency.limits.Limit;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.ServerConnectionException;
import io.helidon.webserver.spi.ServerConnection;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One connection of a client: HTTP/1 until its end, or until it turns out to be, or becomes,
 * another protocol. The next request is read when the one before is answered.
 */
final class ClientConnection implements ServerConnection, Deadline.Owner {
  private static final System.Logger LOG = System.getLogger(ClientConnection.class.getName());
  private static final LogLimit DEFECTS = new LogLimit(Ticker.system(), 2);

  private final ConnectionContext context;
  private final Connections connections;
  private final ClientSocket client;
  private final ClientInput input;
  private final ClientOutput output;
  private final HeadReader heads;
  private volatile @Nullable Conversation conversation;
  private volatile @Nullable OtherProtocol other;
  private volatile @Nullable Thread thread;

  ClientConnection(ConnectionContext context, Connections connections) {
    this.context = context;
    this.connections = connections;
    this.client = new ClientSocket(context, connections.deadlines(), this);
    this.input = client.input();
    this.output = client.output();
    this.heads = new HeadReader(connections.limits());
  }

  ClientSocket client() {
    return client;
  }

  @Override
  public void handle(Limit limit) throws InterruptedException {
    thread = Thread.currentThread();
    client.tls(Handshake.end());
    if (!connections.add(this)) {
      throw new CloseConnectionException("too many connections");
    }
    try {
      serve(limit);
    } catch (ServerConnectionException | UncheckedIOException e) {
      throw new CloseConnectionException("the client is gone", e);
    } catch (CloseConnectionException e) {
      throw e;
    } catch (RuntimeException e) {
      // Helidon's readers say that bytes break the rules by exceptions of many kinds.
      DEFECTS.log(LOG, System.Logger.Level.WARNING, "a connection ends, it cannot be read: " + e);
      throw new CloseConnectionException("not to be read", e);
    } finally {
      connections.remove(this);
    }
  }

  private void serve(Limit limit) throws InterruptedException {
    long start = connections.deadlines().now();
    if (!input.more(Wait.FIRST, start, start + connections.limits().firstWait().toNanos())) {
      return;
    }
    other = connections.protocols().withPreface(client);
    RequestLimit requests = RequestLimit.of(limit, context.listenerContext().config());
    boolean more = other == null;
    while (more) {
      more = another(requests);
    }
    OtherProtocol spoken = other;
    if (spoken != null) {
      connections.speaks(this);
      spoken.connection().handle(limit);
    }
  }

  /** Reads and answers a request; false if none follows in HTTP/1. */
  private boolean another(RequestLimit requests) throws InterruptedException {
    try {
      RequestHead head = head();
      if (head == null) {
        return false;
      }
      Framing framing = Framing.of(head);
      Target target = Target.of(head.method(), head.target());
      if (framing.asksForUpgrade()) {
        other = connections.protocols().upgraded(client, head);
        if (other != null) {
          return false;
        }
      }
      return answer(new Conversation(connections, client, head, framing, target), requests);
    } catch (RefusalException refusal) {
      refuse(refusal);
      return false;
    } finally {
      conversation = null;
    }
  }

  private @Nullable RequestHead head() throws InterruptedException {
    ConnectionLimits limits = connections.limits();
    if (input.available() == 0) {
      input.release();
      // Others go first: a busy client's next request has often come by then, and a read that
      // finds it is spared the poller, which costs more than a turn of the scheduler.
      connections.turns().giveWay(connections.deadlines().now());
      long start = connections.deadlines().now();
      if (!input.more(Wait.IDLE, start, start + limits.idleWait().toNanos())) {
        return null;
      }
    }
    int length = heads.read(input.bytes(), input.at(), input.end());
    if (length < 0) {
      long until = connections.deadlines().now() + limits.headWait().toNanos();
      while (length < 0) {
        if (!input.more(Wait.HEAD, connections.deadlines().now(), until)) {
          return null;
        }
        length = heads.read(input.bytes(), input.at(), input.end());
      }
    }
    input.skip(length);
    return heads.take();
  }

  private boolean answer(Conversation current, RequestLimit requests) {
    conversation = current;
    try {
      requests.run(connections.handler(), current);
    } catch (CloseConnectionException | RefusalException e) {
      throw e;
    } catch (RuntimeException e) {
      DEFECTS.log(LOG, System.Logger.Level.ERROR, "a request failed outside of its API", e);
    }
    if (!current.answer().begun()) {
      Refusals.send(current.answer(), 500);
    }
    Upgraded upgraded = current.answer().upgraded();
    if (upgraded != null) {
      other = new UpgradedConnection(connections, client, upgraded);
      return false;
    }
    return new RestOfBody(connections, input).follows(current);
  }

  private void refuse(RefusalException refusal) {
    Conversation current = conversation;
    if (current == null || current.answer().claim()) {
      output.put(Refusals.whole(refusal.status(), connections.date().line()));
      output.flush(new Pace(connections.limits()));
      new RestOfBody(connections, input).linger();
    }
  }

  @Override
  public long prolonged(Wait wait, long now) {
    OtherProtocol spoken = other;
    boolean busy = (wait == Wait.IDLE || wait == Wait.WORK) && spoken != null && spoken.busy();
    return busy ? now + connections.limits().idleWait().toNanos() : 0;
  }

  /** A client that was too slow with its request is told so, unless an answer has begun. */
  @Override
  public @Nullable Runnable lastWords(Wait wait) {
    if (other != null) {
      boolean silent = wait == Wait.IDLE || wait == Wait.HEAD;
      return silent ? () -> tell(OtherProtocol::farewell) : null;
    }
    Conversation current = conversation;
    boolean late = wait == Wait.HEAD && current == null;
    boolean stalled = wait == Wait.BODY && current != null && current.answer().claim();
    return late || stalled ? this::sayTooLate : null;
  }

  private void sayTooLate() {
    try {
      byte[] words = Refusals.whole(408, connections.date().line());
      context.serverSocket().write(BufferData.create(words));
    } catch (UncheckedIOException e) {
      LOG.log(System.Logger.Level.TRACE, "a slow client is gone already", e);
    }
  }

  /** Ends waits for what need not come: since then no request has, or no more of a head. */
  void drain(long now, long quiet, long silent) {
    OtherProtocol spoken = other;
    client.reading().cut(Wait.FIRST, now, quiet);
    if (spoken == null || !spoken.busy()) {
      client.reading().cut(Wait.IDLE, now, quiet);
      client.reading().cut(Wait.HEAD, now, silent);
    }
  }

  /** Tells who speaks of the end; the client may be gone. In HTTP/1 that is nobody. */
  void tell(Consumer<OtherProtocol> words) {
    OtherProtocol spoken = other;
    try {
      if (spoken != null) {
        words.accept(spoken);
      }
    } catch (UncheckedIOException | CloseConnectionException e) {
      LOG.log(System.Logger.Level.TRACE, "a client is gone before the service", e);
    }
  }

  @Override
  public Duration idleTime() {
    // Deadlines of our own end idle connections.
    return Duration.ZERO;
  }

  @Override
  public void close(boolean interrupt) {
    tell(spoken -> spoken.close(interrupt));
    Thread serving = thread;
    if (interrupt && serving != null) {
      serving.interrupt();
    }
  }
}
