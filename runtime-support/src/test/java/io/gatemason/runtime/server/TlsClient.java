package io.gatemason.runtime.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedKeyManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/** A client over TLS that names any host, trusts every server and may present a certificate. */
final class TlsClient {
  private final int port;
  private String[] versions = {"TLSv1.3", "TLSv1.2"};
  private TestCertificates.@Nullable Identity identity;
  private String @Nullable [] suites;
  private String[] protocols = {};

  TlsClient(int port) {
    this.port = port;
  }

  TlsClient versions(String... enabled) {
    versions = enabled;
    return this;
  }

  TlsClient suites(String... enabled) {
    suites = enabled;
    return this;
  }

  /** What is spoken over TLS, by the names of ALPN. */
  TlsClient protocols(String... offered) {
    protocols = offered;
    return this;
  }

  TlsClient identity(TestCertificates.@Nullable Identity presented) {
    identity = presented;
    return this;
  }

  /** What came back, and over what. */
  record Reply(int status, String body, X509Certificate server, String version, String suite) {}

  /** One request on a connection of its own, whose Host is that of TLS. */
  Reply get(String host, String path) throws IOException, GeneralSecurityException {
    return get(host, host, path);
  }

  Reply get(@Nullable String serverName, String host, String path)
      throws IOException, GeneralSecurityException {
    try (SSLSocket socket = connect(serverName)) {
      socket
          .getOutputStream()
          .write(
              ("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")
                  .getBytes(StandardCharsets.ISO_8859_1));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Reply(
          Integer.parseInt(answer.substring(9, 12)),
          answer.substring(answer.indexOf("\r\n\r\n") + 4),
          (X509Certificate) socket.getSession().getPeerCertificates()[0],
          socket.getSession().getProtocol(),
          socket.getSession().getCipherSuite());
    }
  }

  SSLSocket connect(@Nullable String serverName) throws IOException, GeneralSecurityException {
    Socket plain = new Socket(InetAddress.getLoopbackAddress(), port);
    plain.setSoTimeout(10_000);
    SSLSocket socket =
        (SSLSocket) context().getSocketFactory().createSocket(plain, "127.0.0.1", port, true);
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setProtocols(versions);
    parameters.setApplicationProtocols(protocols);
    if (suites != null) {
      parameters.setCipherSuites(suites);
    }
    if (serverName != null) {
      parameters.setServerNames(List.of(new SNIHostName(serverName)));
    }
    socket.setSSLParameters(parameters);
    socket.startHandshake();
    return socket;
  }

  SSLContext context() throws GeneralSecurityException {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keyManagers(), new TrustManager[] {new AnyServer()}, null);
    return context;
  }

  /** Presents its certificate whatever the server asks for. */
  private KeyManager @Nullable [] keyManagers() {
    if (identity == null) {
      return null;
    }
    return new KeyManager[] {new Insistent(identity)};
  }

  private static final class Insistent extends X509ExtendedKeyManager {
    private final TestCertificates.Identity identity;

    Insistent(TestCertificates.Identity identity) {
      this.identity = identity;
    }

    @Override
    public String[] getClientAliases(String type, java.security.Principal[] issuers) {
      return new String[] {"it"};
    }

    @Override
    public @Nullable String chooseClientAlias(
        String[] types, java.security.Principal[] issuers, Socket socket) {
      String own = identity.keys().getPublic().getAlgorithm();
      return List.of(types).contains(own) ? "it" : null;
    }

    @Override
    public @Nullable String chooseEngineClientAlias(
        String[] types, java.security.Principal[] issuers, SSLEngine engine) {
      return chooseClientAlias(types, issuers, null);
    }

    @Override
    public String[] getServerAliases(String type, java.security.Principal[] issuers) {
      return new String[0];
    }

    @Override
    public @Nullable String chooseServerAlias(
        String type, java.security.Principal[] issuers, Socket socket) {
      return null;
    }

    @Override
    public X509Certificate[] getCertificateChain(String alias) {
      return identity.chain().toArray(X509Certificate[]::new);
    }

    @Override
    public java.security.PrivateKey getPrivateKey(String alias) {
      return identity.keys().getPrivate();
    }
  }

  private static final class AnyServer extends X509ExtendedTrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
