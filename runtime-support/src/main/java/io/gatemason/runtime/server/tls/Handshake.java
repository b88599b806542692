package io.gatemason.runtime.server.tls;

import io.gatemason.runtime.client.ClientTls;
import io.gatemason.runtime.server.wire.Deadline;
import io.gatemason.runtime.server.wire.Deadlines;
import io.gatemason.runtime.server.wire.Wait;
import java.net.InetAddress;
import java.net.Socket;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/**
 * The handshake of the connection that the calling thread serves: it is over when the first request
 * is waited for, and takes no longer than a fresh connection may say nothing.
 */
public final class Handshake implements Deadline.Owner {
  private static final ThreadLocal<@Nullable Handshake> CURRENT = new ThreadLocal<>();

  private final Handshakes all;
  private final Deadlines deadlines;
  private final Socket client;
  private final InetAddress address;
  private final Deadline deadline = new Deadline(this);
  private @Nullable SSLSocket socket;
  private @Nullable String serverName;

  Handshake(Handshakes all, Deadlines deadlines, Socket client) {
    this.all = all;
    this.deadlines = deadlines;
    this.client = client;
    this.address = client.getInetAddress();
  }

  /** It begins on this thread, and takes no longer than that. */
  void begin(Duration most) {
    long now = deadlines.now();
    deadline.arm(Wait.FIRST, now, now + most.toNanos());
    deadlines.add(deadline);
    CURRENT.set(this);
  }

  /** The address of the client. */
  InetAddress address() {
    return address;
  }

  /** Whether it has failed: nobody is told of that. */
  boolean broken() {
    return client.isClosed();
  }

  Deadline deadline() {
    return deadline;
  }

  /** It goes on over this socket, with a client that names this host. */
  void over(SSLSocket tls, @Nullable String host) {
    socket = tls;
    serverName = host;
  }

  /**
   * The handshake of this thread is over.
   *
   * @return what was agreed, null if the connection has no TLS
   * @throws io.gatemason.runtime.server.wire.DeadlinePassedException if it has taken too long
   */
  public static @Nullable ClientTls end() {
    Handshake handshake = CURRENT.get();
    if (handshake == null) {
      return null;
    }
    CURRENT.remove();
    handshake.forget();
    handshake.deadline.disarm();
    SSLSocket tls = handshake.socket;
    return tls == null ? null : agreed(tls.getSession(), handshake.serverName);
  }

  /** Nobody ends a handshake that fails, so the deadline goes when it passes. */
  @Override
  public @Nullable Runnable lastWords(Wait wait) {
    forget();
    return null;
  }

  private void forget() {
    deadlines.remove(deadline);
    all.remove(this);
  }

  private static ClientTls agreed(SSLSession session, @Nullable String serverName) {
    return new ClientTls(
        session.getProtocol(), session.getCipherSuite(), serverName, certificates(session));
  }

  private static List<X509Certificate> certificates(SSLSession session) {
    try {
      List<X509Certificate> chain = new ArrayList<>();
      for (Certificate each : session.getPeerCertificates()) {
        if (each instanceof X509Certificate certificate) {
          chain.add(certificate);
        }
      }
      return chain;
    } catch (SSLPeerUnverifiedException e) {
      return List.of();
    }
  }
}
