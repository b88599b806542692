package io.gatemason.runtime.function.event;

import com.fasterxml.jackson.core.JsonGenerator;
import io.gatemason.runtime.exchange.ContextVariables;
import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.exchange.MethodInfo;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Version 1.0 of the event (rest-api.md §8.1, §8.2): what has no value is null. */
final class EventV1 {
  /** HTTP/2 connections end at the managed service's edge. */
  static final String PROTOCOL = "HTTP/1.1";

  private final Exchange exchange;
  private final ContextVariables context;
  private final EventMembers members;
  private final JsonGenerator out;

  EventV1(Exchange exchange, EventMembers members) {
    this.exchange = exchange;
    this.context = exchange.contextVariables();
    this.members = members;
    this.out = members.out();
  }

  void write(byte[] body) throws IOException {
    Map<String, List<String>> headers = EventHeaders.asWritten(exchange);
    Map<String, List<String>> query = RequestParts.query(exchange);
    out.writeStartObject();
    out.writeStringField("resource", exchange.resourcePath());
    out.writeStringField("path", RequestParts.pathBelowStage(exchange));
    out.writeStringField("httpMethod", exchange.route().httpMethod());
    last("headers", headers);
    all("multiValueHeaders", headers);
    last("queryStringParameters", query);
    all("multiValueQueryStringParameters", query);
    texts("pathParameters", RequestParts.pathParameters(exchange));
    texts("stageVariables", exchange.api().stageVariables());
    requestContext();
    body(body);
    out.writeEndObject();
  }

  private void last(String member, Map<String, List<String>> values) throws IOException {
    if (values.isEmpty()) {
      out.writeNullField(member);
      return;
    }
    out.writeObjectFieldStart(member);
    for (Map.Entry<String, List<String>> entry : values.entrySet()) {
      out.writeStringField(entry.getKey(), entry.getValue().getLast());
    }
    out.writeEndObject();
  }

  private void all(String member, Map<String, List<String>> values) throws IOException {
    if (values.isEmpty()) {
      out.writeNullField(member);
      return;
    }
    out.writeObjectFieldStart(member);
    for (Map.Entry<String, List<String>> entry : values.entrySet()) {
      out.writeFieldName(entry.getKey());
      members.list(entry.getValue());
    }
    out.writeEndObject();
  }

  private void texts(String member, Map<String, String> values) throws IOException {
    if (values.isEmpty()) {
      out.writeNullField(member);
    } else {
      members.object(member, values);
    }
  }

  private void requestContext() throws IOException {
    out.writeObjectFieldStart("requestContext");
    members.text("accountId", context.accountId());
    members.text("apiId", context.apiId());
    members.text("deploymentId", context.deploymentId());
    members.text("domainName", context.domainName());
    members.text("domainPrefix", context.domainPrefix());
    members.text("extendedRequestId", context.extendedRequestId());
    members.text("httpMethod", context.httpMethod());
    identity();
    operationName();
    members.text("path", context.path());
    out.writeStringField("protocol", PROTOCOL);
    members.text("requestId", context.requestId());
    members.text("requestTime", context.requestTime());
    members.number("requestTimeEpoch", context.requestTimeEpoch());
    members.text("resourceId", context.resourceId());
    members.text("resourcePath", context.resourcePath());
    out.writeStringField("stage", exchange.api().stage());
    out.writeEndObject();
  }

  /** Twelve members, of which the gateway fills two. */
  private void identity() throws IOException {
    out.writeObjectFieldStart("identity");
    members.text("accessKey", List.of());
    members.text("accountId", context.identityAccountId());
    members.text("caller", context.identityCaller());
    members.text("cognitoAuthenticationProvider", context.identityCognitoAuthenticationProvider());
    members.text("cognitoAuthenticationType", context.identityCognitoAuthenticationType());
    members.text("cognitoIdentityId", context.identityCognitoIdentityId());
    members.text("cognitoIdentityPoolId", context.identityCognitoIdentityPoolId());
    members.text("principalOrgId", context.identityPrincipalOrgId());
    members.text("sourceIp", context.identitySourceIp());
    members.text("user", context.identityUser());
    members.text("userAgent", context.identityUserAgent());
    members.text("userArn", context.identityUserArn());
    out.writeEndObject();
  }

  private void operationName() throws IOException {
    MethodInfo method = exchange.method();
    if (method != null && !method.operationName().isEmpty()) {
      out.writeStringField("operationName", method.operationName());
    }
  }

  private void body(byte[] body) throws IOException {
    boolean binary = body.length > 0 && exchange.binaryBody();
    if (body.length == 0) {
      out.writeNullField("body");
    } else if (binary) {
      out.writeBinaryField("body", body);
    } else {
      out.writeStringField("body", exchange.bodyText());
    }
    out.writeBooleanField("isBase64Encoded", binary);
  }
}
