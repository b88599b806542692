package io.gatemason.generator.read.resource.http;

import io.gatemason.generator.read.resource.PartResource;
import io.gatemason.generator.read.resource.Properties;
import io.gatemason.generator.read.resource.ResourceReader;
import io.gatemason.generator.read.resource.StageSettingsReader;
import io.gatemason.generator.read.resource.TakenResource;
import java.util.List;

/** The resources that HTTP and WebSocket APIs consist of, or that others refer to by name. */
public final class HttpParts {
  /** What routes of a stage may be set to. */
  public static final Properties ROUTE_SETTINGS =
      Properties.of("DataTraceEnabled", "DetailedMetricsEnabled", "LoggingLevel")
          .and(StageSettingsReader.THROTTLING);

  /** Where access logs go, and what is in them. */
  public static final Properties ACCESS_LOG = Properties.of("DestinationArn", "Format");

  /** What is said of the parts that an API has by itself. */
  static final String MANAGED_OVERRIDES = "AWS::ApiGatewayV2::ApiGatewayManagedOverrides";

  /** What an API says. */
  static final Properties API =
      Properties.of(
              "ApiKeySelectionExpression",
              "BasePath",
              "Body",
              "CredentialsArn",
              "DisableExecuteApiEndpoint",
              "DisableSchemaValidation",
              "FailOnWarnings",
              "Name",
              "ProtocolType",
              "RouteKey",
              "RouteSelectionExpression",
              "Target")
          .with("BodyS3Location", Properties.of("Bucket", "Etag", "Key", "Version"))
          .with(
              "CorsConfiguration",
              Properties.of(
                  "AllowCredentials",
                  "AllowHeaders",
                  "AllowMethods",
                  "AllowOrigins",
                  "ExposeHeaders",
                  "MaxAge"));

  private static final Properties ROUTE =
      Properties.of(
          "ApiId",
          "ApiKeyRequired",
          "AuthorizationScopes",
          "AuthorizationType",
          "AuthorizerId",
          "ModelSelectionExpression",
          "OperationName",
          "RequestModels",
          "RequestParameters",
          "RouteKey",
          "RouteResponseSelectionExpression",
          "Target");

  private static final Properties INTEGRATION =
      Properties.of(
              "ApiId",
              "ConnectionId",
              "ConnectionType",
              "ContentHandlingStrategy",
              "CredentialsArn",
              "IntegrationMethod",
              "IntegrationSubtype",
              "IntegrationType",
              "IntegrationUri",
              "PassthroughBehavior",
              "PayloadFormatVersion",
              "RequestParameters",
              "RequestTemplates",
              "TemplateSelectionExpression",
              "TimeoutInMillis")
          .withEach(
              "ResponseParameters",
              Properties.NONE.with("ResponseParameters", Properties.of("Destination", "Source")))
          .with("TlsConfig", Properties.of("ServerNameToVerify"));

  private static final Properties OVERRIDES =
      Properties.of("ApiId")
          .with(
              "Integration",
              Properties.of("IntegrationMethod", "PayloadFormatVersion", "TimeoutInMillis"))
          .with(
              "Route",
              Properties.of(
                  "AuthorizationScopes",
                  "AuthorizationType",
                  "AuthorizerId",
                  "OperationName",
                  "Target"))
          .with(
              "Stage",
              Properties.of("StageVariables")
                  .with("AccessLogSettings", ACCESS_LOG)
                  .with("DefaultRouteSettings", ROUTE_SETTINGS)
                  .withEach("RouteSettings", ROUTE_SETTINGS));

  private static final Properties AUTHORIZER =
      Properties.of(
              "ApiId",
              "AuthorizerCredentialsArn",
              "AuthorizerPayloadFormatVersion",
              "AuthorizerResultTtlInSeconds",
              "AuthorizerType",
              "AuthorizerUri",
              "EnableSimpleResponses",
              "IdentitySource",
              "Name")
          .with("JwtConfiguration", Properties.of("Audience", "Issuer"));

  private HttpParts() {}

  /** The readers. */
  public static List<ResourceReader> all() {
    return List.of(
        part("Route", ROUTE),
        taken(
            "RouteResponse",
            Properties.of(
                "ApiId",
                "ModelSelectionExpression",
                "ResponseModels",
                "ResponseParameters",
                "RouteId",
                "RouteResponseKey")),
        part("Integration", INTEGRATION, "Description"),
        taken(
            "IntegrationResponse",
            Properties.of(
                "ApiId",
                "ContentHandlingStrategy",
                "IntegrationId",
                "IntegrationResponseKey",
                "ResponseParameters",
                "ResponseTemplates",
                "TemplateSelectionExpression")),
        part("Authorizer", AUTHORIZER, "IdentityValidationExpression"),
        new StageV2Reader(),
        taken("Deployment", Properties.of("ApiId", "StageName"), "Description"),
        new TakenResource(
            List.of(MANAGED_OVERRIDES),
            OVERRIDES,
            Properties.NONE
                .with("Integration", Properties.of("Description"))
                .with("Stage", Properties.of("AutoDeploy", "Description"))),
        taken("Model", Properties.of("ApiId", "ContentType", "Name", "Schema"), "Description"),
        taken("VpcLink", Properties.of("Name"), "SecurityGroupIds", "SubnetIds", "Tags"));
  }

  private static ResourceReader part(String name, Properties takes, String... describes) {
    return new PartResource("AWS::ApiGatewayV2::" + name, "ApiId", takes, Properties.of(describes));
  }

  private static ResourceReader taken(String name, Properties takes, String... describes) {
    return new TakenResource(
        List.of("AWS::ApiGatewayV2::" + name), takes, Properties.of(describes));
  }
}
