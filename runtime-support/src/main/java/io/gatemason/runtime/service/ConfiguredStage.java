package io.gatemason.runtime.service;

import io.gatemason.runtime.config.Switch;
import io.gatemason.runtime.exchange.ApiInfo;
import io.gatemason.runtime.exchange.ApiInfoBuilder;
import io.gatemason.runtime.stage.Canary;
import io.gatemason.runtime.stage.LogLevel;
import io.gatemason.runtime.stage.MethodSettings;
import io.gatemason.runtime.stage.StageSettings;
import io.helidon.config.Config;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Runtime settings of stages: what is fixed when the service is built may be set when it starts.
 */
final class ConfiguredStage {
  private static final System.Logger LOG = System.getLogger(ConfiguredStage.class.getName());

  private ConfiguredStage() {}

  /**
   * {@code built} with the account {@code gateway.account-id} and what stands below {@code
   * gateway.apis.<api>.stages.<stage>}, or {@code gateway.apis.<api>} for an API without a stage:
   * stage variables, settings of methods, cache, canary and traces.
   *
   * @throws IllegalArgumentException if a setting is unusable
   */
  static ApiInfo apply(Config config, ApiInfo built) {
    Config stage = stage(config, built);
    ApiInfoBuilder applied = built.toBuilder();
    Map<String, String> values = variables(stage.get("variables"), built.stageVariables());
    UndefinedVariables.complete(built, stage.get("variables"), values);
    values.forEach(applied::stageVariable);
    StageSettings settings = settings(stage, built.settings());
    Canary canary = built.canary();
    if (canary != null) {
      Canary set = canary(stage.get("canary"), canary);
      applied.canary(set);
      if (built.servesCanary()) {
        set.overrides().forEach(applied::stageVariable);
        settings = set.useStageCache() ? settings : settings.cache(0);
      }
    } else if (stage.get("canary").exists()) {
      LOG.log(
          System.Logger.Level.WARNING,
          "{0} has no effect: the stage was built without a canary",
          stage.get("canary").key());
    }
    Config endpoint = config.get("gateway.listener.private-endpoint");
    if (endpoint.exists()) {
      applied.endpoint(
          built
              .endpoint()
              .through(
                  endpoint.get("vpc").asString().asOptional().orElse(null),
                  endpoint.get("vpce").asString().asOptional().orElse(null)));
    }
    applied.settings(settings);
    account(config).ifPresent(applied::accountId);
    return applied.build();
  }

  /**
   * The account, empty where none is set.
   *
   * @throws IllegalArgumentException if it is no account, such as one that YAML read as a number
   */
  static Optional<String> account(Config config) {
    Optional<String> account = config.get("gateway.account-id").asString().asOptional();
    if (account.isPresent() && !account.get().matches("[0-9]{12}")) {
      throw new IllegalArgumentException(
          "gateway.account-id has to be 12 digits, between quotes in YAML: " + account.get());
    }
    return account;
  }

  /** The settings of a stage; those of the API where it has none. */
  static Config stage(Config config, ApiInfo built) {
    Config api = config.get("gateway.apis").get(Config.Key.escapeName(built.apiId()));
    return built.stage().isEmpty()
        ? api
        : api.get("stages").get(Config.Key.escapeName(built.stage()));
  }

  private static Map<String, String> variables(Config set, Map<String, String> built) {
    Map<String, String> values = new TreeMap<>(built);
    // Environment variables answer when asked by name, but are not listed.
    values.replaceAll(
        (name, value) -> set.get(Config.Key.escapeName(name)).asString().orElse(value));
    set.asNodeList()
        .orElseGet(List::of)
        .forEach(
            node -> values.put(Config.Key.unescapeName(node.name()), node.asString().orElse("")));
    return values;
  }

  private static Canary canary(Config set, Canary built) {
    return new Canary(
        StageSettingValues.percent(set, built.percentTraffic()),
        variables(set.get("variables"), built.overrides()),
        Switch.read(set.get("use-stage-cache")).orElse(built.useStageCache()));
  }

  private static StageSettings settings(Config stage, StageSettings built) {
    Config cache = stage.get("cache");
    StageSettings settings =
        built
            .cache(StageSettingValues.size(cache, built.cacheBytes()))
            .renewal(
                Switch.read(cache.get("require-authorization-for-cache-control"))
                    .orElse(built.renewalAuthorized()),
                StageSettingValues.strategy(
                    cache,
                    cache.get("unauthorized-strategy").asString().orElse(built.renewalStrategy())))
            .traced(Switch.read(stage.get("tracing-enabled")).orElse(built.isTraced()));
    for (Config entry : stage.get("method-settings").asNodeList().orElseGet(List::of)) {
      MethodTarget target = MethodTarget.of(entry);
      settings =
          settings.methods(
              target.httpMethod(),
              target.resourcePath(),
              method(entry, settings.entry(target.httpMethod(), target.resourcePath())));
    }
    return settings;
  }

  private static MethodSettings method(Config entry, MethodSettings built) {
    MethodSettings set =
        new MethodSettings(
            entry
                .get("throttling-rate-limit")
                .asDouble()
                .map(Double::valueOf)
                .orElse(built.rateLimit()),
            entry.get("throttling-burst-limit").asInt().orElse(built.burstLimit()),
            Switch.read(entry.get("caching-enabled")).orElse(built.caching()),
            entry.get("cache-ttl-in-seconds").asInt().orElse(built.cacheSeconds()),
            Switch.read(entry.get("cache-data-encrypted")).orElse(built.cacheEncrypted()),
            logLevel(entry.get("logging-level"), built.logLevel()),
            Switch.read(entry.get("data-trace-enabled")).orElse(built.dataTrace()),
            Switch.read(entry.get("metrics-enabled")).orElse(built.metrics()));
    return StageSettingValues.checked(entry, set);
  }

  private static @Nullable LogLevel logLevel(Config setting, @Nullable LogLevel built) {
    String level = setting.asString().orElse("");
    try {
      return level.isEmpty() ? built : LogLevel.valueOf(level.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          setting.key() + " is OFF, ERROR or INFO, not \"" + level + "\"", e);
    }
  }
}
