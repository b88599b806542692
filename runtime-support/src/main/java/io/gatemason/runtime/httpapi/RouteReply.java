package io.gatemason.runtime.httpapi;

import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.exchange.ProxyAnswer;
import io.gatemason.runtime.failure.GatewayFailure;
import io.gatemason.runtime.function.LambdaFunction;
import io.gatemason.runtime.function.event.EventChanges;
import io.gatemason.runtime.function.event.PayloadFormat;
import io.gatemason.runtime.integration.HttpBackend;
import io.gatemason.runtime.integration.HttpRequest;
import io.gatemason.runtime.integration.IntegrationResponse;
import io.gatemason.runtime.integration.LambdaBackend;
import io.gatemason.runtime.json.JsonPath;
import io.gatemason.runtime.payload.Payload;
import io.gatemason.runtime.stage.Cors;
import io.gatemason.runtime.transport.BackendReply;
import io.gatemason.runtime.transport.HeaderFields;
import io.gatemason.runtime.transport.ReplyPayload;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the backend of a route answered, on its way to the client. Values that response mappings
 * read are those of the backend, whatever was changed already. Belongs to the thread of its
 * request; closed in every case.
 */
public final class RouteReply implements AutoCloseable {
  /** The status of Lambda itself where a function has returned something. */
  private static final int LAMBDA_STATUS = 200;

  private final Exchange exchange;
  private final HeaderFields received;
  private final HeaderFields headers = new HeaderFields();
  private final int receivedStatus;
  private final @Nullable BackendReply backend;
  private Payload body;
  private int status;

  private RouteReply(
      Exchange exchange,
      int status,
      HeaderFields received,
      Payload body,
      @Nullable BackendReply backend) {
    this.exchange = exchange;
    this.receivedStatus = status;
    this.status = status;
    this.received = received;
    this.body = body;
    this.backend = backend;
    for (int i = 0; i < received.size(); i++) {
      if (passes(received.name(i))) {
        headers.add(received.name(i), received.value(i));
      }
    }
  }

  /**
   * Sends a request to a server.
   *
   * @throws GatewayFailure if the call fails
   */
  public static RouteReply of(Exchange exchange, HttpBackend http, HttpRequest request) {
    BackendReply reply = http.call(exchange, request);
    boolean headOnly = exchange.route().httpMethod().equals("HEAD");
    return new RouteReply(
        exchange,
        reply.status(),
        reply.headers(),
        headOnly
            ? ReplyPayload.described(reply, exchange.limits())
            : ReplyPayload.of(reply, exchange.limits()),
        reply);
  }

  /**
   * Invokes a function with the event of the request.
   *
   * @throws GatewayFailure if the invocation fails, or what the function returned is no answer
   */
  public static RouteReply of(
      Exchange exchange, LambdaBackend functions, LambdaFunction function, PayloadFormat format) {
    return of(exchange, functions, function, new EventChanges(format));
  }

  /** The same with changes of what the event tells of the request. */
  public static RouteReply of(
      Exchange exchange, LambdaBackend functions, LambdaFunction function, EventChanges changes) {
    FunctionReply reply =
        FunctionReply.of(functions.route(exchange, function, changes), changes.format());
    exchange.record().integrationAnswered(LAMBDA_STATUS, reply.status());
    HeaderFields headers = new HeaderFields();
    for (Map.Entry<String, List<String>> header : reply.headers().entrySet()) {
      header.getValue().forEach(value -> headers.add(header.getKey(), value));
    }
    return new RouteReply(exchange, reply.status(), headers, reply.body(), null);
  }

  /** What an AWS service answered. */
  public static RouteReply of(Exchange exchange, IntegrationResponse response) {
    return new RouteReply(
        exchange, response.status(), response.headerFields(), response.payload(), null);
  }

  /** The status that the backend gave. */
  public int status() {
    return receivedStatus;
  }

  /** Value list with all values of a header that the backend gave, joined by commas. */
  public List<String> header(String name) {
    List<String> values = new ArrayList<>();
    for (int i = 0; i < received.size(); i++) {
      if (received.name(i).equalsIgnoreCase(name)) {
        values.add(received.value(i));
      }
    }
    return values.isEmpty() ? List.of() : List.of(String.join(",", values));
  }

  /** Value list with the whole body as text; empty without a body. */
  public List<String> body() {
    String text = new String(bytes(), StandardCharsets.UTF_8);
    return text.isEmpty() ? List.of() : List.of(text.stripTrailing());
  }

  /** Value list of what a path selects in the body; missing if the body is no JSON. */
  public List<String> bodyPath(JsonPath path) {
    return MappedJson.values(bytes(), path);
  }

  private byte[] bytes() {
    byte[] bytes = body.bytes();
    body = Payload.of(bytes);
    return bytes;
  }

  /** Drops a header. */
  public void removeHeader(String name) {
    headers.remove(name);
  }

  /** Replaces all values of a header; an empty list leaves it as it is. */
  public void overwriteHeader(String name, List<String> values) {
    if (!values.isEmpty()) {
      headers.remove(name);
      appendHeader(name, values);
    }
  }

  /** Adds a value of a header to those that are there; an empty list adds nothing. */
  public void appendHeader(String name, List<String> values) {
    values.forEach(value -> headers.add(name, value));
  }

  /** Replaces the status, unless the value is missing or no status of a final answer. */
  public void overwriteStatus(List<String> values) {
    if (!values.isEmpty() && values.getFirst().matches("[2-5][0-9][0-9]")) {
      status = Integer.parseInt(values.getFirst());
    }
  }

  /** Sends the answer to the client. */
  public void send() {
    ProxyAnswer answer = exchange.proxyAnswer(status);
    boolean cors = exchange.api().cors() != null;
    for (int i = 0; i < headers.size(); i++) {
      if (!cors || !Cors.owns(headers.name(i))) {
        answer.header(headers.name(i), headers.value(i));
      }
    }
    answer.send(body);
  }

  private static boolean passes(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "connection",
          "content-length",
          "keep-alive",
          "proxy-authenticate",
          "proxy-connection",
          "te",
          "trailer",
          "trailers",
          "transfer-encoding",
          "upgrade" ->
          false;
      default -> true;
    };
  }

  @Override
  public void close() {
    if (backend != null) {
      backend.close();
    }
  }
}
