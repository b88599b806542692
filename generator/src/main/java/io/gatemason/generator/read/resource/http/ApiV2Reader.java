package io.gatemason.generator.read.resource.http;

import io.gatemason.generator.model.stage.Stage;
import io.gatemason.generator.model.stage.StageSettings;
import io.gatemason.generator.read.resource.Properties;
import io.gatemason.generator.read.resource.ResourceReader;
import io.gatemason.generator.read.resource.ServiceDraft;
import io.gatemason.generator.read.resource.TemplateResource;
import io.gatemason.generator.source.Node;
import java.util.List;
import java.util.Optional;

/**
 * An HTTP or WebSocket API. What it sets was laid over its document, with which it is read. One
 * that is made of a target has a stage.
 */
public final class ApiV2Reader implements ResourceReader {
  @Override
  public List<String> types() {
    return List.of("AWS::ApiGatewayV2::Api");
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
    if (target.isPresent() && api.isPresent()) {
      draft.stage(
          api.get(), new Stage("$default", target.get().range(), List.of(), StageSettings.NONE));
    }
  }
}
