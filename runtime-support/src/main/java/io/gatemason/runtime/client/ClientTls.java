package io.gatemason.runtime.client;

import java.security.cert.X509Certificate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * TLS of a connection, as client and gateway have agreed on it.
 *
 * @param version such as {@code TLSv1.3}
 * @param cipherSuite the suite, by its name in Java
 * @param serverName the host that the client named, in lower case; null if it named none
 * @param certificates what the client presented, its own certificate first, judged by nobody; empty
 *     if it presented none
 */
public record ClientTls(
    String version,
    String cipherSuite,
    @Nullable String serverName,
    List<X509Certificate> certificates) {

  public ClientTls {
    certificates = List.copyOf(certificates);
  }
}
