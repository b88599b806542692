package io.gatemason.runtime.transport;

import io.helidon.config.Config;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/**
 * TLS towards backends: 1.2 or later, host names always checked. Issuers are checked against the
 * JDK's certificate authorities, or those of {@code gateway.backend.tls.trust-store.path} (with
 * {@code .password}). It is set up by the first connection, unless there is a trust store to read:
 * reading the JDK's certificate authorities is a good part of a start, and many services have no
 * backend behind TLS. Safe for concurrent use.
 */
final class BackendTls {
  private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};

  private final Setup setup;
  private volatile @Nullable SSLSocketFactory ready;

  /** How TLS is set up. */
  @FunctionalInterface
  private interface Setup {
    SSLSocketFactory run() throws GeneralSecurityException;
  }

  private BackendTls(Setup setup) {
    this.setup = setup;
  }

  /** Accepts certificates of the configured certificate authorities, which are read at once. */
  static BackendTls checkingIssuer(Config config, KeyManager @Nullable [] keys) throws IOException {
    Config trustStore = config.get("gateway.backend.tls.trust-store");
    String path = trustStore.get("path").asString().orElse("");
    if (path.isEmpty()) {
      return new BackendTls(() -> factory(keys, null));
    }
    try {
      SSLSocketFactory factory = factory(keys, trustManagers(path, trustStore.get("password")));
      return new BackendTls(() -> factory);
    } catch (GeneralSecurityException e) {
      throw new IOException("gateway.backend.tls.trust-store.path: cannot use " + path, e);
    }
  }

  /** Accepts certificates of any certificate authority, see {@link AnyIssuerTrustManager}. */
  static BackendTls acceptingAnyIssuer(KeyManager @Nullable [] keys) {
    return new BackendTls(() -> factory(keys, new TrustManager[] {new AnyIssuerTrustManager()}));
  }

  private static SSLSocketFactory factory(
      KeyManager @Nullable [] keys, TrustManager @Nullable [] trustManagers)
      throws GeneralSecurityException {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys, trustManagers, null);
    return context.getSocketFactory();
  }

  private static TrustManager[] trustManagers(String path, Config password)
      throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream input = Files.newInputStream(Path.of(path))) {
      store.load(input, password.asString().orElse("").toCharArray());
    }
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return factory.getTrustManagers();
  }

  /**
   * TLS over a connection, whose certificate bears the name of the address (RFC 9110 §4.3.4).
   *
   * @throws IOException if it cannot be agreed upon
   */
  SSLSocket over(Socket connection, BackendAddress address) throws IOException {
    SSLSocket socket =
        (SSLSocket) factory().createSocket(connection, address.tlsName(), address.port(), true);
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setProtocols(PROTOCOLS);
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    socket.setSSLParameters(parameters);
    socket.startHandshake();
    return socket;
  }

  private SSLSocketFactory factory() throws IOException {
    SSLSocketFactory known = ready;
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
