package io.gatemason.runtime.server.tls;

import java.security.GeneralSecurityException;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * TLS of one host as its files say now. Immutable.
 *
 * @param context with the certificate
 * @param parameters versions and suites, and whether the client is asked for a certificate
 */
record HostTls(SSLContext context, SSLParameters parameters) {

  /**
   * TLS with a certificate.
   *
   * @param authorities whose certificates clients are asked for, null if they are not asked
   */
  static HostTls of(KeyManager[] keys, SecurityPolicy policy, @Nullable TrustStore authorities)
      throws GeneralSecurityException {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys, new TrustManager[] {new UnjudgedClients(authorities)}, null);
    SSLParameters parameters = policy.parameters(context);
    parameters.setWantClientAuth(authorities != null);
    return new HostTls(context, parameters);
  }

  /** Says what the server's side of a handshake has to keep to. */
  void applyTo(SSLSocket socket) {
    socket.setSSLParameters(parameters);
    socket.setUseClientMode(false);
  }
}
