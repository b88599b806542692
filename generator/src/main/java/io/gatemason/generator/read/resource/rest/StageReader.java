package io.gatemason.generator.read.resource.rest;

import io.gatemason.generator.model.stage.Stage;
import io.gatemason.generator.read.resource.Properties;
import io.gatemason.generator.read.resource.ResourceFields;
import io.gatemason.generator.read.resource.ResourceReader;
import io.gatemason.generator.read.resource.ServiceDraft;
import io.gatemason.generator.read.resource.StageSettingsReader;
import io.gatemason.generator.read.resource.TemplateResource;
import java.util.List;

/** A stage of a REST API. */
public final class StageReader implements ResourceReader {
  @Override
  public List<String> types() {
    return List.of("AWS::ApiGateway::Stage");
  }

  @Override
  public Properties takes() {
    return Properties.of(
            "RestApiId", "StageName", "DeploymentId", "ClientCertificateId", "Variables")
        .and(StageSettingsReader.TAKES);
  }

  @Override
  public Properties describes() {
    return Properties.of("Description", "DocumentationVersion", "Tags");
  }

  @Override
  public void read(TemplateResource resource, ServiceDraft draft) {
    ResourceFields fields = resource.fields();
    draft
        .api(resource, "RestApiId")
        .ifPresent(
            api ->
                fields
                    .required("StageName")
                    .ifPresent(
                        name ->
                            draft.stage(
                                api,
                                new Stage(
                                    name.text(),
                                    name.range(),
                                    StageSettingsReader.variables(fields, "Variables"),
                                    StageSettingsReader.read(fields)))));
  }
}
