package io.gatemason.runtime.function.event;

import com.fasterxml.jackson.core.JsonGenerator;
import io.gatemason.runtime.exchange.ContextSlots;
import io.gatemason.runtime.exchange.ContextVariable;
import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.exchange.MethodInfo;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Version 1.0 of the event (docs/behaviour/functions.md#event-1): what has no value is null, in the
 * event of an authorizer an empty object.
 */
final class EventV1 {
  /** HTTP/2 connections end at the managed service's edge. */
  static final String PROTOCOL = "HTTP/1.1";

  static final String VERSION = "1.0";

  private static final String API_KEY = "x-api-key";
  private static final Map<String, @Nullable Object> NOBODY = nobody();

  private final Exchange exchange;
  private final ContextSlots context;
  private final EventMembers members;
  private final JsonGenerator out;
  private final boolean objects;

  EventV1(Exchange exchange, EventMembers members, boolean objects) {
    this.exchange = exchange;
    this.context = exchange.context();
    this.members = members;
    this.out = members.out();
    this.objects = objects;
  }

  private static Map<String, @Nullable Object> nobody() {
    Map<String, @Nullable Object> nobody = new LinkedHashMap<>();
    nobody.put("claims", null);
    nobody.put("scopes", null);
    return Collections.unmodifiableMap(nobody);
  }

  void write(byte[] body, EventChanges changes) throws IOException {
    out.writeStartObject();
    request(changes);
    body(body);
    out.writeEndObject();
  }

  /** What a REQUEST authorizer is told. */
  void writeAuthorizer(String methodArn) throws IOException {
    out.writeStartObject();
    out.writeStringField("type", "REQUEST");
    out.writeStringField("methodArn", methodArn);
    request(new EventChanges(PayloadFormat.V1_0));
    out.writeEndObject();
  }

  /** What an authorizer of an HTTP API is told. */
  void writeAuthorizer(String methodArn, List<String> identity) throws IOException {
    out.writeStartObject();
    out.writeStringField("type", "REQUEST");
    out.writeStringField("methodArn", methodArn);
    out.writeStringField("identitySource", String.join(",", identity));
    out.writeStringField("authorizationToken", String.join(",", identity));
    request(new EventChanges(PayloadFormat.V1_0));
    out.writeEndObject();
  }

  private void request(EventChanges changes) throws IOException {
    Map<String, List<String>> headers = EventHeaders.asWritten(exchange);
    Map<String, List<String>> query = RequestParts.query(exchange);
    changes.changeHeaders(headers);
    changes.changeQuery(query);
    if (exchange.api().httpApi()) {
      out.writeStringField("version", VERSION);
    }
    out.writeStringField("resource", exchange.resourcePath());
    out.writeStringField("path", changes.path(exchange.shownPath()));
    out.writeStringField("httpMethod", exchange.route().httpMethod());
    last("headers", headers);
    all("multiValueHeaders", headers);
    last("queryStringParameters", query);
    all("multiValueQueryStringParameters", query);
    texts("pathParameters", RequestParts.pathParameters(exchange));
    texts("stageVariables", exchange.api().stageVariables());
    requestContext();
  }

  private void last(String member, Map<String, List<String>> values) throws IOException {
    if (values.isEmpty() && !objects) {
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
    if (values.isEmpty() && !objects) {
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
    if (values.isEmpty() && !objects) {
      out.writeNullField(member);
    } else {
      members.object(member, values);
    }
  }

  private void requestContext() throws IOException {
    out.writeObjectFieldStart("requestContext");
    members.text("accountId", context.text(ContextVariable.ACCOUNT_ID));
    members.text("apiId", context.text(ContextVariable.API_ID));
    authorizer();
    customDomain();
    if (!exchange.api().httpApi()) {
      members.text("deploymentId", context.text(ContextVariable.DEPLOYMENT_ID));
    }
    members.text("domainName", context.text(ContextVariable.DOMAIN_NAME));
    members.text("domainPrefix", context.text(ContextVariable.DOMAIN_PREFIX));
    members.text("extendedRequestId", context.text(ContextVariable.EXTENDED_REQUEST_ID));
    members.text("httpMethod", context.text(ContextVariable.HTTP_METHOD));
    identity();
    operationName();
    members.text("path", context.text(ContextVariable.PATH));
    out.writeStringField("protocol", PROTOCOL);
    members.text("requestId", context.text(ContextVariable.REQUEST_ID));
    members.text("requestTime", context.text(ContextVariable.REQUEST_TIME));
    members.number("requestTimeEpoch", context.text(ContextVariable.REQUEST_TIME_EPOCH, "0"));
    members.text("resourceId", context.text(ContextVariable.RESOURCE_ID));
    members.text("resourcePath", context.text(ContextVariable.RESOURCE_PATH));
    out.writeStringField("stage", exchange.api().stage());
    out.writeEndObject();
  }

  private void authorizer() throws IOException {
    Map<String, @Nullable Object> said = objects ? context.authorizer() : authorizer(exchange);
    if (!said.isEmpty()) {
      out.writeFieldName("authorizer");
      members.any(said);
    }
  }

  /** What a function is told of the authorizer: on open routes of HTTP APIs, that there is none. */
  static Map<String, @Nullable Object> authorizer(Exchange exchange) {
    Map<String, @Nullable Object> said = exchange.context().authorizer();
    return said.isEmpty() && exchange.api().httpApi() ? NOBODY : said;
  }

  /** Only where a custom domain led to the API. */
  private void customDomain() throws IOException {
    String basePath = context.text(ContextVariable.CUSTOM_DOMAIN_BASE_PATH_MATCHED);
    if (basePath != null) {
      out.writeObjectFieldStart("customDomain");
      out.writeStringField("basePathMatched", basePath);
      out.writeEndObject();
    }
  }

  /** An authorizer is told the key that was sent, before anybody has judged it. */
  private @Nullable String apiKey() {
    List<String> sent = objects ? exchange.head().inAnyCase(API_KEY) : List.of();
    return sent.isEmpty() ? context.text(ContextVariable.IDENTITY_API_KEY) : sent.getLast();
  }

  /** Twelve members that are always there, and those of API keys and client certificates. */
  private void identity() throws IOException {
    out.writeObjectFieldStart("identity");
    members.text("accessKey", context.text(ContextVariable.IDENTITY_ACCESS_KEY));
    members.text("accountId", context.text(ContextVariable.IDENTITY_ACCOUNT_ID));
    members.textIfAny("apiKey", apiKey());
    members.textIfAny("apiKeyId", context.text(ContextVariable.IDENTITY_API_KEY_ID));
    members.text("caller", context.text(ContextVariable.IDENTITY_CALLER));
    clientCert();
    members.text(
        "cognitoAuthenticationProvider",
        context.text(ContextVariable.IDENTITY_COGNITO_AUTHENTICATION_PROVIDER));
    members.text(
        "cognitoAuthenticationType",
        context.text(ContextVariable.IDENTITY_COGNITO_AUTHENTICATION_TYPE));
    members.text("cognitoIdentityId", context.text(ContextVariable.IDENTITY_COGNITO_IDENTITY_ID));
    members.text(
        "cognitoIdentityPoolId", context.text(ContextVariable.IDENTITY_COGNITO_IDENTITY_POOL_ID));
    members.text("principalOrgId", context.text(ContextVariable.IDENTITY_PRINCIPAL_ORG_ID));
    members.text("sourceIp", context.text(ContextVariable.IDENTITY_SOURCE_IP));
    members.text("user", context.text(ContextVariable.IDENTITY_USER));
    members.text("userAgent", context.text(ContextVariable.IDENTITY_USER_AGENT));
    members.text("userArn", context.text(ContextVariable.IDENTITY_USER_ARN));
    out.writeEndObject();
  }

  private void clientCert() throws IOException {
    if (context.text(ContextVariable.IDENTITY_CLIENT_CERT_SUBJECT_DN) != null) {
      members.clientCert(context);
    }
  }

  /** HTTP APIs have no binary media types: the content type decides, as in version 2.0. */
  static boolean binary(Exchange exchange, byte[] body) {
    return exchange.api().httpApi()
        ? EventText.binary(exchange, body)
        : body.length > 0 && exchange.binaryBody();
  }

  private void operationName() throws IOException {
    MethodInfo method = exchange.method();
    if (method != null && !method.operationName().isEmpty()) {
      out.writeStringField("operationName", method.operationName());
    }
  }

  private void body(byte[] body) throws IOException {
    boolean binary = binary(exchange, body);
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
