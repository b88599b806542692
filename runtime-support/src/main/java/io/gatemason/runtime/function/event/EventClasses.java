package io.gatemason.runtime.function.event;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent.ProxyRequestContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent.RequestIdentity;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import io.gatemason.runtime.exchange.ContextVariables;
import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.exchange.MethodInfo;
import io.gatemason.runtime.failure.GatewayFailure;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Version 1.0 of the event, and results, as objects of the classes of aws-lambda-java-events: the
 * same that reading and writing JSON would give, without JSON in between. Only code whose project
 * has that library may call it.
 */
public final class EventClasses {
  private EventClasses() {}

  /** The event for the request of {@code exchange}, equal to {@link ProxyEvent} read as JSON. */
  public static APIGatewayProxyRequestEvent event(Exchange exchange) {
    byte[] body = exchange.bodyBytes();
    Map<String, List<String>> headers = EventHeaders.asWritten(exchange);
    Map<String, List<String>> query = RequestParts.query(exchange);
    boolean binary = body.length > 0 && exchange.binaryBody();
    APIGatewayProxyRequestEvent event = new APIGatewayProxyRequestEvent();
    event.setResource(exchange.resourcePath());
    event.setPath(RequestParts.pathBelowStage(exchange));
    event.setHttpMethod(exchange.route().httpMethod());
    event.setHeaders(last(headers));
    event.setMultiValueHeaders(all(headers));
    event.setQueryStringParameters(last(query));
    event.setMultiValueQueryStringParameters(all(query));
    event.setPathParameters(texts(RequestParts.pathParameters(exchange)));
    event.setStageVariables(texts(exchange.api().stageVariables()));
    event.setRequestContext(requestContext(exchange));
    if (body.length > 0) {
      event.setBody(binary ? Base64.getEncoder().encodeToString(body) : exchange.bodyText());
    }
    event.setIsBase64Encoded(binary);
    return event;
  }

  private static ProxyRequestContext requestContext(Exchange exchange) {
    ContextVariables context = exchange.contextVariables();
    ProxyRequestContext object = new ProxyRequestContext();
    object.setAccountId(text(context.accountId()));
    object.setApiId(text(context.apiId()));
    object.setDomainName(text(context.domainName()));
    object.setDomainPrefix(text(context.domainPrefix()));
    object.setExtendedRequestId(text(context.extendedRequestId()));
    object.setHttpMethod(text(context.httpMethod()));
    object.setIdentity(identity(context));
    MethodInfo method = exchange.method();
    if (method != null && !method.operationName().isEmpty()) {
      object.setOperationName(method.operationName());
    }
    object.setPath(text(context.path()));
    object.setProtocol(EventV1.PROTOCOL);
    object.setRequestId(text(context.requestId()));
    object.setRequestTime(text(context.requestTime()));
    object.setRequestTimeEpoch(Long.valueOf(context.requestTimeEpoch().getFirst()));
    object.setResourceId(text(context.resourceId()));
    object.setResourcePath(text(context.resourcePath()));
    object.setStage(exchange.api().stage());
    return object;
  }

  private static RequestIdentity identity(ContextVariables context) {
    RequestIdentity identity = new RequestIdentity();
    identity.setAccountId(text(context.identityAccountId()));
    identity.setCaller(text(context.identityCaller()));
    identity.setCognitoAuthenticationProvider(
        text(context.identityCognitoAuthenticationProvider()));
    identity.setCognitoAuthenticationType(text(context.identityCognitoAuthenticationType()));
    identity.setCognitoIdentityId(text(context.identityCognitoIdentityId()));
    identity.setCognitoIdentityPoolId(text(context.identityCognitoIdentityPoolId()));
    identity.setPrincipalOrgId(text(context.identityPrincipalOrgId()));
    identity.setSourceIp(text(context.identitySourceIp()));
    identity.setUser(text(context.identityUser()));
    identity.setUserAgent(text(context.identityUserAgent()));
    identity.setUserArn(text(context.identityUserArn()));
    return identity;
  }

  private static @Nullable String text(List<String> value) {
    return value.isEmpty() ? null : value.getFirst();
  }

  /** Functions may change what they get. */
  private static @Nullable Map<String, String> last(Map<String, List<String>> values) {
    if (values.isEmpty()) {
      return null;
    }
    Map<String, String> last = new LinkedHashMap<>();
    values.forEach((name, list) -> last.put(name, list.getLast()));
    return last;
  }

  private static @Nullable Map<String, List<String>> all(Map<String, List<String>> values) {
    if (values.isEmpty()) {
      return null;
    }
    values.replaceAll((name, list) -> new ArrayList<>(list));
    return values;
  }

  private static @Nullable Map<String, String> texts(Map<String, String> values) {
    return values.isEmpty() ? null : new LinkedHashMap<>(values);
  }

  /**
   * What a function returned. Null if only its JSON tells what it means: for what is no response,
   * may be larger than a function may return, or is not of the types that the class declares.
   */
  public static @Nullable ProxyResult result(@Nullable APIGatewayProxyResponseEvent returned) {
    if (returned == null || returned.getClass() != APIGatewayProxyResponseEvent.class) {
      return null;
    }
    Integer status = returned.getStatusCode();
    String body = returned.getBody();
    ReturnedTexts texts = new ReturnedTexts();
    texts.add(body);
    texts.addAll(returned.getHeaders());
    texts.addAll(returned.getMultiValueHeaders());
    if (!texts.surelyFit() || (status != null && !ProxyResult.isStatus(status))) {
      return null;
    }
    try {
      return new ProxyResult(
          status == null ? 200 : status,
          ResultHeaders.of(returned.getHeaders(), returned.getMultiValueHeaders()),
          body == null ? "" : body,
          Boolean.TRUE.equals(returned.getIsBase64Encoded()));
    } catch (GatewayFailure malformed) {
      return null;
    }
  }
}
