package io.gatemason.runtime.websocket;

import io.gatemason.runtime.store.EntryCodec;
import io.gatemason.runtime.store.Owner;
import io.gatemason.runtime.store.OwnerSilentException;
import io.gatemason.runtime.store.Ownership;
import java.io.UncheckedIOException;
import java.util.Set;

/**
 * The processes of a service among which its connections are spread
 * (docs/behaviour/websocket.md#processes). Safe for concurrent use.
 */
final class Peers implements Owner {
  private static final System.Logger LOG = System.getLogger(Peers.class.getName());

  private final OpenConnections connections;
  private final Ownership ownership;
  private final EntryCodec<byte[]> codec;

  /**
   * Takes part.
   *
   * @param codec how what leaves this process is written
   */
  Peers(OpenConnections connections, Ownership ownership, EntryCodec<byte[]> codec) {
    this.connections = connections;
    this.ownership = ownership;
    this.codec = codec;
  }

  void begin() {
    ownership.begin(this);
  }

  /** Tells the others of a connection of this process. */
  void add(Connection connection) {
    ownership.own(connection.id(), () -> codec.encode(Bequest.of(connection).encode()));
  }

  /** A connection of this process is over; false if that is another process's business. */
  boolean remove(Connection connection) {
    return ownership.release(connection.id());
  }

  /** Has the process do it that has the connection. */
  Callback.Reply call(String id, Callback callback) {
    try {
      byte[] answer = ownership.ask(id, codec.encode(callback.encode()));
      return answer == null ? Callback.Reply.GONE : Callback.Reply.decode(codec.decode(answer));
    } catch (OwnerSilentException e) {
      LOG.log(System.Logger.Level.DEBUG, "connection {0} of another process: {1}", id, e);
      return Callback.Reply.BUSY;
    }
  }

  @Override
  public byte[] asked(String name, byte[] question) {
    Callback callback = Callback.decode(codec.decode(question));
    return codec.encode(callback.on(connections.find(name)).encode());
  }

  @Override
  public void inherited(String name, byte[] bequest) {
    Bequest known;
    try {
      known = Bequest.decode(codec.decode(bequest));
    } catch (UncheckedIOException | IllegalArgumentException e) {
      LOG.log(System.Logger.Level.WARNING, "an end of a connection cannot be told: {0}", e);
      return;
    }
    WebSockets served = connections.served(known.apiId(), known.stage());
    if (served == null) {
      LOG.log(
          System.Logger.Level.WARNING,
          "an end of a connection of {0}/{1} cannot be told: nobody serves that here",
          known.apiId(),
          known.stage());
      return;
    }
    new Connection(known.handshake(), served).died();
  }

  @Override
  public void disinherited(Set<String> names) {
    for (String name : names) {
      Connection connection = connections.find(name);
      if (connection != null) {
        // A client that takes nothing keeps nobody else waiting.
        Thread.ofVirtual()
            .name("gateway-websocket-close")
            .start(() -> connection.close(CloseStatus.GOING_AWAY));
      }
    }
  }

  void end() {
    ownership.close();
  }
}
