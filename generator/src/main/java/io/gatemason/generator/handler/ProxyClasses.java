package io.gatemason.generator.handler;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** The events library's classes for REST proxies, which the runtime uses without JSON. */
final class ProxyClasses {
  private static final String RESPONSE =
      "com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent";
  private static final String REQUEST =
      "com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent";

  /** What the runtime calls and early versions of the library do not have. */
  private static final Map<String, List<String>> LATE_MEMBERS =
      Map.of(
          REQUEST,
          List.of("setMultiValueHeaders", "setMultiValueQueryStringParameters"),
          REQUEST + ".ProxyRequestContext",
          List.of(
              "setDomainName",
              "setDomainPrefix",
              "setExtendedRequestId",
              "setOperationName",
              "setProtocol",
              "setRequestTime",
              "setRequestTimeEpoch"),
          REQUEST + ".RequestIdentity",
          List.of("setPrincipalOrgId"),
          RESPONSE,
          List.of("getMultiValueHeaders"));

  private final Elements elements;

  ProxyClasses(Elements elements) {
    this.elements = elements;
  }

  /** Whether a handler of these types can be called without JSON. */
  boolean fit(TypeMirror event, TypeMirror result) {
    return event.toString().equals(REQUEST)
        && result.toString().equals(RESPONSE)
        && LATE_MEMBERS.entrySet().stream().allMatch(each -> has(each.getKey(), each.getValue()));
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
