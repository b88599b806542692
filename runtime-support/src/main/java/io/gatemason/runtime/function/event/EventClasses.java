package io.gatemason.runtime.function.event;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent.ProxyRequestContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent.RequestIdentity;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import io.gatemason.runtime.exchange.ContextSlots;
import io.gatemason.runtime.exchange.ContextVariable;
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

  /**
   * The event for the request of {@code exchange} with {@code changes}, equal to {@link ProxyEvent}
   * read as JSON.
   */
  public static APIGatewayProxyRequestEvent event(Exchange exchange, EventChanges changes) {
    byte[] body = exchange.bodyBytes();
    Map<String, List<String>> headers = EventHeaders.asWritten(exchange);
    Map<String, List<String>> query = RequestParts.query(exchange);
    changes.changeHeaders(headers);
    changes.changeQuery(query);
    boolean binary = EventV1.binary(exchange, body);
    APIGatewayProxyRequestEvent event = new APIGatewayProxyRequestEvent();
    if (exchange.api().httpApi()) {
      event.setVersion(EventV1.VERSION);
    }
    event.setResource(exchange.resourcePath());
    event.setPath(changes.path(exchange.shownPath()));
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
    ContextSlots context = exchange.context();
    ProxyRequestContext object = new ProxyRequestContext();
    object.setAccountId(context.text(ContextVariable.ACCOUNT_ID));
    object.setApiId(context.text(ContextVariable.API_ID));
    Map<String, @Nullable Object> authorizer = EventV1.authorizer(exchange);
    if (!authorizer.isEmpty()) {
      object.setAuthorizer(EventValues.map(authorizer));
    }
    object.setDomainName(context.text(ContextVariable.DOMAIN_NAME));
    object.setDomainPrefix(context.text(ContextVariable.DOMAIN_PREFIX));
    object.setExtendedRequestId(context.text(ContextVariable.EXTENDED_REQUEST_ID));
    object.setHttpMethod(context.text(ContextVariable.HTTP_METHOD));
    object.setIdentity(identity(context));
    MethodInfo method = exchange.method();
    if (method != null && !method.operationName().isEmpty()) {
      object.setOperationName(method.operationName());
    }
    object.setPath(context.text(ContextVariable.PATH));
    object.setProtocol(EventV1.PROTOCOL);
    object.setRequestId(context.text(ContextVariable.REQUEST_ID));
    object.setRequestTime(context.text(ContextVariable.REQUEST_TIME));
    object.setRequestTimeEpoch(Long.valueOf(context.text(ContextVariable.REQUEST_TIME_EPOCH, "0")));
    object.setResourceId(context.text(ContextVariable.RESOURCE_ID));
    object.setResourcePath(context.text(ContextVariable.RESOURCE_PATH));
    object.setStage(exchange.api().stage());
    return object;
  }

  private static RequestIdentity identity(ContextSlots context) {
    RequestIdentity identity = new RequestIdentity();
    identity.setAccountId(context.text(ContextVariable.IDENTITY_ACCOUNT_ID));
    identity.setAccessKey(context.text(ContextVariable.IDENTITY_ACCESS_KEY));
    identity.setApiKey(context.text(ContextVariable.IDENTITY_API_KEY));
    identity.setCaller(context.text(ContextVariable.IDENTITY_CALLER));
    identity.setCognitoAuthenticationProvider(
        context.text(ContextVariable.IDENTITY_COGNITO_AUTHENTICATION_PROVIDER));
    identity.setCognitoAuthenticationType(
        context.text(ContextVariable.IDENTITY_COGNITO_AUTHENTICATION_TYPE));
    identity.setCognitoIdentityId(context.text(ContextVariable.IDENTITY_COGNITO_IDENTITY_ID));
    identity.setCognitoIdentityPoolId(
        context.text(ContextVariable.IDENTITY_COGNITO_IDENTITY_POOL_ID));
    identity.setPrincipalOrgId(context.text(ContextVariable.IDENTITY_PRINCIPAL_ORG_ID));
    identity.setSourceIp(context.text(ContextVariable.IDENTITY_SOURCE_IP));
    identity.setUser(context.text(ContextVariable.IDENTITY_USER));
    identity.setUserAgent(context.text(ContextVariable.IDENTITY_USER_AGENT));
    identity.setUserArn(context.text(ContextVariable.IDENTITY_USER_ARN));
    return identity;
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
   *
   * @param httpApi whether it is for a route of an HTTP API, which takes no status for granted
   */
  public static @Nullable ProxyResult result(
      @Nullable APIGatewayProxyResponseEvent returned, boolean httpApi) {
    if (returned == null || returned.getClass() != APIGatewayProxyResponseEvent.class) {
      return null;
    }
    Integer status = returned.getStatusCode();
    String body = returned.getBody();
    ReturnedTexts texts = new ReturnedTexts();
    texts.add(body);
    texts.addAll(returned.getHeaders());
    texts.addAll(returned.getMultiValueHeaders());
    if (!texts.surelyFit() || (status == null ? httpApi : !ProxyResult.isStatus(status))) {
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
