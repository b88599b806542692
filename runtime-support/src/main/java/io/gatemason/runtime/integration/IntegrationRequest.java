package io.gatemason.runtime.integration;

import io.gatemason.runtime.exchange.CallRecord;
import io.gatemason.runtime.exchange.CallTrace.Called;
import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.failure.GatewayFailure;
import io.gatemason.runtime.payload.ContentHandling;
import io.gatemason.runtime.payload.Payload;
import io.gatemason.runtime.payload.Prefetch;
import io.gatemason.runtime.transport.HeaderFields;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is going to be sent to a backend. Made and filled by one thread, sent once.
 *
 * <p>Values come from parameter mappings as value lists: an empty list means that the source is
 * missing, and maps nothing (docs/behaviour/mapping.md#request).
 */
public abstract sealed class IntegrationRequest permits HttpRequest, AwsRequest {
  final Exchange exchange;
  private final String method;
  final HeaderFields headers = new HeaderFields();
  final RequestTarget target = new RequestTarget();
  private @Nullable ContentHandling contentHandling;
  boolean passes;
  @Nullable Payload body;

  IntegrationRequest(Exchange exchange, String method) {
    this.exchange = exchange;
    this.method = method.equals("ANY") ? exchange.route().httpMethod() : method;
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
    map(name, values);
    return this;
  }

  /** Sets a header as backends of this kind get it. */
  abstract void map(String name, List<String> values);

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

  @Nullable ContentHandling contentHandling() {
    return contentHandling;
  }

  String method() {
    return method;
  }

  HeaderFields headers() {
    return headers;
  }

  @Nullable Payload body() {
    return body;
  }

  /** Completes headers and body; called once before sending. */
  void complete() {
    boolean bodiless = isBodiless(method);
    decideBody(bodiless);
    if (passes) {
      body = prefetched(exchange.requestPayload(contentHandling));
    } else {
      exchange.judgeBody(); // Nothing reads it later, when the backend has been called.
    }
    if (isEmpty()) {
      body = bodiless || method.equals("DELETE") ? null : Payload.empty();
    }
    if (!bodiless && !headers.contains("Content-Type")) {
      addContentType();
    }
  }

  /** Drops a body that the verb does not allow. */
  void decideBody(boolean bodiless) {
    if (bodiless) {
      body = null;
      passes = false;
    }
  }

  /** The type that the client has named if it counts, else JSON where there is a body. */
  void addContentType() {
    List<String> named = exchange.header("Content-Type");
    if (!named.isEmpty() && tellsNamedType()) {
      headers.add("Content-Type", named.get(0));
    } else if (!isEmpty()) {
      headers.add("Content-Type", "application/json");
    }
  }

  /** Whether the backend is told the type that the client has named. */
  abstract boolean tellsNamedType();

  boolean isEmpty() {
    return body == null || body.length() == 0;
  }

  static boolean isBodiless(String verb) {
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

  /** What is called, as traces name it. */
  abstract Called called(String uri);

  /** Says what is called, as measures name it. */
  abstract void tell(CallRecord record);
}
