package io.gatemason.generator.read.resource.rest;

import io.gatemason.generator.model.service.ApiKey;
import io.gatemason.generator.read.resource.Properties;
import io.gatemason.generator.read.resource.ResourceFields;
import io.gatemason.generator.read.resource.ResourceReader;
import io.gatemason.generator.read.resource.ServiceDraft;
import io.gatemason.generator.read.resource.TemplateResource;
import io.gatemason.generator.source.Placed;
import io.gatemason.generator.source.ScalarNode;
import java.util.List;
import java.util.Optional;

/**
 * An API key. A value that the template keeps secret is not read: the settings of the gateway have
 * it.
 */
public final class ApiKeyReader implements ResourceReader {
  @Override
  public List<String> types() {
    return List.of("AWS::ApiGateway::ApiKey");
  }

  @Override
  public Properties takes() {
    return Properties.of("Name", "Value", "Enabled")
        .with("StageKeys", Properties.of("RestApiId", "StageName"));
  }

  @Override
  public Properties describes() {
    return Properties.of("CustomerId", "Description", "GenerateDistinctId", "Tags");
  }

  @Override
  public void read(TemplateResource resource, ServiceDraft draft) {
    ResourceFields fields = resource.fields();
    draft.apiKey(
        new ApiKey(
            resource.id(),
            resource.range(),
            fields.string("Name").map(Placed::value).orElse(resource.logicalId()),
            value(resource, fields),
            fields.isTrue("Enabled")));
  }

  private static Optional<ScalarNode> value(TemplateResource resource, ResourceFields fields) {
    boolean secret =
        fields.written("Value").filter(written -> resource.isSecret(written)).isPresent();
    return secret
        ? Optional.empty()
        : fields.text("Value").filter(text -> !text.text().contains("{{resolve:"));
  }
}
