package io.gatemason.generator.handler;

import io.gatemason.generator.model.HandlerSignature.Binding;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** The events library's classes for requests, which the runtime uses without JSON. */
final class EventLibrary {
  private static final String EVENTS = "com.amazonaws.services.lambda.runtime.events.";

  private static final Pair PROXY =
      new Pair(
          Binding.PROXY_CLASSES,
          EVENTS + "APIGatewayProxyRequestEvent",
          EVENTS + "APIGatewayProxyResponseEvent",
          Map.of(
              "APIGatewayProxyRequestEvent",
              List.of("setMultiValueHeaders", "setMultiValueQueryStringParameters", "setVersion"),
              "APIGatewayProxyRequestEvent.ProxyRequestContext",
              List.of(
                  "setDomainName",
                  "setDomainPrefix",
                  "setExtendedRequestId",
                  "setOperationName",
                  "setProtocol",
                  "setRequestTime",
                  "setRequestTimeEpoch"),
              "APIGatewayProxyRequestEvent.RequestIdentity",
              List.of("setPrincipalOrgId"),
              "APIGatewayProxyResponseEvent",
              List.of("getMultiValueHeaders")));

  private static final Pair ROUTE =
      new Pair(
          Binding.ROUTE_CLASSES,
          EVENTS + "APIGatewayV2HTTPEvent",
          EVENTS + "APIGatewayV2HTTPResponse",
          Map.of(
              "APIGatewayV2HTTPEvent",
              List.of("setCookies", "setIsBase64Encoded"),
              "APIGatewayV2HTTPEvent.RequestContext.Authorizer",
              List.of("setIam", "setJwt", "setLambda"),
              "APIGatewayV2HTTPEvent.RequestContext.IAM",
              List.of("setPrincipalOrgId"),
              "APIGatewayV2HTTPResponse",
              List.of("getCookies", "getIsBase64Encoded", "getMultiValueHeaders")));

  private final Elements elements;

  EventLibrary(Elements elements) {
    this.elements = elements;
  }

  /**
   * The classes of an event and its result.
   *
   * @param lateMembers what the runtime calls and early versions of the library do not have
   */
  private record Pair(
      Binding binding, String event, String result, Map<String, List<String>> lateMembers) {}

  /** How a handler of these types gets its events. */
  Binding binding(TypeMirror event, TypeMirror result) {
    for (Pair pair : List.of(PROXY, ROUTE)) {
      if (event.toString().equals(pair.event())
          && result.toString().equals(pair.result())
          && pair.lateMembers().entrySet().stream()
              .allMatch(each -> has(EVENTS + each.getKey(), each.getValue()))) {
        return pair.binding();
      }
    }
    return Binding.JSON;
  }

  private boolean has(String className, List<String> methods) {
    TypeElement type = elements.getTypeElement(className);
    if (type == null) {
      return false;
    }
    Set<String> names =
        ElementFilter.methodsIn(type.getEnclosedElements()).stream()
            .map(method -> method.getSimpleName().toString())
            .collect(Collectors.toSet());
    return names.containsAll(methods);
  }
}
