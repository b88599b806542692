package io.gatemason.generator.read.resource.http;

import io.gatemason.generator.model.stage.Stage;
import io.gatemason.generator.model.stage.StageSettings;
import io.gatemason.generator.read.resource.ApiResourceReader;
import io.gatemason.generator.read.resource.Properties;
import io.gatemason.generator.read.resource.ResourceFields;
import io.gatemason.generator.read.resource.ServiceDraft;
import io.gatemason.generator.read.resource.StageSettingsReader;
import io.gatemason.generator.read.resource.TemplateResource;
import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.Range;
import java.util.List;
import java.util.Optional;

/**
 * An HTTP or WebSocket API. What it sets was laid over its document, with which it is read. One
 * that is made of a target has a stage.
 */
public final class ApiV2Reader implements ApiResourceReader {
  private enum Protocol {
    HTTP,
    WEBSOCKET
  }

  @Override
  public List<String> types() {
    return List.of("AWS::ApiGatewayV2::Api");
  }

  @Override
  public String body() {
    return "Body";
  }

  @Override
  public Properties takes() {
    return HttpParts.API;
  }

  @Override
  public Properties describes() {
    return Properties.of("Description", "IpAddressType", "Tags", "Version");
  }

  @Override
  public void read(TemplateResource resource, ServiceDraft draft) {
    Optional<Node> target = resource.fields().written("Target");
    Optional<String> api = draft.apiOf(resource);
    protocol(resource);
    if (target.isPresent() && api.isPresent()) {
      draft.stage(api.get(), stage(target.get().range(), overrides(resource)));
    }
  }

  /** An API without a document says which kind it is of, and its name. */
  private void protocol(TemplateResource api) {
    ResourceFields fields = api.fields();
    if (!hasDocument(api)) {
      fields.required("ProtocolType");
      fields.demand("Name");
    }
    fields.choice("ProtocolType", Protocol.class);
  }

  private static Stage stage(Range range, Optional<ResourceFields> overrides) {
    return new Stage(
        "$default",
        overrides.map(ResourceFields::range).orElse(range),
        overrides
            .map(fields -> StageSettingsReader.variables(fields, "StageVariables"))
            .orElse(List.of()),
        overrides.map(StageV2Reader::settings).orElse(StageSettings.NONE));
  }

  /** What is said of the stage that the API has by itself. */
  private static Optional<ResourceFields> overrides(TemplateResource api) {
    return api.template().resources().members().keySet().stream()
        .map(api::sibling)
        .filter(each -> each.type().equals(HttpParts.MANAGED_OVERRIDES) && each.exists())
        .map(TemplateResource::fields)
        .filter(
            fields ->
                fields
                    .written("ApiId")
                    .flatMap(api::target)
                    .filter(target -> target.logicalId().equals(api.logicalId()))
                    .isPresent())
        .findFirst()
        .flatMap(fields -> fields.object("Stage"));
  }
}
