package io.gatemason.generator.check;

import io.gatemason.generator.check.rule.Quota;
import io.gatemason.generator.diagnostics.ApiCodes;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.model.Api;
import io.gatemason.generator.model.stage.Stage;
import java.util.HashSet;
import java.util.Set;

/**
 * A stage's name has up to 128 letters, digits, {@code _} and {@code -} and is no other stage's;
 * HTTP APIs have {@code $default} too (docs/behaviour/import.md#quotas). The names and values of
 * its variables are limited (docs/behaviour/import.md#stages).
 */
final class Stages {
  private static final String DEFAULT = "$default";
  private static final Quota STAGES = new Quota(10, "stages of an API");
  private static final Quota VARIABLES = new Quota(100, "variables of a stage");
  private static final String VARIABLE_NAME = "[A-Za-z0-9_]{1,64}";
  private static final String VARIABLE_VALUE = "[A-Za-z0-9\\-._~:/?#&=,]{1,512}";

  private Stages() {}

  static void check(Api api, Diagnostics diagnostics) {
    Set<String> names = new HashSet<>();
    for (Stage stage : api.stages()) {
      boolean fixed = api.kind() == Api.Kind.HTTP && stage.name().equals(DEFAULT);
      if (!fixed && !stage.name().matches("[A-Za-z0-9_-]{1,128}")) {
        report(stage, "only allows letters, digits, _ and -", diagnostics);
      } else if (!names.add(stage.name())) {
        report(stage, "is taken by another stage of the API", diagnostics);
      }
      VARIABLES.check(stage.variables().size(), stage.range(), diagnostics);
      stage.variables().forEach(variable -> check(variable, diagnostics));
      stage
          .settings()
          .canary()
          .ifPresent(
              canary -> canary.overrides().forEach(variable -> check(variable, diagnostics)));
    }
    api.stages().stream()
        .skip(STAGES.most())
        .findFirst()
        .ifPresent(stage -> STAGES.check(api.stages().size(), stage.range(), diagnostics));
  }

  private static void report(Stage stage, String problem, Diagnostics diagnostics) {
    diagnostics.report(
        ApiCodes.GM3114,
        stage.range(),
        "stage name \"" + stage.name() + "\" " + problem,
        "rename the stage");
  }

  private static void check(Stage.Variable variable, Diagnostics diagnostics) {
    String name = variable.name().text();
    if (!name.matches(VARIABLE_NAME)) {
      diagnostics.report(
          ApiCodes.GM3120,
          variable.name().range(),
          "stage variable name \"" + name + "\" only allows up to 64 letters, digits and _",
          "rename the variable");
    }
    if (!variable.value().text().matches(VARIABLE_VALUE)) {
      diagnostics.report(
          ApiCodes.GM3120,
          variable.value().range(),
          "the value of stage variable \""
              + name
              + "\" only allows 1 to 512 letters, digits and - . _ ~ : / ? # & = ,",
          "other values can be set at run time, as"
              + " gateway.apis.<api>.stages.<stage>.variables."
              + name);
    }
  }
}
