package io.gatemason.generator.model.log;

import io.gatemason.generator.model.Api;
import io.gatemason.generator.model.ContextNames;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which context variables access logs of each kind of API have (developer guide, variables of
 * access logging). Those of another kind are written as {@code -}.
 */
public final class LoggedNames {
  private static final Set<String> OF_REST_AND_HTTP =
      Set.of(
          "accountId",
          "customDomain.basePathMatched",
          "domainPrefix",
          "httpMethod",
          "identity.clientCert.clientCertPem",
          "identity.clientCert.issuerDN",
          "identity.clientCert.serialNumber",
          "identity.clientCert.subjectDN",
          "identity.clientCert.validity.notAfter",
          "identity.clientCert.validity.notBefore",
          "path",
          "protocol",
          "responseLatency",
          "responseLength");

  /** Those of web ACLs among them, which the service has for WebSocket APIs too, and we do not. */
  private static final Set<String> OF_REST =
      Set.of(
          "cipherSuite",
          "customDomain.routingRuleIdMatched",
          "deploymentId",
          "endpointType",
          "identity.vpcId",
          "identity.vpceId",
          "integration.responseTransferMode",
          "integration.timeToAllHeaders",
          "integration.timeToFirstContent",
          "isCanaryRequest",
          "resourceId",
          "resourcePath",
          "tlsVersion",
          "waf.error",
          "waf.latency",
          "waf.status",
          "wafResponseCode",
          "webaclArn",
          "xrayTraceId");

  private static final Set<String> OF_REST_AND_WEBSOCKET =
      Set.of(
          "authenticate.error",
          "authenticate.latency",
          "authenticate.status",
          "authorize.error",
          "authorize.latency",
          "authorize.status",
          "error.validationErrorString",
          "identity.apiKey",
          "identity.apiKeyId");

  private static final Set<String> OF_HTTP =
      Set.of("awsEndpointRequestId2", "dataProcessed", "integrationErrorMessage");

  private static final Set<String> OF_HTTP_AND_WEBSOCKET = Set.of("routeKey");

  private static final Set<String> OF_WEBSOCKET =
      Set.of(
          "connectedAt",
          "connectionId",
          "disconnectReason",
          "disconnectStatusCode",
          "eventType",
          "messageId");

  private static final Map<Api.Kind, List<Set<String>>> ABSENT =
      Map.of(
          Api.Kind.REST, List.of(OF_HTTP, OF_HTTP_AND_WEBSOCKET, OF_WEBSOCKET),
          Api.Kind.HTTP, List.of(OF_REST, OF_REST_AND_WEBSOCKET, OF_WEBSOCKET),
          Api.Kind.WEBSOCKET, List.of(OF_REST, OF_REST_AND_HTTP, OF_HTTP));

  private LoggedNames() {}

  /** Whether a name that may stand in an access log never has a value in that of such an API. */
  public static boolean isNeverLogged(String name, Api.Kind kind) {
    return ContextNames.valueless().containsKey(name)
        || name.equals("authorizer.claims")
        || isOfOthers(name, kind);
  }

  private static boolean isOfOthers(String name, Api.Kind kind) {
    return ABSENT.getOrDefault(kind, List.of()).stream().anyMatch(names -> names.contains(name))
        || (kind != Api.Kind.REST && ContextNames.isOverride(name))
        || (kind == Api.Kind.WEBSOCKET && name.startsWith("authorizer.claims."));
  }

  /** Whether a name is that of an entry of what an authorizer says. */
  public static boolean isSaidByAuthorizer(String name, Api.Kind kind) {
    // What is known of the call of a function itself is told by the two other kinds.
    return name.startsWith(ContextNames.AUTHORIZER)
        && (!ContextNames.all().contains(name)
            || (kind == Api.Kind.HTTP && !name.equals("authorizer.error")));
  }

  /** Why a name never has a value in the access log of such an API. */
  public static String reason(String name, Api.Kind kind) {
    if (!isOfOthers(name, kind)) {
      return "has no value here";
    }
    return Stream.of(Api.Kind.REST, Api.Kind.HTTP, Api.Kind.WEBSOCKET)
        .filter(other -> !isOfOthers(name, other))
        .map(LoggedNames::words)
        .collect(Collectors.joining(" and ", "is one of ", " APIs"));
  }

  private static String words(Api.Kind kind) {
    return kind == Api.Kind.WEBSOCKET ? "WebSocket" : kind.name();
  }
}
