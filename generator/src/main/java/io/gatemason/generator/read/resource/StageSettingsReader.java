package io.gatemason.generator.read.resource;

import io.gatemason.generator.model.stage.AccessLogSettings;
import io.gatemason.generator.model.stage.CacheCluster;
import io.gatemason.generator.model.stage.CanarySettings;
import io.gatemason.generator.model.stage.MethodSettings;
import io.gatemason.generator.model.stage.MethodSettings.LoggingLevel;
import io.gatemason.generator.model.stage.MethodSettings.Target;
import io.gatemason.generator.model.stage.Stage;
import io.gatemason.generator.model.stage.StageSettings;
import io.gatemason.generator.model.stage.Throttle;
import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.ObjectNode.Member;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The settings that every resource with a stage of a REST API has under the same names. */
public final class StageSettingsReader {
  /** The limits of a method setting, a plan or a route. */
  public static final Properties THROTTLING =
      Properties.of("ThrottlingBurstLimit", "ThrottlingRateLimit");

  /** What a method setting may say besides its target. */
  public static final Properties METHOD =
      Properties.of(
              "CachingEnabled",
              "CacheTtlInSeconds",
              "CacheDataEncrypted",
              "DataTraceEnabled",
              "LoggingLevel",
              "MetricsEnabled")
          .and(THROTTLING);

  /** What is read. */
  public static final Properties TAKES =
      Properties.of("CacheClusterEnabled", "CacheClusterSize", "TracingEnabled")
          .with("MethodSettings", Properties.of("ResourcePath", "HttpMethod").and(METHOD))
          .with("AccessLogSetting", Properties.of("DestinationArn", "Format"))
          .with(
              "CanarySetting",
              Properties.of(
                  "DeploymentId", "PercentTraffic", "StageVariableOverrides", "UseStageCache"));

  private StageSettingsReader() {}

  /** The settings; what is not set is empty. */
  public static StageSettings read(ResourceFields fields) {
    return new StageSettings(
        fields.objects("MethodSettings").stream().map(StageSettingsReader::method).toList(),
        cacheCluster(fields),
        fields.object("CanarySetting").map(StageSettingsReader::canary),
        accessLog(fields, "AccessLogSetting"),
        fields.bool("TracingEnabled"),
        fields.name("ClientCertificateId"),
        fields.nameOrSource("DeploymentId"));
  }

  /** Stage variables. */
  public static List<Stage.Variable> variables(ResourceFields fields, String name) {
    Optional<ResourceFields> written = fields.object(name);
    List<Stage.Variable> variables = new ArrayList<>();
    for (Member member : written.map(ResourceFields::members).orElse(List.of())) {
      Optional<Node> value = Optional.of(member.value());
      value
          .flatMap(Node::asScalar)
          .or(() -> written.get().text(member.name()))
          .ifPresent(text -> variables.add(new Stage.Variable(member.key(), text)));
    }
    return variables;
  }

  /** A line per request. */
  public static Optional<AccessLogSettings> accessLog(ResourceFields fields, String name) {
    return fields
        .object(name)
        .map(
            log ->
                new AccessLogSettings(log.range(), log.name("DestinationArn"), log.text("Format")));
  }

  /** A canary, as stages and deployments of REST APIs have it. */
  public static CanarySettings canary(ResourceFields canary) {
    return new CanarySettings(
        canary.range(),
        canary.nameOrSource("DeploymentId"),
        canary.number("PercentTraffic"),
        variables(canary, "StageVariableOverrides"),
        canary.isTrue("UseStageCache"));
  }

  private static Optional<CacheCluster> cacheCluster(ResourceFields fields) {
    return fields
        .bool("CacheClusterEnabled")
        .filter(enabled -> enabled.value())
        .map(enabled -> new CacheCluster(enabled.range(), fields.string("CacheClusterSize")));
  }

  private static MethodSettings method(ResourceFields fields) {
    String path = fields.required("ResourcePath").map(text -> path(text.text())).orElse("");
    String verb = fields.required("HttpMethod").map(text -> text.text()).orElse("");
    return method(fields, new Target(path, verb.toUpperCase(Locale.ROOT)));
  }

  /** The limit that callers of some methods or of a route share. */
  public static Throttle throttle(ResourceFields fields) {
    return new Throttle(
        fields.number("ThrottlingRateLimit"), fields.integer("ThrottlingBurstLimit"));
  }

  /** The settings of some methods. */
  public static MethodSettings method(ResourceFields fields, Target target) {
    return new MethodSettings(
        target,
        Optional.of(fields.range()),
        fields.bool("CachingEnabled"),
        fields.integer("CacheTtlInSeconds"),
        fields.bool("CacheDataEncrypted"),
        throttle(fields),
        fields.choice("LoggingLevel", LoggingLevel.class),
        fields.bool("DataTraceEnabled"),
        fields.bool("MetricsEnabled"));
  }

  /** {@code /~1pets} and {@code /pets} are one path; {@code /*} stands for all of them. */
  public static String path(String written) {
    String path = ("/" + written).replace("~1", "/").replace("~0", "~").replaceAll("/{2,}", "/");
    return path.equals("/*") ? Target.ANY : path;
  }
}
