package io.gatemason.generator.check;

import io.gatemason.generator.diagnostics.ApiCodes;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.diagnostics.DidYouMean;
import io.gatemason.generator.model.Api;
import io.gatemason.generator.model.stage.Stage;
import io.gatemason.generator.model.stage.StageVariableUses;
import io.gatemason.generator.source.Range;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A stage variable that is read is defined, by every stage or by a setting of the gateway. An
 * undefined one is empty.
 */
public final class StageVariables {
  private final Set<String> settings;

  /**
   * Prepares a run.
   *
   * @param settings the names of the settings that the gateway is known to be started with
   */
  StageVariables(Set<String> settings) {
    this.settings = settings;
  }

  /**
   * The settings that define the variables of an API, sorted, each with the value that its stage
   * has in a template, or empty text.
   */
  public static Map<String, String> settings(Api api) {
    Map<String, String> settings = new TreeMap<>();
    String owner = "gateway.apis." + api.id();
    StageVariableUses.find(
        api.document(),
        (name, range) -> {
          if (api.stages().isEmpty()) {
            settings.put(owner + ".variables." + name, "");
          }
          for (Stage stage : api.stages()) {
            settings.put(
                owner + ".stages." + stage.name() + ".variables." + name, value(stage, name));
          }
        });
    return settings;
  }

  private static String value(Stage stage, String name) {
    return stage.variables().stream()
        .filter(variable -> variable.name().text().equals(name))
        .map(variable -> variable.value().text())
        .findFirst()
        .orElse("");
  }

  void check(Api api, Diagnostics diagnostics) {
    StageVariableUses.find(api.document(), (name, range) -> require(api, name, range, diagnostics));
  }

  private void require(Api api, String name, Range range, Diagnostics diagnostics) {
    if (api.stages().isEmpty()) {
      require(name, range, "gateway.apis." + api.id(), Set.of(), "", diagnostics);
    }
    for (Stage stage : api.stages()) {
      Set<String> defined = new TreeSet<>();
      stage.variables().forEach(variable -> defined.add(variable.name().text()));
      require(
          name,
          range,
          "gateway.apis." + api.id() + ".stages." + stage.name(),
          defined,
          " by stage \"" + stage.name() + "\"",
          diagnostics);
    }
  }

  private void require(
      String name,
      Range range,
      String owner,
      Set<String> ofTemplate,
      String where,
      Diagnostics diagnostics) {
    String prefix = owner + ".variables.";
    Set<String> defined = new TreeSet<>(ofTemplate);
    settings.stream()
        .filter(setting -> setting.startsWith(prefix))
        .forEach(setting -> defined.add(setting.substring(prefix.length())));
    if (!defined.contains(name)) {
      diagnostics.report(
          ApiCodes.GM3704,
          range,
          "stage variable \"" + name + "\" is not defined" + where,
          DidYouMean.closest(name, defined)
              .map(near -> "did you mean \"" + near + "\"?")
              .orElse("set " + prefix + name + ", for example in application.yaml"));
    }
  }
}
