package io.gatemason.generator.read.resource.sam;

import io.gatemason.generator.diagnostics.WebSocketApiCodes;
import io.gatemason.generator.model.stage.Stage;
import io.gatemason.generator.read.resource.ApiResourceReader;
import io.gatemason.generator.read.resource.Properties;
import io.gatemason.generator.read.resource.ResourceFields;
import io.gatemason.generator.read.resource.ServiceDraft;
import io.gatemason.generator.read.resource.StageSettingsReader;
import io.gatemason.generator.read.resource.TemplateResource;
import io.gatemason.generator.read.resource.http.HttpParts;
import io.gatemason.generator.read.resource.http.StageV2Reader;
import io.gatemason.generator.source.ScalarNode;
import java.util.List;
import java.util.Optional;

/** A WebSocket API of SAM: its stage and its domain; its routes are read with the API. */
public final class ServerlessWebSocketApiReader implements ApiResourceReader {
  private static final String DEFAULT_STAGE = "default";

  @Override
  public List<String> types() {
    return List.of("AWS::Serverless::WebSocketApi");
  }

  @Override
  public String body() {
    return "DefinitionBody";
  }

  @Override
  public Properties takes() {
    return Properties.of(
            "ApiKeySelectionExpression",
            "DisableExecuteApiEndpoint",
            "DisableSchemaValidation",
            "Name",
            "RouteSelectionExpression",
            "StageName",
            "StageVariables")
        .with("AccessLogSettings", HttpParts.ACCESS_LOG)
        .with("Auth", Properties.of("AuthArn", "AuthType", "IdentitySource", "InvokeRole", "Name"))
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
  }

  @Override
  public Properties describes() {
    return Properties.of("Description", "IpAddressType", "PropagateTags", "Tags")
        .with("Domain", DomainProperties.DESCRIBES);
  }

  @Override
  public void read(TemplateResource resource, ServiceDraft draft) {
    ResourceFields fields = resource.fields();
    Optional<String> api = draft.apiOf(resource);
    if (api.isPresent()) {
      ScalarNode name =
          fields
              .text("StageName")
              .orElseGet(() -> ScalarNode.computed(resource.range(), DEFAULT_STAGE));
      draft.stage(
          api.get(),
          new Stage(
              name.text(),
              name.range(),
              StageSettingsReader.variables(fields, "StageVariables"),
              StageV2Reader.settingsOfMessages(fields)));
      refuseMutualTls(resource);
      DomainProperties.read(resource, api.get(), name.text(), draft);
    }
  }

  private static void refuseMutualTls(TemplateResource resource) {
    resource
        .fields()
        .object("Domain")
        .flatMap(domain -> domain.written("MutualTlsAuthentication"))
        .ifPresent(
            tls ->
                resource.report(
                    WebSocketApiCodes.GM2905,
                    tls.range(),
                    "domains of WebSocket APIs of SAM have no mutual TLS",
                    "remove it"));
  }
}
