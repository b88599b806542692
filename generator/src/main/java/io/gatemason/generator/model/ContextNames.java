package io.gatemason.generator.model;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The context variables of the service (developer guide). What an authorizer says is not among
 * them: its entries have names of their own, below {@code authorizer.}.
 */
public final class ContextNames {
  /** How the names of what an authorizer says begin. */
  public static final String AUTHORIZER = "authorizer.";

  private static final Set<String> EVERYWHERE =
      Set.of(
          "accountId",
          "apiId",
          "awsEndpointRequestId",
          "deploymentId",
          "domainName",
          "domainPrefix",
          "extendedRequestId",
          "httpMethod",
          "identity.accountId",
          "identity.apiKey",
          "identity.apiKeyId",
          "identity.caller",
          "identity.clientCert.clientCertPem",
          "identity.clientCert.issuerDN",
          "identity.clientCert.serialNumber",
          "identity.clientCert.subjectDN",
          "identity.clientCert.validity.notAfter",
          "identity.clientCert.validity.notBefore",
          "identity.cognitoAuthenticationProvider",
          "identity.cognitoAuthenticationType",
          "identity.cognitoIdentityId",
          "identity.cognitoIdentityPoolId",
          "identity.principalOrgId",
          "identity.sourceIp",
          "identity.user",
          "identity.userAgent",
          "identity.userArn",
          "identity.vpcId",
          "identity.vpceId",
          "isCanaryRequest",
          "path",
          "protocol",
          "requestId",
          "requestTime",
          "requestTimeEpoch",
          "resourceId",
          "resourcePath",
          "stage",
          "wafResponseCode",
          "webaclArn");

  private static final Set<String> IN_MAPPINGS =
      and(
          Set.of(
              "error.message",
              "error.messageString",
              "error.responseType",
              "error.validationErrorString",
              "status"));

  private static final Set<String> IN_TEMPLATES = and(Set.of("identity.accessKey"));

  /** Second names, by which a value can be asked for too. */
  private static final Map<String, String> ALIASES =
      Map.of(
          "integrationErrorMessage", "integration.error",
          "integrationLatency", "integration.latency",
          "integrationStatus", "integration.integrationStatus");

  private static final Set<String> IN_ACCESS_LOGS =
      Set.of(
          "authenticate.error",
          "authenticate.latency",
          "authenticate.status",
          "authorize.error",
          "authorize.latency",
          "authorize.status",
          "authorizer.error",
          "authorizer.integrationLatency",
          "authorizer.integrationStatus",
          "authorizer.latency",
          "authorizer.requestId",
          "authorizer.status",
          "awsEndpointRequestId2",
          "cipherSuite",
          "customDomain.basePathMatched",
          "customDomain.routingRuleIdMatched",
          "endpointType",
          "integration.error",
          "integration.integrationStatus",
          "integration.latency",
          "integration.requestId",
          "integration.responseTransferMode",
          "integration.status",
          "integration.timeToAllHeaders",
          "integration.timeToFirstContent",
          "integrationErrorMessage",
          "integrationLatency",
          "integrationStatus",
          "responseLatency",
          "responseLength",
          "tlsVersion",
          "waf.error",
          "waf.latency",
          "waf.status",
          "xrayTraceId");

  private static final String NO_POOLS = "callers of identity pools are not known here";

  /** Those that nothing gives a value, and why. */
  private static final Map<String, String> VALUELESS =
      Map.ofEntries(
          Map.entry("identity.cognitoAuthenticationProvider", NO_POOLS),
          Map.entry("identity.cognitoAuthenticationType", NO_POOLS),
          Map.entry("identity.cognitoIdentityId", NO_POOLS),
          Map.entry("identity.cognitoIdentityPoolId", NO_POOLS),
          Map.entry("identity.principalOrgId", "organizations of callers are not known here"));

  /** Those of routes and messages, which no REST API has. */
  private static final Set<String> IN_OTHER_APIS =
      Set.of(
          "connectedAt",
          "connectionId",
          "dataProcessed",
          "disconnectReason",
          "disconnectStatusCode",
          "eventType",
          "messageId",
          "routeKey");

  private static final Set<String> ALL =
      Stream.of(IN_MAPPINGS, IN_TEMPLATES, IN_ACCESS_LOGS, IN_OTHER_APIS)
          .flatMap(Set::stream)
          .collect(Collectors.toUnmodifiableSet());

  private ContextNames() {}

  private static Set<String> and(Set<String> more) {
    return Stream.concat(EVERYWHERE.stream(), more.stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether parameter mappings and gateway responses can read a dotted name. */
  public static boolean mappable(String name) {
    return IN_MAPPINGS.contains(name) || name.startsWith(AUTHORIZER);
  }

  /** The dotted names that parameter mappings and gateway responses can read. */
  public static Set<String> inMappings() {
    return IN_MAPPINGS;
  }

  /** The dotted names that have a value in access logs and nowhere else. */
  public static Set<String> inAccessLogs() {
    return IN_ACCESS_LOGS;
  }

  /** Whether a dotted name may stand in an access log. */
  public static boolean loggable(String name) {
    return ALL.contains(name) || name.startsWith(AUTHORIZER) || isOverride(name);
  }

  /** The names of variables that nothing gives a value, each with the reason. */
  public static Map<String, String> valueless() {
    return VALUELESS;
  }

  /** Whether a name is that of something that templates can override. */
  public static boolean isOverride(String name) {
    return name.startsWith("requestOverride.") || name.startsWith("responseOverride.");
  }

  /** Whether there is a context variable of a dotted name, of what an authorizer says included. */
  public static boolean exists(String name) {
    return ALL.contains(name) || (name.startsWith(AUTHORIZER) && !name.equals(AUTHORIZER));
  }

  /** All dotted names. */
  public static Set<String> all() {
    return ALL;
  }

  /** The runtime's constant for a name of {@link #all()}. */
  public static String constant(String name) {
    String words = ALIASES.getOrDefault(name, name).replaceAll("([a-z0-9])([A-Z])", "$1_$2");
    return words.replace('.', '_').toUpperCase(Locale.ROOT);
  }

  /** The dotted names that mapping templates of WebSocket APIs can read besides. */
  public static Set<String> inMessages() {
    return IN_OTHER_APIS;
  }

  /** The dotted names that mapping templates can read. */
  public static Set<String> inTemplates() {
    return IN_TEMPLATES;
  }
}
