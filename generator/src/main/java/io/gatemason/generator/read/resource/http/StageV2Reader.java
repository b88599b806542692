package io.gatemason.generator.read.resource.http;

import io.gatemason.generator.model.stage.Stage;
import io.gatemason.generator.model.stage.StageSettings;
import io.gatemason.generator.read.resource.Properties;
import io.gatemason.generator.read.resource.ResourceFields;
import io.gatemason.generator.read.resource.ResourceReader;
import io.gatemason.generator.read.resource.ServiceDraft;
import io.gatemason.generator.read.resource.StageSettingsReader;
import io.gatemason.generator.read.resource.TemplateResource;
import java.util.List;
import java.util.Optional;

/** A stage of an HTTP or WebSocket API. */
public final class StageV2Reader implements ResourceReader {
  @Override
  public List<String> types() {
    return List.of("AWS::ApiGatewayV2::Stage");
  }

  @Override
  public Properties takes() {
    return Properties.of(
            "ApiId", "ClientCertificateId", "DeploymentId", "StageName", "StageVariables")
        .with("AccessLogSettings", HttpParts.ACCESS_LOG)
        .with("DefaultRouteSettings", HttpParts.ROUTE_SETTINGS)
        .withEach("RouteSettings", HttpParts.ROUTE_SETTINGS);
  }

  @Override
  public Properties describes() {
    return Properties.of("AccessPolicyId", "AutoDeploy", "Description", "Tags");
  }

  @Override
  public void read(TemplateResource resource, ServiceDraft draft) {
    ResourceFields fields = resource.fields();
    draft
        .api(resource, "ApiId")
        .ifPresent(
            api ->
                fields
                    .text("StageName")
                    .ifPresent(
                        name ->
                            draft.stage(
                                api,
                                new Stage(
                                    name.text(),
                                    name.range(),
                                    StageSettingsReader.variables(fields, "StageVariables"),
                                    settings(fields)))));
  }

  /** The settings of a stage; what routes are limited to is not among them. */
  public static StageSettings settings(ResourceFields fields) {
    return new StageSettings(
        List.of(),
        Optional.empty(),
        Optional.empty(),
        StageSettingsReader.accessLog(fields, "AccessLogSettings"),
        Optional.empty(),
        fields.name("ClientCertificateId"),
        fields.name("DeploymentId"));
  }
}
