package io.gatemason.runtime.service;

import io.gatemason.runtime.exchange.ApiInfo;
import io.helidon.config.Config;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Runtime settings of stages: what is fixed when the service is built may be set when it starts.
 */
final class StageSettings {
  private StageSettings() {}

  /**
   * {@code built} with the account {@code gateway.account-id} and the stage variables {@code
   * gateway.apis.<api>.stages.<stage>.variables.<name>}, or {@code
   * gateway.apis.<api>.variables.<name>} for an API without a stage.
   */
  static ApiInfo apply(Config config, ApiInfo built) {
    Config variables = stage(config, built).get("variables");
    Map<String, String> values = new TreeMap<>(built.stageVariables());
    // Environment variables answer when asked by name, but are not listed.
    values.replaceAll(
        (name, value) -> variables.get(Config.Key.escapeName(name)).asString().orElse(value));
    variables
        .asNodeList()
        .orElseGet(List::of)
        .forEach(
            node -> values.put(Config.Key.unescapeName(node.name()), node.asString().orElse("")));
    ApiInfo.Builder applied = built.toBuilder();
    values.forEach(applied::stageVariable);
    config.get("gateway.account-id").asString().ifPresent(applied::accountId);
    return applied.build();
  }

  /** The settings of a stage; those of the API where it has none. */
  private static Config stage(Config config, ApiInfo built) {
    Config api = config.get("gateway.apis").get(Config.Key.escapeName(built.apiId()));
    return built.stage().isEmpty()
        ? api
        : api.get("stages").get(Config.Key.escapeName(built.stage()));
  }
}
