package io.gatemason.runtime.function.event;

import com.fasterxml.jackson.core.JsonGenerator;
import io.gatemason.runtime.exchange.ContextSlots;
import io.gatemason.runtime.exchange.ContextVariable;
import io.gatemason.runtime.exchange.Exchange;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Version 2.0 of the event (docs/behaviour/functions.md#event-2): what has no value is absent. */
final class EventV2 {
  static final String VERSION = "2.0";

  private final Exchange exchange;
  private final ContextSlots context;
  private final EventMembers members;
  private final JsonGenerator out;

  EventV2(Exchange exchange, EventMembers members) {
    this.exchange = exchange;
    this.context = exchange.context();
    this.members = members;
    this.out = members.out();
  }

  void write(byte[] body, EventChanges changes) throws IOException {
    Map<String, String> headers = EventHeaders.joined(exchange, body.length);
    boolean text = body.length == 0 || EventText.passes(body, headers);
    changes.changeJoinedHeaders(headers);
    out.writeStartObject();
    out.writeStringField("version", VERSION);
    request(headers, changes);
    body(body, text);
    texts("pathParameters", RequestParts.pathParameters(exchange));
    texts("stageVariables", exchange.api().stageVariables());
    out.writeEndObject();
  }

  private void request(Map<String, String> headers, EventChanges changes) throws IOException {
    Map<String, List<String>> query = RequestParts.query(exchange);
    changes.changeQuery(query);
    String cookies = headers.remove("cookie");
    out.writeStringField("routeKey", RequestParts.routeKey(exchange));
    out.writeStringField("rawPath", changes.path(exchange.rawPath()));
    out.writeStringField("rawQueryString", changes.rawQuery(exchange.head().rawQuery(), query));
    if (cookies != null) {
      out.writeFieldName("cookies");
      members.list(EventHeaders.cookies(cookies));
    }
    members.object("headers", headers);
    texts("queryStringParameters", RequestParts.joined(query));
    requestContext();
  }

  /** What an authorizer is told: everything but the body, and who calls. */
  void writeAuthorizer(String routeArn, List<String> identity) throws IOException {
    String length = exchange.head().fields().first("Content-Length");
    Map<String, String> headers = EventHeaders.joined(exchange, 0);
    headers.put("content-length", length == null ? "0" : length);
    out.writeStartObject();
    out.writeStringField("version", VERSION);
    out.writeStringField("type", "REQUEST");
    out.writeStringField("routeArn", routeArn);
    out.writeFieldName("identitySource");
    members.list(identity);
    request(headers, new EventChanges(PayloadFormat.V2_0));
    texts("pathParameters", RequestParts.pathParameters(exchange));
    texts("stageVariables", exchange.api().stageVariables());
    out.writeEndObject();
  }

  private void texts(String member, Map<String, String> values) throws IOException {
    if (!values.isEmpty()) {
      members.object(member, values);
    }
  }

  private void requestContext() throws IOException {
    out.writeObjectFieldStart("requestContext");
    members.text("accountId", context.text(ContextVariable.ACCOUNT_ID));
    members.text("apiId", context.text(ContextVariable.API_ID));
    if (context.text(ContextVariable.IDENTITY_CLIENT_CERT_SUBJECT_DN) != null) {
      out.writeObjectFieldStart("authentication");
      members.clientCert(context);
      out.writeEndObject();
    }
    EventAuthorizer authorizer = context.left(EventAuthorizer.class);
    if (authorizer != null) {
      out.writeObjectFieldStart("authorizer");
      out.writeFieldName(authorizer.kind());
      members.any(authorizer.content());
      out.writeEndObject();
    }
    members.text("domainName", context.text(ContextVariable.DOMAIN_NAME));
    members.text("domainPrefix", context.text(ContextVariable.DOMAIN_PREFIX));
    out.writeObjectFieldStart("http");
    members.text("method", context.text(ContextVariable.HTTP_METHOD));
    out.writeStringField("path", exchange.rawPath());
    out.writeStringField("protocol", EventV1.PROTOCOL);
    members.text("sourceIp", context.text(ContextVariable.IDENTITY_SOURCE_IP));
    out.writeStringField("userAgent", context.text(ContextVariable.IDENTITY_USER_AGENT, ""));
    out.writeEndObject();
    members.text("requestId", context.text(ContextVariable.EXTENDED_REQUEST_ID));
    out.writeStringField("routeKey", RequestParts.routeKey(exchange));
    out.writeStringField("stage", RequestParts.routeStage(exchange));
    members.text("time", context.text(ContextVariable.REQUEST_TIME));
    members.number("timeEpoch", context.text(ContextVariable.REQUEST_TIME_EPOCH, "0"));
    out.writeEndObject();
  }

  private void body(byte[] body, boolean text) throws IOException {
    if (body.length > 0) {
      if (text) {
        out.writeStringField("body", exchange.bodyText());
      } else {
        out.writeBinaryField("body", body);
      }
    }
    out.writeBooleanField("isBase64Encoded", !text);
  }
}
