package io.gatemason.runtime.transport;

import io.helidon.config.Config;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.apache.hc.client5.http.ssl.ClientTlsStrategyBuilder;
import org.apache.hc.client5.http.ssl.DefaultHostnameVerifier;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.ssl.TLS;
import org.jspecify.annotations.Nullable;

/**
 * TLS towards backends: 1.2 or later, host names always checked. Issuers are checked against the
 * JDK's certificate authorities, or those of {@code gateway.backend.tls.trust-store.path} (with
 * {@code .password}).
 */
final class BackendTls {
  private BackendTls() {}

  /** Accepts certificates of the configured certificate authorities, which are read at once. */
  static TlsSocketStrategy checkingIssuer(Config config, KeyManager @Nullable [] keys)
      throws IOException {
    Config trustStore = config.get("gateway.backend.tls.trust-store");
    String path = trustStore.get("path").asString().orElse("");
    if (path.isEmpty()) {
      return new TlsOnDemand(() -> strategy(keys, null));
    }
    try {
      return strategy(keys, trustManagers(path, trustStore.get("password")));
    } catch (GeneralSecurityException e) {
      throw new IOException("gateway.backend.tls.trust-store.path: cannot use " + path, e);
    }
  }

  /** Accepts certificates of any certificate authority, see {@link AnyIssuerTrustManager}. */
  static TlsSocketStrategy acceptingAnyIssuer(KeyManager @Nullable [] keys) {
    return new TlsOnDemand(() -> strategy(keys, new TrustManager[] {new AnyIssuerTrustManager()}));
  }

  private static TlsSocketStrategy strategy(
      KeyManager @Nullable [] keys, TrustManager @Nullable [] trustManagers)
      throws GeneralSecurityException {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys, trustManagers, null);
    return ClientTlsStrategyBuilder.create()
        .setSslContext(context)
        .setTlsVersions(TLS.V_1_3, TLS.V_1_2)
        .setHostnameVerifier(new DefaultHostnameVerifier())
        .setHostVerificationPolicy(HostnameVerificationPolicy.CLIENT)
        .buildClassic();
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
}
