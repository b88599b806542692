package io.gatemason.generator.read.resource.sam;

import io.gatemason.generator.read.resource.Properties;
import io.gatemason.generator.read.resource.ResourceReader;
import io.gatemason.generator.read.resource.TakenResource;
import io.gatemason.generator.read.resource.http.HttpParts;
import java.util.List;

/** The resources of SAM beside REST APIs and functions. */
public final class SamParts {
  private static final Properties ACCESS_LOG = Properties.of("DestinationArn", "Format");

  private static final Properties HTTP_API =
      Properties.of(
              "DefinitionBody",
              "DisableExecuteApiEndpoint",
              "FailOnWarnings",
              "Name",
              "StageName",
              "StageVariables")
          .with("DefinitionUri", Properties.of("Bucket", "Key", "Version"))
          .with("AccessLogSettings", ACCESS_LOG)
          .with("Auth", AuthProperties.OF_HTTP_API)
          .with(
              "CorsConfiguration",
              Properties.of(
                  "AllowCredentials",
                  "AllowHeaders",
                  "AllowMethods",
                  "AllowOrigins",
                  "ExposeHeaders",
                  "MaxAge"))
          .with("DefaultRouteSettings", HttpParts.ROUTE_SETTINGS)
          .with("Domain", DomainProperties.TAKES)
          .withEach("RouteSettings", HttpParts.ROUTE_SETTINGS);

  private static final Properties WEB_SOCKET_API =
      Properties.of(
              "ApiKeySelectionExpression",
              "DisableExecuteApiEndpoint",
              "DisableSchemaValidation",
              "Name",
              "RouteSelectionExpression",
              "StageName",
              "StageVariables")
          .with("AccessLogSettings", ACCESS_LOG)
          .with(
              "Auth", Properties.of("AuthArn", "AuthType", "IdentitySource", "InvokeRole", "Name"))
          .with("DefaultRouteSettings", HttpParts.ROUTE_SETTINGS)
          .with("Domain", DomainProperties.TAKES)
          .withEach("RouteSettings", HttpParts.ROUTE_SETTINGS)
          .withEach(
              "Routes",
              Properties.of(
                  "ApiKeyRequired",
                  "FunctionArn",
                  "IntegrationTimeout",
                  "ModelSelectionExpression",
                  "OperationName",
                  "RequestModels",
                  "RequestParameters",
                  "RouteResponseSelectionExpression"));

  private static final Properties DESCRIBES =
      Properties.of("Description", "PropagateTags", "Tags")
          .with("Domain", DomainProperties.DESCRIBES);

  private SamParts() {}

  /** The readers. */
  public static List<ResourceReader> all() {
    return List.of(
        new TakenResource(List.of("AWS::Serverless::HttpApi"), HTTP_API, DESCRIBES),
        new TakenResource(
            List.of("AWS::Serverless::WebSocketApi"),
            WEB_SOCKET_API,
            DESCRIBES.and(Properties.of("IpAddressType"))),
        new StateMachineReader(),
        new TakenResource(
            List.of(
                "AWS::Serverless::Application",
                "AWS::Serverless::CapacityProvider",
                "AWS::Serverless::Connector",
                "AWS::Serverless::GraphQLApi",
                "AWS::Serverless::LayerVersion",
                "AWS::Serverless::SimpleTable"),
            Properties.ANYTHING,
            Properties.ANYTHING));
  }
}
