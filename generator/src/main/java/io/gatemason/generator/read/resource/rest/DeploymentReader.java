package io.gatemason.generator.read.resource.rest;

import io.gatemason.generator.diagnostics.DocumentCodes;
import io.gatemason.generator.diagnostics.StageCodes;
import io.gatemason.generator.model.service.Deployment;
import io.gatemason.generator.model.stage.MethodSettings;
import io.gatemason.generator.model.stage.MethodSettings.Target;
import io.gatemason.generator.model.stage.Stage;
import io.gatemason.generator.model.stage.StageSettings;
import io.gatemason.generator.read.resource.Properties;
import io.gatemason.generator.read.resource.ResourceFields;
import io.gatemason.generator.read.resource.ResourceReader;
import io.gatemason.generator.read.resource.ServiceDraft;
import io.gatemason.generator.read.resource.StageSettingsReader;
import io.gatemason.generator.read.resource.TemplateResource;
import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.Placed;
import io.gatemason.generator.source.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A deployment of a REST API: of its document as it is, or as it was at a revision that the
 * resource's metadata name; with a stage of its own, where it names one. Source: {@code
 * docs/behaviour/clients.md#deployments}.
 */
public final class DeploymentReader implements ResourceReader {
  private static final String CANARY = "DeploymentCanarySettings";

  @Override
  public List<String> types() {
    return List.of("AWS::ApiGateway::Deployment");
  }

  @Override
  public Properties takes() {
    return Properties.of("RestApiId", "StageName")
        .with(
            "StageDescription",
            Properties.of("ClientCertificateId", "Variables")
                .and(StageSettingsReader.METHOD)
                .and(StageSettingsReader.TAKES))
        .with(CANARY, Properties.of("PercentTraffic", "StageVariableOverrides", "UseStageCache"));
  }

  @Override
  public Properties describes() {
    return Properties.of("Description")
        .with("StageDescription", Properties.of("Description", "DocumentationVersion", "Tags"));
  }

  @Override
  public void read(TemplateResource resource, ServiceDraft draft) {
    Optional<ScalarNode> name = resource.fields().text("StageName");
    demandStage(resource);
    resource.fields().required("RestApiId");
    Optional<Placed<String>> revision = revision(resource);
    resource
        .fields()
        .name("RestApiId")
        .flatMap(api -> draft.apiNamed(resource.template(), api.value()))
        .ifPresent(api -> draft.deploymentId(api, resource));
    if (name.isEmpty() && revision.isEmpty()) {
      return;
    }
    Optional<String> api = draft.api(resource, "RestApiId");
    if (api.isPresent()) {
      revision.ifPresent(
          each -> draft.deployment(new Deployment(api.get(), resource.logicalId(), each)));
      name.map(text -> stage(text, resource))
          .ifPresent(
              stage -> {
                if (resource.fields().object(CANARY).isPresent()) {
                  draft.rollout(api.get(), stage);
                } else {
                  draft.stage(api.get(), stage);
                }
              });
    }
  }

  private static void demandStage(TemplateResource resource) {
    ResourceFields fields = resource.fields();
    if (fields.written("StageDescription").isPresent()) {
      fields.demand("StageName");
    } else if (fields.written(CANARY).isPresent() && fields.written("StageName").isEmpty()) {
      resource.report(
          StageCodes.GM3524,
          fields.range(CANARY),
          "Invalid deployment content specified.Non null and non empty stageName must be provided"
              + " for canary deployment. Provided value is null",
          "write StageName, the name of a stage that another resource declares");
    }
  }

  private static Optional<Placed<String>> revision(TemplateResource resource) {
    Optional<Node> written =
        resource
            .object()
            .flatMap(object -> object.get("Metadata"))
            .flatMap(Node::asObject)
            .flatMap(metadata -> metadata.get("GitRevision"))
            .flatMap(resource::value);
    written
        .filter(value -> value.asScalar().isEmpty())
        .ifPresent(
            value ->
                resource.report(
                    DocumentCodes.GM2103,
                    value.range(),
                    "\"GitRevision\" of \"Metadata\" has to be a string",
                    "write a tag, a branch or a commit"));
    return written.flatMap(Node::asScalar).map(text -> new Placed<>(text.text(), text.range()));
  }

  private static Stage stage(ScalarNode name, TemplateResource resource) {
    ResourceFields deployment = resource.fields();
    Optional<ResourceFields> description = deployment.object("StageDescription");
    StageSettings described =
        description.map(DeploymentReader::settings).orElse(StageSettings.NONE);
    return new Stage(
        name.text(),
        name.range(),
        description
            .map(fields -> StageSettingsReader.variables(fields, "Variables"))
            .orElse(List.of()),
        new StageSettings(
            described.methods(),
            described.cacheCluster(),
            deployment.object(CANARY).map(StageSettingsReader::canary).or(described::canary),
            described.accessLog(),
            described.tracing(),
            described.clientCertificate(),
            Optional.of(new Placed<>(resource.logicalId(), resource.range()))));
  }

  /** The settings; those of no method in particular hold for all that entries leave open. */
  private static StageSettings settings(ResourceFields description) {
    StageSettings settings = StageSettingsReader.read(description);
    List<MethodSettings> methods = new ArrayList<>();
    methods.add(StageSettingsReader.method(description, Target.ALL));
    methods.addAll(settings.methods());
    return new StageSettings(
        methods,
        settings.cacheCluster(),
        settings.canary(),
        settings.accessLog(),
        settings.tracing(),
        settings.clientCertificate(),
        settings.deployment());
  }
}
