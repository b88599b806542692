package io.gatemason.runtime.trace;

import static io.opentelemetry.api.common.AttributeKey.booleanKey;
import static io.opentelemetry.api.common.AttributeKey.longKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;

import io.gatemason.runtime.exchange.ApiInfo;
import io.gatemason.runtime.exchange.CallTrace.Called;
import io.gatemason.runtime.exchange.ContextVariable;
import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.exchange.MethodInfo;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;

/**
 * What spans say. Queries, headers and bodies are not among it. Source: {@code
 * docs/behaviour/tracing.md#spans}.
 */
final class SpanAttributes {
  private static final AttributeKey<String> METHOD = stringKey("http.request.method");
  private static final AttributeKey<String> PATH = stringKey("url.path");
  private static final AttributeKey<String> SCHEME = stringKey("url.scheme");
  private static final AttributeKey<String> URL = stringKey("url.full");
  private static final AttributeKey<String> ROUTE = stringKey("http.route");
  private static final AttributeKey<Long> STATUS = longKey("http.response.status_code");
  private static final AttributeKey<Long> SIZE = longKey("http.response.body.size");
  private static final AttributeKey<String> CLIENT = stringKey("client.address");
  private static final AttributeKey<String> SERVER = stringKey("server.address");
  private static final AttributeKey<Long> PORT = longKey("server.port");
  private static final AttributeKey<String> ERROR = stringKey("error.type");
  private static final AttributeKey<String> RPC_SYSTEM = stringKey("rpc.system");
  private static final AttributeKey<String> RPC_SERVICE = stringKey("rpc.service");
  private static final AttributeKey<String> RPC_METHOD = stringKey("rpc.method");
  private static final AttributeKey<String> FUNCTION = stringKey("faas.invoked_name");
  private static final AttributeKey<String> REGION = stringKey("cloud.region");
  private static final AttributeKey<String> RULE = stringKey("aws.xray.sampling_rule_name");
  private static final AttributeKey<Boolean> CACHED = booleanKey("apigateway.authorizer.cached");

  private SpanAttributes() {}

  static void request(Span span, Exchange exchange, String rule) {
    String verb = exchange.route().httpMethod();
    MethodInfo method = exchange.method();
    span.updateName(method == null ? verb : verb + " " + method.resourcePath());
    if (method != null) {
      span.setAttribute(ROUTE, method.resourcePath());
    }
    span.setAttribute(METHOD, verb);
    span.setAttribute(PATH, exchange.head().sentPath());
    span.setAttribute(SCHEME, exchange.head().secure() ? "https" : "http");
    span.setAttribute(CLIENT, exchange.origin().sourceIp());
    span.setAttribute(SERVER, exchange.context().text(ContextVariable.DOMAIN_NAME, ""));
    span.setAttribute(SIZE, exchange.responseLength());
    api(span, exchange);
    if (!rule.isEmpty()) {
      span.setAttribute(RULE, rule);
    }
    String text = exchange.context().text(ContextVariable.STATUS, "0");
    int status = Integer.parseInt(text);
    if (status > 0) {
      span.setAttribute(STATUS, status);
    }
    if (exchange.failed() || status >= 500) {
      span.setAttribute(ERROR, exchange.context().text(ContextVariable.ERROR_RESPONSE_TYPE, text));
    }
    if (status >= 500 || status == 0) {
      span.setStatus(StatusCode.ERROR);
    }
  }

  private static void api(Span span, Exchange exchange) {
    ApiInfo api = exchange.api();
    span.setAttribute("aws.api_gateway.rest_api_id", api.apiId());
    span.setAttribute("aws.api_gateway.stage", api.stage());
    span.setAttribute("aws.api_gateway.account_id", api.accountId());
    span.setAttribute("aws.api_gateway.request_id", exchange.ids().requestId());
    span.setAttribute("apigateway.extended_request_id", exchange.ids().extendedRequestId());
    span.setAttribute("apigateway.api_id", api.apiId());
    span.setAttribute("apigateway.stage", api.stage());
    if (api.canary() != null) {
      span.setAttribute("apigateway.canary", api.servesCanary());
    }
  }

  static void authorizer(Span span, String name, boolean cached) {
    if (!name.isEmpty()) {
      span.updateName("authorizer " + name);
      span.setAttribute(CACHED, cached);
    }
  }

  static String nameOf(Called called) {
    return switch (called.kind()) {
      case HTTP -> called.operation();
      case AWS -> called.service() + "/" + called.operation();
      case FUNCTION -> "Lambda/" + called.operation();
    };
  }

  static void called(Span span, Called called) {
    switch (called.kind()) {
      case HTTP -> {
        span.setAttribute(METHOD, called.operation());
        span.setAttribute(URL, withoutQuery(called.target()));
        address(span, called.service());
      }
      case AWS -> {
        span.setAttribute(RPC_SYSTEM, "aws-api");
        span.setAttribute(RPC_SERVICE, called.service());
        span.setAttribute(RPC_METHOD, called.operation());
        span.setAttribute(URL, withoutQuery(called.target()));
      }
      case FUNCTION -> {
        span.setAttribute(RPC_SYSTEM, "aws-api");
        span.setAttribute(RPC_SERVICE, "Lambda");
        span.setAttribute(RPC_METHOD, called.operation());
        span.setAttribute(FUNCTION, called.service());
      }
    }
    if (!called.region().isEmpty()) {
      span.setAttribute(REGION, called.region());
    }
  }

  private static void address(Span span, String authority) {
    int colon = authority.lastIndexOf(':');
    boolean port = colon > authority.lastIndexOf(']');
    span.setAttribute(SERVER, port ? authority.substring(0, colon) : authority);
    if (port) {
      span.setAttribute(PORT, Integer.parseInt(authority, colon + 1, authority.length(), 10));
    }
  }

  /** Queries hold secrets more often than not. */
  private static String withoutQuery(String url) {
    int query = url.indexOf('?');
    return query < 0 ? url : url.substring(0, query);
  }

  static void answered(Span span, Exchange exchange) {
    int status = exchange.record().integrationStatus();
    if (status > 0) {
      span.setAttribute(STATUS, status);
    }
    if (status >= 400) {
      span.setAttribute(ERROR, Integer.toString(status));
      span.setStatus(StatusCode.ERROR);
    } else if (status == 0 && exchange.failed()) {
      span.setAttribute(
          ERROR, exchange.context().text(ContextVariable.ERROR_RESPONSE_TYPE, "_OTHER"));
      span.setStatus(StatusCode.ERROR);
    }
  }
}
