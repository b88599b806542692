package io.gatemason.generator.read.resource.http;

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
import io.gatemason.generator.source.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
                    .required("StageName")
                    .ifPresent(
                        name ->
                            draft.stage(
                                api,
                                new Stage(
                                    name.text(),
                                    name.range(),
                                    StageSettingsReader.variables(fields, "StageVariables"),
                                    resource.isOfWebSocketApi()
                                        ? settingsOfMessages(fields)
                                        : settings(fields)))));
  }

  /** The settings of a stage of a WebSocket API. */
  public static StageSettings settingsOfMessages(ResourceFields fields) {
    StageSettings settings = settings(fields);
    List<MethodSettings> routes = new ArrayList<>();
    fields
        .object("DefaultRouteSettings")
        .ifPresent(each -> routes.add(StageSettingsReader.method(each, Target.ALL)));
    Optional<ResourceFields> byKey = fields.object("RouteSettings");
    for (ObjectNode.Member member : byKey.map(ResourceFields::members).orElse(List.of())) {
      byKey
          .get()
          .object(member.name())
          .ifPresent(
              each ->
                  routes.add(
                      StageSettingsReader.method(each, new Target(member.name(), Target.ANY))));
    }
    return new StageSettings(
        routes,
        settings.cacheCluster(),
        settings.canary(),
        settings.accessLog(),
        settings.tracing(),
        settings.clientCertificate(),
        settings.deployment());
  }

  /** What all routes of an HTTP API are limited to, and what single ones are. */
  private static List<MethodSettings> routes(ResourceFields fields) {
    List<MethodSettings> settings = new ArrayList<>();
    fields.object("DefaultRouteSettings").ifPresent(all -> settings.add(route(all, Target.ALL)));
    Optional<ResourceFields> each = fields.object("RouteSettings");
    for (ObjectNode.Member member : each.map(ResourceFields::members).orElse(List.of())) {
      each.get()
          .object(member.name())
          .ifPresent(one -> settings.add(route(one, target(member.name()))));
    }
    return settings;
  }

  private static Target target(String routeKey) {
    String[] words = routeKey.strip().split(" +", 2);
    return words.length == 2
        ? new Target(words[1], words[0].toUpperCase(Locale.ROOT))
        : new Target(words[0], "ANY");
  }

  private static MethodSettings route(ResourceFields fields, Target target) {
    return new MethodSettings(
        target,
        Optional.of(fields.range()),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        StageSettingsReader.throttle(fields),
        Optional.empty(),
        Optional.empty(),
        fields.bool("DetailedMetricsEnabled"));
  }

  /** The settings of a stage of an HTTP API. */
  public static StageSettings settings(ResourceFields fields) {
    return new StageSettings(
        routes(fields),
        Optional.empty(),
        Optional.empty(),
        StageSettingsReader.accessLog(fields, "AccessLogSettings"),
        Optional.empty(),
        fields.name("ClientCertificateId"),
        fields.name("DeploymentId"));
  }
}
