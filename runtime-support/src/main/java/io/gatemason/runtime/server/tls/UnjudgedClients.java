package io.gatemason.runtime.server.tls;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Lets handshakes succeed with any certificate of a client, which {@link TrustStore} judges when a
 * request comes: a client whose certificate is refused gets an answer, and the access log a line.
 * That the client has the certificate's key is proved by the handshake.
 */
final class UnjudgedClients extends X509ExtendedTrustManager {
  private final @Nullable TrustStore authorities;

  UnjudgedClients(@Nullable TrustStore authorities) {
    this.authorities = authorities;
  }

  /** Clients choose by them which certificate they present. */
  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return authorities == null
        ? new X509Certificate[0]
        : authorities.certificates().toArray(X509Certificate[]::new);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType) {}

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket) {}

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine) {}

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    throw noServers();
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
      throws CertificateException {
    throw noServers();
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
      throws CertificateException {
    throw noServers();
  }

  private static CertificateException noServers() {
    return new CertificateException("servers are not trusted here");
  }
}
