package io.gatemason.runtime.integration;

import io.gatemason.runtime.exchange.CallRecord;
import io.gatemason.runtime.exchange.CallTrace.Called;
import io.gatemason.runtime.exchange.CallTrace.Callee;
import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.failure.GatewayFailure;
import io.gatemason.runtime.transport.BackendRequest;
import io.gatemason.runtime.transport.HttpEndpoint;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is going to be sent to an HTTP backend. Made and filled by one thread, sent once. */
public sealed class HttpRequest extends IntegrationRequest permits HttpProxyRequest {
  private @Nullable HttpEndpoint endpoint;

  HttpRequest(Exchange exchange, String method) {
    super(exchange, method);
  }

  /**
   * The request of an http_proxy integration: the client's headers, query parameters and body, less
   * the headers that concern the connection to the gateway only, plus the gateway's own
   * (docs/behaviour/integrations.md#header-classes, docs/behaviour/integrations.md#http-proxy).
   * {@code method} is the verb, or "ANY" for the client's.
   */
  public static HttpRequest passThrough(Exchange exchange, String method) {
    HttpRequest request = new HttpProxyRequest(exchange, method);
    RequestHeaders.passThrough(exchange, request.headers);
    exchange.head().query().forEach(request.target::add);
    return request;
  }

  /**
   * The request of an http integration: nothing of the client's but what is mapped
   * (docs/behaviour/integrations.md#headers). {@code method} is the verb, or "ANY" for the
   * client's.
   */
  public static HttpRequest mapped(Exchange exchange, String method) {
    HttpRequest request = new HttpRequest(exchange, method);
    RequestHeaders.addDefaults(exchange, request.headers);
    return request;
  }

  /**
   * Says where the request goes; called once, before it is sent.
   *
   * @param host the host part of the URI
   * @param rawPathAndQuery the rest of the URI after substitution; it is sent as it stands, but for
   *     characters that cannot be part of a request line
   * @throws GatewayFailure API_CONFIGURATION_ERROR if the URI was malformed
   *     (docs/behaviour/integrations.md#failures)
   */
  public HttpRequest to(HttpEndpoint host, String rawPathAndQuery) {
    host.requireAddress();
    endpoint = host;
    target.path(rawPathAndQuery);
    return this;
  }

  HttpEndpoint endpoint() {
    return Objects.requireNonNull(endpoint, "request without target");
  }

  /** The request for a backend whose paths begin with {@code pathPrefix}. */
  BackendRequest toBackendRequest(String pathPrefix) {
    return new BackendRequest(
        method(),
        target.below(pathPrefix),
        headers,
        body,
        endpoint().timeoutMillis(),
        exchange.client());
  }

  @Override
  void map(String name, List<String> values) {
    RequestHeaders.map(headers, name, values);
  }

  @Override
  void complete() {
    if (!headers.contains("Host")) {
      headers.add("Host", endpoint().authority());
    }
    super.complete();
  }

  /** It is told the type of a body only (docs/behaviour/integrations.md#headers). */
  @Override
  boolean tellsNamedType() {
    return !isEmpty() && !isBodiless(exchange.route().httpMethod());
  }

  @Override
  Called called(String uri) {
    return new Called(Called.Kind.HTTP, method(), uri, endpoint().authority(), "");
  }

  @Override
  void tell(CallRecord record) {
    record.calls(new Callee(Called.Kind.HTTP, method(), endpoint().host()));
  }
}
