package io.gatemason.generator.read.resource.rest;

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

  private RestParts() {}

  /** The readers. */
  public static List<ResourceReader> all() {
    return List.of(
        TakenResource.of(
            "AWS::ApiGateway::Resource", Properties.of("ParentId", "PathPart", "RestApiId")),
        TakenResource.of("AWS::ApiGateway::Method", METHOD),
        TakenResource.of(
            "AWS::ApiGateway::Model", Properties.of("ContentType", "Name", "RestApiId", "Schema")),
        TakenResource.of(
            "AWS::ApiGateway::RequestValidator",
            Properties.of("Name", "RestApiId", "ValidateRequestBody", "ValidateRequestParameters")),
        TakenResource.of(
            "AWS::ApiGateway::GatewayResponse",
            Properties.of(
                "ResponseParameters",
                "ResponseTemplates",
                "ResponseType",
                "RestApiId",
                "StatusCode")),
        new TakenResource(
            List.of("AWS::ApiGateway::Authorizer"),
            Properties.of(
                "AuthorizerCredentials",
                "AuthorizerResultTtlInSeconds",
                "AuthorizerUri",
                "IdentitySource",
                "IdentityValidationExpression",
                "Name",
                "ProviderARNs",
                "RestApiId",
                "Type"),
            Properties.of("AuthType")),
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

  private static ResourceReader described(String type, Properties properties) {
    return new TakenResource(List.of(type), Properties.NONE, properties);
  }
}
