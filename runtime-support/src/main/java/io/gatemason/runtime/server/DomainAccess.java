package io.gatemason.runtime.server;

import io.gatemason.runtime.client.ClientRequest;
import io.gatemason.runtime.client.ClientTls;
import io.gatemason.runtime.client.TrustedProxies;
import io.gatemason.runtime.domain.DomainTable;
import io.gatemason.runtime.exchange.ClientOrigin;
import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.server.entrance.EntrancePolicies;
import io.gatemason.runtime.server.entrance.PrivateEndpoints;
import io.gatemason.runtime.server.tls.TlsHosts;
import io.gatemason.runtime.stage.ApiEndpoint;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Who may talk to a host at all: what its TLS demands (docs/behaviour/tls.md#mutual). Safe for
 * concurrent use.
 */
final class DomainAccess {
  private final DomainTable domains;
  private final TlsHosts tls;
  private final TrustedProxies proxies;
  private final PrivateEndpoints endpoints;
  private final EntrancePolicies policies;

  /** Access to domains, through listeners of which some may be private endpoints. */
  DomainAccess(
      DomainTable domains,
      TlsHosts tls,
      TrustedProxies proxies,
      PrivateEndpoints endpoints,
      EntrancePolicies policies) {
    this.domains = domains;
    this.tls = tls;
    this.proxies = proxies;
    this.endpoints = endpoints;
    this.policies = policies;
  }

  /** Which listeners are private endpoints. */
  PrivateEndpoints endpoints() {
    return endpoints;
  }

  /** What policies in front of the API say, once there is an exchange. */
  Consumer<Exchange> judge(String host, ClientRequest request) {
    return policies.judge(endpoints.of(request), domains.find(host));
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
    if (endpoints.starting()) {
      return Optional.of("the listeners are not open yet");
    }
    if (endpoint.isPrivate() && endpoints.of(request) == null) {
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
