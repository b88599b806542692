package io.gatemason.runtime.integration;

import io.gatemason.runtime.aws.AwsEndpoint;
import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.failure.GatewayFailure;
import io.gatemason.runtime.payload.ContentHandling;
import io.gatemason.runtime.payload.Payload;
import io.gatemason.runtime.payload.Prefetch;
import io.gatemason.runtime.transport.BackendRequest;
import io.gatemason.runtime.transport.HeaderFields;
import io.gatemason.runtime.transport.HttpEndpoint;
import io.gatemason.runtime.transport.TargetText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is going to be sent to a backend. Made and filled by one thread, sent once.
 *
 * <p>Values come from parameter mappings as value lists: an empty list means that the source is
 * missing, and maps nothing (docs/behaviour/mapping.md#request).
 */
public final class IntegrationRequest {
  private final Exchange exchange;
  private final String method;
  private final Kind kind;
  private final HeaderFields headers = new HeaderFields();
  final RequestTarget target = new RequestTarget();
  private @Nullable HttpEndpoint endpoint;
  private @Nullable AwsEndpoint awsEndpoint;
  private String action = "";
  private @Nullable ContentHandling contentHandling;
  private boolean passes;
  private @Nullable Payload body;

  private enum Kind {
    HTTP_PROXY,
    HTTP,
    AWS
  }

  private IntegrationRequest(Exchange exchange, String method, Kind kind) {
    this.exchange = exchange;
    this.method = method.equals("ANY") ? exchange.route().httpMethod() : method;
    this.kind = kind;
  }

  /**
   * The request of an http_proxy integration: the client's headers, query parameters and body, less
   * the headers that concern the connection to the gateway only, plus the gateway's own
   * (docs/behaviour/integrations.md#header-classes, docs/behaviour/integrations.md#http-proxy).
   * {@code method} is the verb, or "ANY" for the client's.
   */
  public static IntegrationRequest passThrough(Exchange exchange, String method) {
    IntegrationRequest request = new IntegrationRequest(exchange, method, Kind.HTTP_PROXY);
    RequestHeaders.passThrough(exchange, request.headers);
    exchange.head().query().forEach(request.target::add);
    return request;
  }

  /**
   * The request of an http integration: nothing of the client's but what is mapped
   * (docs/behaviour/integrations.md#headers). {@code method} is the verb, or "ANY" for the
   * client's.
   */
  public static IntegrationRequest mapped(Exchange exchange, String method) {
    IntegrationRequest request = new IntegrationRequest(exchange, method, Kind.HTTP);
    RequestHeaders.addDefaults(exchange, request.headers);
    return request;
  }

  /**
   * The request of an aws integration, of a function or of another service: nothing of the client's
   * but what is mapped (docs/behaviour/integrations.md#lambda,
   * docs/behaviour/integrations.md#aws-services). {@code method} is the verb, or "ANY" for the
   * client's.
   */
  public static IntegrationRequest forAws(Exchange exchange, String method) {
    IntegrationRequest request = new IntegrationRequest(exchange, method, Kind.AWS);
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
  public IntegrationRequest to(HttpEndpoint host, String rawPathAndQuery) {
    host.requireAddress();
    endpoint = host;
    target.path(rawPathAndQuery);
    return this;
  }

  /** As {@link #to(HttpEndpoint, String)}, for the path integration of an AWS service. */
  public IntegrationRequest to(AwsEndpoint service, String rawPathAndQuery) {
    service.requireAddress();
    awsEndpoint = service;
    boolean canonical = service.service().equals("s3");
    target.path(canonical ? TargetText.canonicalPath(rawPathAndQuery) : rawPathAndQuery);
    return this;
  }

  /**
   * Says which action of an AWS service is called, in place of {@link #to(AwsEndpoint, String)}. A
   * mapped X-Amz-Target, Action or Version wins.
   */
  public IntegrationRequest action(AwsEndpoint service, String name) {
    service.requireAddress();
    awsEndpoint = service;
    action = name;
    return this;
  }

  /** Adds a query parameter with this decoded value. */
  public IntegrationRequest query(String name, String value) {
    target.add(name, value);
    return this;
  }

  /** Adds a query parameter with each of the decoded values. */
  public IntegrationRequest query(String name, List<String> values) {
    values.forEach(value -> target.add(name, value));
    return this;
  }

  /**
   * Replaces headers and query parameters by what a mapping template overrides
   * (docs/behaviour/mapping.md#overrides); called after everything was mapped.
   */
  public IntegrationRequest override(
      Map<String, List<String>> headerOverrides, Map<String, List<String>> queryOverrides) {
    headerOverrides.forEach(this::header);
    queryOverrides.forEach(
        (name, values) -> {
          target.remove(name);
          query(name, values);
        });
    return this;
  }

  /** As {@link #header(String, List)} with one value. */
  public IntegrationRequest header(String name, String value) {
    return header(name, List.of(value));
  }

  /**
   * Sets a header, one line per value; it replaces the client's header of that name. Connection,
   * Expect, Proxy-Authenticate, TE and Via are dropped; a request to AWS fails for the first four.
   *
   * @throws GatewayFailure 500 for Content-Length and Transfer-Encoding, which no mapping may set,
   *     for Authorization and X-Amzn-Trace-Id of a request to AWS, and for a value with a line
   *     break or NUL (docs/behaviour/integrations.md#header-classes)
   */
  public IntegrationRequest header(String name, List<String> values) {
    if (kind == Kind.AWS) {
      RequestHeaders.mapForAws(headers, name, values);
    } else {
      RequestHeaders.map(headers, name, values);
    }
    return this;
  }

  /**
   * Converts the client's body, see docs/behaviour/payloads.md#content-handling; called before the
   * body is set.
   */
  public IntegrationRequest contentHandling(ContentHandling handling) {
    contentHandling = handling;
    return this;
  }

  /**
   * Sets the result of a mapping template as the body.
   *
   * @throws GatewayFailure 500 if the client's body is binary and content handling does not make it
   *     text: templates and bytes exclude each other (docs/behaviour/payloads.md#content-handling)
   */
  public IntegrationRequest body(String text) {
    exchange.requireTextBody(contentHandling);
    return body(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Sets a constant body; the array is not copied. */
  public IntegrationRequest body(byte[] bytes) {
    body = Payload.of(bytes);
    passes = false;
    return this;
  }

  /** Sets the client's body, after content handling, as the body. */
  public IntegrationRequest passBody() {
    passes = true;
    return this;
  }

  HttpEndpoint endpoint() {
    return Objects.requireNonNull(endpoint, "request without target");
  }

  @Nullable ContentHandling contentHandling() {
    return contentHandling;
  }

  /** The request for a backend whose paths begin with {@code pathPrefix}. */
  BackendRequest toBackendRequest(String pathPrefix) {
    return new BackendRequest(
        method, target(pathPrefix), headers, body, endpoint().timeoutMillis(), exchange.client());
  }

  AwsEndpoint awsEndpoint() {
    return Objects.requireNonNull(awsEndpoint, "request without target");
  }

  String method() {
    return method;
  }

  String action() {
    return action;
  }

  HeaderFields headers() {
    return headers;
  }

  @Nullable Payload body() {
    return body;
  }

  boolean maps(String queryParameter) {
    return target.has(queryParameter);
  }

  /** Completes body and Content-Type; called once before sending. */
  void complete() {
    if (kind != Kind.AWS && !endpoint().isNamedByTarget() && !headers.contains("Host")) {
      headers.add("Host", endpoint().authority());
    }
    boolean bodiless = isBodiless(method);
    if (kind == Kind.HTTP_PROXY) {
      passes |= body == null;
    } else if (bodiless) {
      body = null;
      passes = false;
    }
    if (passes) {
      body = prefetched(exchange.requestPayload(contentHandling));
    } else {
      exchange.judgeBody(); // Nothing reads it later, when the backend has been called.
    }
    if (body == null || body.length() == 0) {
      body = bodiless || method.equals("DELETE") ? null : Payload.empty();
    }
    if (kind != Kind.HTTP_PROXY && !bodiless && !headers.contains("Content-Type")) {
      addContentType();
    }
  }

  /** An http backend is told the type of a body only (docs/behaviour/integrations.md#headers). */
  private void addContentType() {
    boolean empty = body == null || body.length() == 0;
    List<String> own = exchange.header("Content-Type");
    boolean withheld = kind == Kind.HTTP && (empty || isBodiless(exchange.route().httpMethod()));
    if (!own.isEmpty() && !withheld) {
      headers.add("Content-Type", own.get(0));
    } else if (!empty) {
      headers.add("Content-Type", "application/json");
    }
  }

  private static boolean isBodiless(String verb) {
    return verb.equals("GET") || verb.equals("HEAD") || verb.equals("OPTIONS");
  }

  private static Payload prefetched(Payload payload) {
    if (payload.buffered() || payload.length() > Prefetch.MAX_BYTES) {
      return payload;
    }
    try {
      return Prefetch.of(payload.stream(), payload.length());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String target(String pathPrefix) {
    return target.below(pathPrefix);
  }
}
