package io.gatemason.generator.read.resource.rest;

import io.gatemason.generator.read.resource.PartResource;
import io.gatemason.generator.read.resource.Properties;
import io.gatemason.generator.read.resource.ResourceReader;
import io.gatemason.generator.read.resource.TakenResource;
import java.util.List;

/** The resources that a REST API consists of, or that others refer to by name. */
public final class RestParts {
  private static final Properties INTEGRATION_RESPONSE =
      Properties.of(
          "ContentHandling",
          "ResponseParameters",
          "ResponseTemplates",
          "SelectionPattern",
          "StatusCode");

  private static final Properties INTEGRATION =
      Properties.of(
              "CacheKeyParameters",
              "CacheNamespace",
              "ConnectionId",
              "ConnectionType",
              "ContentHandling",
              "Credentials",
              "IntegrationHttpMethod",
              "IntegrationTarget",
              "PassthroughBehavior",
              "RequestParameters",
              "RequestTemplates",
              "ResponseTransferMode",
              "TimeoutInMillis",
              "Type",
              "Uri")
          .with("IntegrationResponses", INTEGRATION_RESPONSE);

  private static final Properties METHOD =
      Properties.of(
              "ApiKeyRequired",
              "AuthorizationScopes",
              "AuthorizationType",
              "AuthorizerId",
              "HttpMethod",
              "OperationName",
              "RequestModels",
              "RequestParameters",
              "RequestValidatorId",
              "ResourceId",
              "RestApiId")
          .with("Integration", INTEGRATION)
          .with(
              "MethodResponses",
              Properties.of("ResponseModels", "ResponseParameters", "StatusCode"));

  private static final Properties AUTHORIZER =
      Properties.of(
          "AuthorizerCredentials",
          "AuthorizerResultTtlInSeconds",
          "AuthorizerUri",
          "IdentitySource",
          "IdentityValidationExpression",
          "Name",
          "ProviderARNs",
          "RestApiId",
          "Type");

  private RestParts() {}

  /** The readers. */
  public static List<ResourceReader> all() {
    return List.of(
        part("Resource", Properties.of("ParentId", "PathPart", "RestApiId")),
        part("Method", METHOD),
        part("Model", Properties.of("ContentType", "Name", "RestApiId", "Schema")),
        part(
            "RequestValidator",
            Properties.of("Name", "RestApiId", "ValidateRequestBody", "ValidateRequestParameters")),
        part(
            "GatewayResponse",
            Properties.of(
                "ResponseParameters",
                "ResponseTemplates",
                "ResponseType",
                "RestApiId",
                "StatusCode")),
        part("Authorizer", AUTHORIZER, "AuthType"),
        TakenResource.of("AWS::ApiGateway::VpcLink", Properties.of("Name", "TargetArns")),
        TakenResource.of("AWS::ApiGateway::ClientCertificate", Properties.NONE),
        described(
            "AWS::ApiGateway::DocumentationPart",
            Properties.of("Properties", "RestApiId")
                .with("Location", Properties.of("Method", "Name", "Path", "StatusCode", "Type"))),
        described(
            "AWS::ApiGateway::DocumentationVersion",
            Properties.of("Description", "DocumentationVersion", "RestApiId")),
        described("AWS::ApiGateway::Account", Properties.of("CloudWatchRoleArn")),
        described(
            "AWS::ApiGateway::DomainNameAccessAssociation",
            Properties.of(
                "AccessAssociationSource",
                "AccessAssociationSourceType",
                "DomainNameArn",
                "Tags")));
  }

  private static ResourceReader part(String name, Properties takes, String... describes) {
    return new PartResource(
        "AWS::ApiGateway::" + name,
        "RestApiId",
        takes,
        Properties.of("Description", "Tags").and(Properties.of(describes)));
  }

  private static ResourceReader described(String type, Properties properties) {
    return new TakenResource(List.of(type), Properties.NONE, properties);
  }
}
