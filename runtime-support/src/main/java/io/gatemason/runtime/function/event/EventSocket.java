package io.gatemason.runtime.function.event;

import com.fasterxml.jackson.core.JsonGenerator;
import io.gatemason.runtime.exchange.ContextSlots;
import io.gatemason.runtime.exchange.ContextVariable;
import io.gatemason.runtime.exchange.Exchange;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The events of WebSocket APIs (docs/behaviour/websocket.md#functions): what has no value is
 * absent.
 */
final class EventSocket {
  private static final String CONNECT = "CONNECT";
  private static final String DISCONNECT = "DISCONNECT";

  private final Exchange exchange;
  private final ContextSlots context;
  private final EventMembers members;
  private final JsonGenerator out;

  EventSocket(Exchange exchange, EventMembers members) {
    this.exchange = exchange;
    this.context = exchange.context();
    this.members = members;
    this.out = members.out();
  }

  void write(byte[] body) throws IOException {
    out.writeStartObject();
    switch (context.text(ContextVariable.EVENT_TYPE, "")) {
      case CONNECT -> request(EventHeaders.asWritten(exchange));
      case DISCONNECT -> headers(ofDisconnect());
      default -> {}
    }
    if (!exchange.api().stageVariables().isEmpty()) {
      members.object("stageVariables", exchange.api().stageVariables());
    }
    requestContext();
    if (body.length > 0) {
      out.writeStringField("body", exchange.bodyText());
    }
    out.writeBooleanField("isBase64Encoded", false);
    out.writeEndObject();
  }

  /** What a REQUEST authorizer is told; it sees the headers of the upgrade, too. */
  void writeAuthorizer(String methodArn) throws IOException {
    Map<String, List<String>> headers = EventHeaders.asWritten(exchange);
    for (String name : List.of("Connection", "Upgrade")) {
      List<String> values = exchange.head().inAnyCase(name);
      if (!values.isEmpty()) {
        headers.put(name, values);
      }
    }
    headers.put("content-length", List.of("0"));
    out.writeStartObject();
    out.writeStringField("type", "REQUEST");
    out.writeStringField("methodArn", methodArn);
    headers(headers);
    query("queryStringParameters", "multiValueQueryStringParameters", true);
    members.object("stageVariables", exchange.api().stageVariables());
    requestContext();
    out.writeEndObject();
  }

  private void request(Map<String, List<String>> headers) throws IOException {
    headers(headers);
    query("queryStringParameters", "multiValueQueryStringParameters", false);
  }

  private void headers(Map<String, List<String>> headers) throws IOException {
    single("headers", headers);
    all("multiValueHeaders", headers);
  }

  private void query(String last, String all, boolean empty) throws IOException {
    Map<String, List<String>> query = RequestParts.query(exchange);
    if (empty || !query.isEmpty()) {
      single(last, query);
      all(all, query);
    }
  }

  private Map<String, List<String>> ofDisconnect() {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    headers.put("Host", List.of(context.text(ContextVariable.DOMAIN_NAME, "")));
    for (String name : List.of("x-api-key", "X-Forwarded-For", "x-restapi")) {
      headers.put(name, List.of(""));
    }
    return headers;
  }

  private void single(String member, Map<String, List<String>> values) throws IOException {
    Map<String, String> last = new LinkedHashMap<>();
    values.forEach((name, list) -> last.put(name, list.getLast()));
    members.object(member, last);
  }

  private void all(String member, Map<String, List<String>> values) throws IOException {
    out.writeObjectFieldStart(member);
    for (Map.Entry<String, List<String>> entry : values.entrySet()) {
      out.writeFieldName(entry.getKey());
      members.list(entry.getValue());
    }
    out.writeEndObject();
  }

  private void requestContext() throws IOException {
    out.writeObjectFieldStart("requestContext");
    text("routeKey", ContextVariable.ROUTE_KEY);
    if (!context.authorizer().isEmpty()) {
      out.writeFieldName("authorizer");
      members.any(context.authorizer());
    }
    text("messageId", ContextVariable.MESSAGE_ID);
    text("eventType", ContextVariable.EVENT_TYPE);
    if (context.text(ContextVariable.DISCONNECT_STATUS_CODE) != null) {
      number("disconnectStatusCode", ContextVariable.DISCONNECT_STATUS_CODE);
      text("disconnectReason", ContextVariable.DISCONNECT_REASON);
    }
    text("extendedRequestId", ContextVariable.EXTENDED_REQUEST_ID);
    text("requestTime", ContextVariable.REQUEST_TIME);
    out.writeStringField("messageDirection", "IN");
    out.writeStringField("stage", exchange.api().stage());
    number("connectedAt", ContextVariable.CONNECTED_AT);
    number("requestTimeEpoch", ContextVariable.REQUEST_TIME_EPOCH);
    identity();
    text("requestId", ContextVariable.REQUEST_ID);
    text("domainName", ContextVariable.DOMAIN_NAME);
    text("connectionId", ContextVariable.CONNECTION_ID);
    text("apiId", ContextVariable.API_ID);
    out.writeEndObject();
  }

  private void identity() throws IOException {
    out.writeObjectFieldStart("identity");
    text("accessKey", ContextVariable.IDENTITY_ACCESS_KEY);
    text("accountId", ContextVariable.IDENTITY_ACCOUNT_ID);
    text("apiKey", ContextVariable.IDENTITY_API_KEY);
    text("apiKeyId", ContextVariable.IDENTITY_API_KEY_ID);
    text("caller", ContextVariable.IDENTITY_CALLER);
    text("sourceIp", ContextVariable.IDENTITY_SOURCE_IP);
    text("user", ContextVariable.IDENTITY_USER);
    text("userAgent", ContextVariable.IDENTITY_USER_AGENT);
    text("userArn", ContextVariable.IDENTITY_USER_ARN);
    out.writeEndObject();
  }

  private void text(String member, ContextVariable variable) throws IOException {
    members.textIfAny(member, context.text(variable));
  }

  private void number(String member, ContextVariable variable) throws IOException {
    members.number(member, context.text(variable, "0"));
  }
}
