package io.gatemason.generator.model;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The context variables of the service (developer guide). Those of authorizers are not among them:
 * a method that has one is not generated yet, and without one they have no value.
 */
public final class ContextNames {
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

  private static final Set<String> IN_TEMPLATES =
      and(
          Set.of(
              "identity.accessKey",
              "identity.clientCert.clientCertPem",
              "identity.clientCert.issuerDN",
              "identity.clientCert.serialNumber",
              "identity.clientCert.subjectDN",
              "identity.clientCert.validity.notAfter",
              "identity.clientCert.validity.notBefore"));

  private static final Set<String> IN_ACCESS_LOGS =
      Set.of(
          "authenticate.error",
          "authenticate.latency",
          "authenticate.status",
          "authorize.error",
          "authorize.latency",
          "authorize.status",
          "cipherSuite",
          "customDomain.basePathMatched",
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

  private ContextNames() {}

  private static Set<String> and(Set<String> more) {
    return Stream.concat(EVERYWHERE.stream(), more.stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The dotted names that parameter mappings and gateway responses can read. */
  public static Set<String> inMappings() {
    return IN_MAPPINGS;
  }

  /** The dotted names that have a value in access logs and nowhere else. */
  public static Set<String> inAccessLogs() {
    return IN_ACCESS_LOGS;
  }

  /** The dotted names that mapping templates can read. */
  public static Set<String> inTemplates() {
    return IN_TEMPLATES;
  }
}
