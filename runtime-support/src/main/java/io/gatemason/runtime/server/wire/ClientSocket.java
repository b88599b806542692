package io.gatemason.runtime.server.wire;

import io.gatemason.runtime.client.ClientTls;
import io.helidon.webserver.ConnectionContext;
import org.jspecify.annotations.Nullable;

/** The connection of one client: what it sends, what it is sent, and how long that may take. */
public final class ClientSocket {
  private final ConnectionContext context;
  private final Deadline reading;
  private final Deadline writing;
  private final ClientInput input;
  private final ClientOutput output;
  private @Nullable Peers peers;
  private @Nullable ClientTls tls;

  /**
   * @param owner who is asked before a wait for the client is cut
   */
  public ClientSocket(ConnectionContext context, Deadlines deadlines, Deadline.Owner owner) {
    this.context = context;
    this.reading = new Deadline(owner);
    this.writing = new Deadline(owner);
    this.input = new ClientInput(context.serverSocket(), reading);
    this.output = new ClientOutput(context.serverSocket(), deadlines, writing);
  }

  /** The connection as Helidon's listener made it. */
  public ConnectionContext context() {
    return context;
  }

  /** What the client sends. */
  public ClientInput input() {
    return input;
  }

  /** What the client is sent. */
  public ClientOutput output() {
    return output;
  }

  /** Bounds the waits for what the client sends. */
  public Deadline reading() {
    return reading;
  }

  /** Bounds the waits for the client to take what it is sent. */
  public Deadline writing() {
    return writing;
  }

  /** Says what was agreed when the handshake was over. */
  public void tls(@Nullable ClientTls agreed) {
    tls = agreed;
  }

  /** TLS of the connection, null if there is none. */
  public @Nullable ClientTls tls() {
    return tls;
  }

  /** The two ends; over TLS known when the first bytes have come. */
  public Peers peers() {
    Peers known = peers;
    if (known == null) {
      known = Peers.of(context);
      peers = known;
    }
    return known;
  }
}
