package io.gatemason.runtime.server;

import io.gatemason.runtime.client.ClientRequest;
import io.gatemason.runtime.client.ClientTls;
import io.gatemason.runtime.client.TrustedProxies;
import io.gatemason.runtime.domain.DomainTable;
import io.gatemason.runtime.exchange.ClientOrigin;
import io.gatemason.runtime.server.tls.TlsHosts;
import io.gatemason.runtime.stage.ApiEndpoint;
import java.util.Optional;

/**
 * Who may talk to a host at all: what its TLS demands (docs/behaviour/tls.md#mutual). Safe for
 * concurrent use.
 */
final class DomainAccess {
  private final DomainTable domains;
  private final TlsHosts tls;
  private final TrustedProxies proxies;
  private final boolean isPrivate;

  /**
   * Access to domains.
   *
   * @param isPrivate whether the listener is a private endpoint
   */
  DomainAccess(DomainTable domains, TlsHosts tls, TrustedProxies proxies, boolean isPrivate) {
    this.domains = domains;
    this.tls = tls;
    this.proxies = proxies;
    this.isPrivate = isPrivate;
  }

  /** The hosts that there are certificates of. */
  TlsHosts hosts() {
    return tls;
  }

  /** The host that a request asks for, in lower case and without a port. */
  String host(ClientRequest request) {
    return ClientOrigin.host(proxies, request);
  }

  /**
   * Why a request is refused, empty if it is not.
   *
   * @param endpoint how its API may be reached
   */
  Optional<String> refusal(String host, ClientRequest request, ApiEndpoint endpoint) {
    if (endpoint.isPrivate() && !isPrivate) {
      return Optional.of("the API is private, and the listener is not");
    }
    DomainTable.DomainRoutes domain = domains.find(host);
    boolean mutual = domain != null && domain.mutualTls();
    ClientTls agreed = request.tls();
    Optional<String> refused = tls.refusal(host, mutual, agreed);
    if (refused.isPresent()) {
      return refused;
    }
    if (tls.covers(host) && !ClientOrigin.encrypted(proxies, request)) {
      return Optional.of("the host is served over TLS only");
    }
    boolean other = agreed != null && !host.equals(agreed.serverName());
    boolean strict = domain == null ? endpoint.strict() : domain.strict();
    return strict && other ? Optional.of("TLS was agreed for another host") : Optional.empty();
  }
}
