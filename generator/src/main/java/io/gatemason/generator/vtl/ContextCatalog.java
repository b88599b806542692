package io.gatemason.generator.vtl;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The variables of {@code $context} that mapping templates can read (developer guide). */
final class ContextCatalog {
  private static final Set<String> VARIABLES =
      Set.of(
          "accountId",
          "apiId",
          "awsEndpointRequestId",
          "deploymentId",
          "domainName",
          "domainPrefix",
          "extendedRequestId",
          "httpMethod",
          "identity.accessKey",
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

  private ContextCatalog() {}

  /** The constant of the runtime's enumeration for a variable such as {@code identity.sourceIp}. */
  static Optional<String> constant(List<String> path) {
    String name = String.join(".", path);
    if (!VARIABLES.contains(name)) {
      return Optional.empty();
    }
    String words = name.replaceAll("([a-z])([A-Z])", "$1_$2").replace('.', '_');
    return Optional.of(words.toUpperCase(Locale.ROOT));
  }

  /** Whether some variable's name starts with this path. */
  static boolean isPrefix(List<String> path) {
    String name = String.join(".", path) + ".";
    return VARIABLES.stream().anyMatch(variable -> variable.startsWith(name));
  }

  /** The names, for messages and tests. */
  static Set<String> names() {
    return VARIABLES;
  }
}
