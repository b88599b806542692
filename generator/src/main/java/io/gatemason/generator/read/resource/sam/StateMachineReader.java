package io.gatemason.generator.read.resource.sam;

import io.gatemason.generator.read.resource.Properties;
import io.gatemason.generator.read.resource.ResourceReader;
import io.gatemason.generator.read.resource.ServiceDraft;
import io.gatemason.generator.read.resource.TemplateResource;
import java.util.List;

/** A state machine of SAM, which methods of an API may start. */
public final class StateMachineReader implements ResourceReader {
  @Override
  public List<String> types() {
    return List.of("AWS::Serverless::StateMachine");
  }

  @Override
  public Properties takes() {
    return Properties.of("Name").withEach("Events", EventProperties.EVENT);
  }

  @Override
  public Properties describes() {
    return Properties.of(
        "AutoPublishAlias",
        "Definition",
        "DefinitionSubstitutions",
        "DefinitionUri",
        "DeploymentPreference",
        "Logging",
        "PermissionsBoundary",
        "Policies",
        "PropagateTags",
        "Role",
        "RolePath",
        "Tags",
        "Tracing",
        "Type",
        "UseAliasAsEventTarget");
  }

  @Override
  public void read(TemplateResource resource, ServiceDraft draft) {
    EventOwner.check(resource, draft);
  }
}
