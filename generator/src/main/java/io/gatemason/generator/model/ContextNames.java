package io.gatemason.generator.model;

import java.util.Set;

/**
 * The context variables that parameter mappings and gateway responses can read. Those of
 * authorizers are not among them: a method that has one is not generated yet, and without one they
 * have no value.
 */
public final class ContextNames {
  private static final Set<String> NAMES =
      Set.of(
          "accountId",
          "apiId",
          "awsEndpointRequestId",
          "deploymentId",
          "domainName",
          "domainPrefix",
          "error.message",
          "error.messageString",
          "error.responseType",
          "error.validationErrorString",
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
          "status",
          "wafResponseCode",
          "webaclArn");

  private ContextNames() {}

  /** Whether there is a variable of that dotted name, without {@code context.}. */
  public static boolean contains(String path) {
    return NAMES.contains(path);
  }

  /** The names, for messages and tests. */
  public static Set<String> names() {
    return NAMES;
  }
}
