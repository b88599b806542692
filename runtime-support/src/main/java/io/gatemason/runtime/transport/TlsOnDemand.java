package io.gatemason.runtime.transport;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLSocket;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/**
 * TLS that is set up by the first connection: reading the JDK's certificate authorities is a good
 * part of a start, and many services have no backend behind TLS. Safe for concurrent use.
 */
final class TlsOnDemand implements TlsSocketStrategy {
  private final Setup setup;
  private volatile @Nullable TlsSocketStrategy ready;

  /** How TLS is set up. */
  @FunctionalInterface
  interface Setup {
    TlsSocketStrategy run() throws GeneralSecurityException;
  }

  TlsOnDemand(Setup setup) {
    this.setup = setup;
  }

  @Override
  public SSLSocket upgrade(
      Socket socket, String target, int port, Object attachment, HttpContext context)
      throws IOException {
    return strategy().upgrade(socket, target, port, attachment, context);
  }

  private TlsSocketStrategy strategy() throws IOException {
    TlsSocketStrategy known = ready;
    if (known == null) {
      try {
        // Two first connections may both do it; either result serves.
        known = setup.run();
      } catch (GeneralSecurityException e) {
        throw new IOException("TLS is not available", e);
      }
      ready = known;
    }
    return known;
  }
}
