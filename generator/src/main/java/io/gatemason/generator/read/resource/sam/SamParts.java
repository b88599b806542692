package io.gatemason.generator.read.resource.sam;

import io.gatemason.generator.read.resource.Properties;
import io.gatemason.generator.read.resource.ResourceReader;
import io.gatemason.generator.read.resource.TakenResource;
import io.gatemason.generator.read.resource.http.HttpParts;
import java.util.List;

/** The resources of SAM beside REST APIs and functions. */
public final class SamParts {
  private static final Properties ACCESS_LOG = Properties.of("DestinationArn", "Format");

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
        new ServerlessHttpApiReader(),
        new TakenResource(
            List.of("AWS::Serverless::WebSocketApi"),
            WEB_SOCKET_API,
            DESCRIBES.and(Properties.of("IpAddressType"))),
        new StateMachineReader(),
        new TakenResource(
            List.of(
                "AWS::Serverless::CapacityProvider",
                "AWS::Serverless::Connector",
                "AWS::Serverless::GraphQLApi",
                "AWS::Serverless::LayerVersion",
                "AWS::Serverless::SimpleTable"),
            Properties.ANYTHING,
            Properties.ANYTHING));
  }
}
