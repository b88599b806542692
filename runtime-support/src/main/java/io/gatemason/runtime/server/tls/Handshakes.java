package io.gatemason.runtime.server.tls;

import io.gatemason.runtime.server.wire.ConnectionLimits;
import io.gatemason.runtime.server.wire.Deadlines;
import io.gatemason.runtime.server.wire.Wait;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLException;

/**
 * The connections that are at their TLS handshake, and are not counted among those of the listener
 * yet. Safe for concurrent use.
 */
public final class Handshakes {
  private final ConnectionLimits limits;
  private final Deadlines deadlines;
  private final Set<Handshake> running = ConcurrentHashMap.newKeySet();

  public Handshakes(ConnectionLimits limits, Deadlines deadlines) {
    this.limits = limits;
    this.deadlines = deadlines;
  }

  /**
   * A handshake with this client begins on the calling thread.
   *
   * @throws SSLException if the client's address has as many as it may have connections
   */
  Handshake begin(Socket client) throws SSLException {
    Handshake handshake = new Handshake(this, deadlines, client);
    if (limits.connectionsPerAddress() > 0) {
      admit(handshake);
    } else {
      running.add(handshake);
    }
    handshake.begin(limits.firstWait());
    return handshake;
  }

  private synchronized void admit(Handshake handshake) throws SSLException {
    if (ofAddress(handshake.address()) >= limits.connectionsPerAddress()) {
      throw new SSLException("too many handshakes of one address");
    }
    running.add(handshake);
  }

  private long ofAddress(InetAddress address) {
    return running.stream()
        .filter(other -> !other.broken() && other.address().equals(address))
        .count();
  }

  void remove(Handshake handshake) {
    running.remove(handshake);
  }

  /** Ends those whose client has been silent for so long, since the service stops. */
  public void drain(long now, long quiet) {
    running.forEach(handshake -> handshake.deadline().cut(Wait.FIRST, now, quiet));
  }
}
