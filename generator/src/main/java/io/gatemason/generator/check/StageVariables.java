package io.gatemason.generator.check;

import io.gatemason.generator.diagnostics.DiagnosticCode;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.diagnostics.DidYouMean;
import io.gatemason.generator.model.rest.RestApi;
import io.gatemason.generator.model.stage.Stage;
import io.gatemason.generator.model.stage.StageVariableUses;
import io.gatemason.generator.source.Range;
import java.util.Set;
import java.util.TreeSet;

/**
 * A stage variable that is read is defined, by every stage or by a setting of the gateway. An
 * undefined one is empty.
 */
final class StageVariables implements Check {
  private final Set<String> settings;

  /**
   * Prepares a run.
   *
   * @param settings the names of the settings that the gateway is known to be started with
   */
  StageVariables(Set<String> settings) {
    this.settings = settings;
  }

  @Override
  public void check(RestApi api, Diagnostics diagnostics) {
    StageVariableUses.find(api.document(), (name, range) -> require(api, name, range, diagnostics));
  }

  private void require(RestApi api, String name, Range range, Diagnostics diagnostics) {
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
          DiagnosticCode.GM3704,
          range,
          "stage variable \"" + name + "\" is not defined" + where,
          DidYouMean.closest(name, defined)
              .map(near -> "did you mean \"" + near + "\"?")
              .orElse("set " + prefix + name + ", for example in application.yaml"));
    }
  }
}
