package io.gatemason.generator.read.resource.rest;

import io.gatemason.generator.diagnostics.DocumentCodes;
import io.gatemason.generator.diagnostics.ResourceCodes;
import io.gatemason.generator.read.resource.Properties;
import io.gatemason.generator.read.resource.ResourceFields;
import io.gatemason.generator.read.resource.ResourceReader;
import io.gatemason.generator.read.resource.ServiceDraft;
import io.gatemason.generator.read.resource.TemplateResource;
import java.util.List;
import java.util.Optional;

/** The membership of an API key in a usage plan of the same template. */
public final class UsagePlanKeyReader implements ResourceReader {
  @Override
  public List<String> types() {
    return List.of("AWS::ApiGateway::UsagePlanKey");
  }

  @Override
  public Properties takes() {
    return Properties.of("KeyId", "KeyType", "UsagePlanId");
  }

  @Override
  public Properties describes() {
    return Properties.NONE;
  }

  @Override
  public void read(TemplateResource resource, ServiceDraft draft) {
    resource
        .fields()
        .text("KeyType")
        .filter(type -> !type.text().equals("API_KEY"))
        .ifPresent(
            type ->
                resource.report(
                    DocumentCodes.GM2105,
                    type.range(),
                    "\"KeyType\" cannot be \"" + type.text() + "\"",
                    "write API_KEY"));
    Optional<TemplateResource> key = member(resource, "KeyId", "AWS::ApiGateway::ApiKey");
    Optional<TemplateResource> plan = member(resource, "UsagePlanId", "AWS::ApiGateway::UsagePlan");
    if (key.isPresent() && plan.isPresent()) {
      draft.planKey(plan.get().id(), key.get().id());
    }
  }

  private static Optional<TemplateResource> member(
      TemplateResource resource, String property, String type) {
    ResourceFields fields = resource.fields();
    Optional<TemplateResource> found =
        fields
            .written(property)
            .flatMap(resource::target)
            .filter(target -> target.type().equals(type));
    if (found.isEmpty()) {
      resource.report(
          ResourceCodes.GM2215,
          fields.written(property).map(node -> node.range()).orElse(resource.range()),
          "\"" + property + "\" names no " + type + " of this template",
          "refer to one with !Ref");
    }
    return found;
  }
}
