package io.gatemason.generator.read.resource.sam;

import io.gatemason.generator.read.resource.Properties;
import io.gatemason.generator.read.resource.rest.UsagePlanReader;

/** What {@code Auth} says in APIs and in events of functions. */
final class AuthProperties {
  private static final Properties IDENTITY =
      Properties.of(
          "Context",
          "Header",
          "Headers",
          "QueryStrings",
          "ReauthorizeEvery",
          "StageVariables",
          "ValidationExpression");

  /** Who may call by address, account or network. */
  static final Properties RESOURCE_POLICY =
      Properties.of(
          "AwsAccountBlacklist",
          "AwsAccountWhitelist",
          "CustomStatements",
          "IntrinsicVpcBlacklist",
          "IntrinsicVpcWhitelist",
          "IntrinsicVpceBlacklist",
          "IntrinsicVpceWhitelist",
          "IpRangeBlacklist",
          "IpRangeWhitelist",
          "SourceVpcBlacklist",
          "SourceVpcWhitelist");

  /** Of a REST API. */
  static final Properties OF_API =
      Properties.of(
              "AddApiKeyRequiredToCorsPreflight",
              "AddDefaultAuthorizerToCorsPreflight",
              "ApiKeyRequired",
              "DefaultAuthorizer",
              "InvokeRole")
          .withEach(
              "Authorizers",
              Properties.of(
                      "AuthorizationScopes",
                      "DisableFunctionDefaultPermissions",
                      "FunctionArn",
                      "FunctionInvokeRole",
                      "FunctionPayloadType",
                      "UserPoolArn")
                  .with("Identity", IDENTITY))
          .with("ResourcePolicy", RESOURCE_POLICY)
          .with(
              "UsagePlan",
              Properties.of("CreateUsagePlan", "UsagePlanName")
                  .with("Quota", UsagePlanReader.QUOTA)
                  .with("Throttle", UsagePlanReader.THROTTLE));

  /** Of a method of a REST API. */
  static final Properties OF_METHOD =
      Properties.of(
              "ApiKeyRequired",
              "AuthorizationScopes",
              "Authorizer",
              "InvokeRole",
              "OverrideApiAuth")
          .with("ResourcePolicy", RESOURCE_POLICY);

  /** Of an HTTP API. */
  static final Properties OF_HTTP_API =
      Properties.of("DefaultAuthorizer", "EnableIamAuthorizer")
          .withEach(
              "Authorizers",
              Properties.of(
                      "AuthorizationScopes",
                      "AuthorizerPayloadFormatVersion",
                      "EnableFunctionDefaultPermissions",
                      "EnableSimpleResponses",
                      "FunctionArn",
                      "FunctionInvokeRole",
                      "IdentitySource",
                      "JwtConfiguration")
                  .with("Identity", IDENTITY));

  /** Of a route of an HTTP API. */
  static final Properties OF_ROUTE = Properties.of("AuthorizationScopes", "Authorizer");

  private AuthProperties() {}
}
