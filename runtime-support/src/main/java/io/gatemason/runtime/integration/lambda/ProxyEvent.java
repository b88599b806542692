package io.gatemason.runtime.integration.lambda;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.gatemason.runtime.exchange.ContextVariables;
import io.gatemason.runtime.exchange.Exchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The event, version 1.0, that a proxy integration invokes its function with (rest-api.md §8.1).
 */
public final class ProxyEvent {
  private static final JsonFactory JSON = new JsonFactory();
  private static final int TYPICAL_BYTES = 2_048;

  /** Members of requestContext.identity, sorted; of these, the gateway fills two. */
  private static final List<String> IDENTITY =
      List.of(
          "accessKey",
          "accountId",
          "caller",
          "cognitoAuthenticationProvider",
          "cognitoAuthenticationType",
          "cognitoIdentityId",
          "cognitoIdentityPoolId",
          "principalOrgId",
          "sourceIp",
          "user",
          "userAgent",
          "userArn");

  private final Exchange exchange;
  private final ContextVariables context;
  private final JsonGenerator out;

  private ProxyEvent(Exchange exchange, JsonGenerator out) {
    this.exchange = exchange;
    this.context = exchange.contextVariables();
    this.out = out;
  }

  /** The event for the request of {@code exchange}, whose body is read: JSON in UTF-8. */
  public static byte[] of(Exchange exchange) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(TYPICAL_BYTES);
    byte[] body = exchange.bodyBytes();
    try (JsonGenerator out = JSON.createGenerator(bytes)) {
      new ProxyEvent(exchange, out).write(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private void write(byte[] body) throws IOException {
    Map<String, List<String>> headers = EventHeaders.of(exchange);
    Map<String, List<String>> query = new LinkedHashMap<>();
    exchange.query().forEach((name, value) -> EventHeaders.add(query, name, value));
    out.writeStartObject();
    out.writeStringField("resource", exchange.resourcePath());
    out.writeStringField("path", pathBelowStage());
    out.writeStringField("httpMethod", exchange.route().httpMethod());
    writeLast("headers", headers);
    writeLists("multiValueHeaders", headers);
    writeLast("queryStringParameters", query);
    writeLists("multiValueQueryStringParameters", query);
    writePathParameters();
    writeStageVariables();
    writeRequestContext();
    writeBody(body);
    out.writeEndObject();
  }

  private String pathBelowStage() {
    String path = context.path().getFirst();
    String prefix = exchange.api().stage().isEmpty() ? "" : "/" + exchange.api().stage();
    if (prefix.isEmpty() || !path.startsWith(prefix)) {
      return path;
    }
    String below = path.substring(prefix.length());
    return below.isEmpty() ? "/" : below.startsWith("/") ? below : path;
  }

  private void writeLast(String field, Map<String, List<String>> values) throws IOException {
    if (values.isEmpty()) {
      out.writeNullField(field);
      return;
    }
    out.writeObjectFieldStart(field);
    for (Map.Entry<String, List<String>> entry : values.entrySet()) {
      out.writeStringField(entry.getKey(), entry.getValue().getLast());
    }
    out.writeEndObject();
  }

  private void writeLists(String field, Map<String, List<String>> values) throws IOException {
    if (values.isEmpty()) {
      out.writeNullField(field);
      return;
    }
    out.writeObjectFieldStart(field);
    for (Map.Entry<String, List<String>> entry : values.entrySet()) {
      out.writeArrayFieldStart(entry.getKey());
      for (String value : entry.getValue()) {
        out.writeString(value);
      }
      out.writeEndArray();
    }
    out.writeEndObject();
  }

  private void writePathParameters() throws IOException {
    Map<String, List<String>> values = new LinkedHashMap<>();
    for (String name : exchange.pathParameterNames()) {
      List<String> value = exchange.pathParameter(name);
      if (!value.isEmpty()) {
        values.put(name, value);
      }
    }
    writeLast("pathParameters", values);
  }

  private void writeStageVariables() throws IOException {
    Map<String, List<String>> values = new LinkedHashMap<>();
    exchange.api().stageVariables().forEach((name, value) -> values.put(name, List.of(value)));
    writeLast("stageVariables", values);
  }

  private void writeRequestContext() throws IOException {
    out.writeObjectFieldStart("requestContext");
    write("accountId", context.accountId());
    write("apiId", context.apiId());
    write("deploymentId", context.deploymentId());
    write("domainName", context.domainName());
    write("domainPrefix", context.domainPrefix());
    write("extendedRequestId", context.extendedRequestId());
    write("httpMethod", context.httpMethod());
    writeIdentity();
    write("path", context.path());
    // HTTP/2 connections end at the managed service's edge.
    out.writeStringField("protocol", "HTTP/1.1");
    write("requestId", context.requestId());
    write("requestTime", context.requestTime());
    out.writeFieldName("requestTimeEpoch");
    out.writeNumber(context.requestTimeEpoch().getFirst());
    write("resourceId", context.resourceId());
    write("resourcePath", context.resourcePath());
    out.writeStringField("stage", exchange.api().stage());
    out.writeEndObject();
  }

  private void write(String field, List<String> value) throws IOException {
    writeTextOrNull(field, value.isEmpty() ? null : value.getFirst());
  }

  private void writeTextOrNull(String field, @Nullable String value) throws IOException {
    if (value == null) {
      out.writeNullField(field);
    } else {
      out.writeStringField(field, value);
    }
  }

  private void writeIdentity() throws IOException {
    out.writeObjectFieldStart("identity");
    for (String member : IDENTITY) {
      switch (member) {
        case "sourceIp" -> write(member, context.identitySourceIp());
        case "userAgent" -> write(member, context.identityUserAgent());
        default -> out.writeNullField(member);
      }
    }
    out.writeEndObject();
  }

  private void writeBody(byte[] body) throws IOException {
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
