package io.gatemason.runtime.function.event;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext.Http;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.gatemason.runtime.exchange.ContextSlots;
import io.gatemason.runtime.exchange.ContextVariable;
import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.failure.GatewayFailure;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Version 2.0 of the event, and results, as objects of the classes of aws-lambda-java-events: the
 * same that reading and writing JSON would give, without JSON in between. Only code whose project
 * has that library may call it.
 */
public final class RouteEventClasses {
  private RouteEventClasses() {}

  /**
   * The event for the request of {@code exchange} with {@code changes}, equal to {@link ProxyEvent}
   * read as JSON. Functions may change what they get.
   */
  public static APIGatewayV2HTTPEvent event(Exchange exchange, EventChanges changes) {
    byte[] body = exchange.bodyBytes();
    Map<String, String> headers = EventHeaders.joined(exchange, body.length);
    boolean text = body.length == 0 || EventText.passes(body, headers);
    changes.changeJoinedHeaders(headers);
    Map<String, List<String>> query = RequestParts.query(exchange);
    changes.changeQuery(query);
    String cookies = headers.remove("cookie");
    APIGatewayV2HTTPEvent event = new APIGatewayV2HTTPEvent();
    event.setVersion(EventV2.VERSION);
    event.setRouteKey(RequestParts.routeKey(exchange));
    event.setRawPath(changes.path(exchange.rawPath()));
    event.setRawQueryString(changes.rawQuery(exchange.head().rawQuery(), query));
    if (cookies != null) {
      event.setCookies(EventHeaders.cookies(cookies));
    }
    event.setHeaders(headers);
    if (!query.isEmpty()) {
      event.setQueryStringParameters(RequestParts.joined(query));
    }
    event.setRequestContext(requestContext(exchange));
    event.setPathParameters(orNull(RequestParts.pathParameters(exchange)));
    Map<String, String> variables = exchange.api().stageVariables();
    event.setStageVariables(variables.isEmpty() ? null : new LinkedHashMap<>(variables));
    if (body.length > 0) {
      event.setBody(text ? exchange.bodyText() : Base64.getEncoder().encodeToString(body));
    }
    event.setIsBase64Encoded(!text);
    return event;
  }

  private static @Nullable Map<String, String> orNull(Map<String, String> values) {
    return values.isEmpty() ? null : values;
  }

  private static RequestContext requestContext(Exchange exchange) {
    ContextSlots context = exchange.context();
    RequestContext object = new RequestContext();
    object.setAccountId(context.text(ContextVariable.ACCOUNT_ID));
    object.setApiId(context.text(ContextVariable.API_ID));
    EventAuthorizer authorizer = context.left(EventAuthorizer.class);
    if (authorizer != null) {
      object.setAuthorizer(AuthorizerClasses.of(authorizer));
    }
    object.setDomainName(context.text(ContextVariable.DOMAIN_NAME));
    object.setDomainPrefix(context.text(ContextVariable.DOMAIN_PREFIX));
    object.setHttp(http(exchange, context));
    object.setRequestId(context.text(ContextVariable.EXTENDED_REQUEST_ID));
    object.setRouteKey(RequestParts.routeKey(exchange));
    object.setStage(RequestParts.routeStage(exchange));
    object.setTime(context.text(ContextVariable.REQUEST_TIME));
    object.setTimeEpoch(Long.parseLong(context.text(ContextVariable.REQUEST_TIME_EPOCH, "0")));
    return object;
  }

  private static Http http(Exchange exchange, ContextSlots context) {
    Http http = new Http();
    http.setMethod(context.text(ContextVariable.HTTP_METHOD));
    http.setPath(exchange.rawPath());
    http.setProtocol(EventV1.PROTOCOL);
    http.setSourceIp(context.text(ContextVariable.IDENTITY_SOURCE_IP));
    http.setUserAgent(context.text(ContextVariable.IDENTITY_USER_AGENT, ""));
    return http;
  }

  /**
   * What a function returned. Null if only its JSON tells what it means: for what is no response,
   * may be larger than a function may return, or is not of the types that the class declares.
   */
  public static @Nullable ProxyResult result(@Nullable APIGatewayV2HTTPResponse returned) {
    if (returned == null || returned.getClass() != APIGatewayV2HTTPResponse.class) {
      return null;
    }
    String body = returned.getBody();
    List<String> cookies = returned.getCookies();
    ReturnedTexts texts = new ReturnedTexts();
    texts.add(body);
    texts.addAll(returned.getHeaders());
    texts.addAll(returned.getMultiValueHeaders());
    texts.addAll(cookies);
    if (!texts.surelyFit() || !ProxyResult.isStatus(returned.getStatusCode())) {
      return null;
    }
    try {
      Map<String, List<String>> headers =
          ResultHeaders.of(returned.getHeaders(), returned.getMultiValueHeaders());
      if (cookies != null) {
        ResultHeaders.addCookies(headers, cookies);
      }
      return new ProxyResult(
          returned.getStatusCode(),
          headers,
          body == null ? "" : body,
          returned.getIsBase64Encoded());
    } catch (GatewayFailure malformed) {
      return null;
    }
  }
}
