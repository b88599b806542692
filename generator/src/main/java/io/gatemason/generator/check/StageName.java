package io.gatemason.generator.check;

import io.gatemason.generator.diagnostics.DiagnosticCode;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.model.RestApi;
import io.gatemason.generator.source.Range;

/** A stage's name has up to 128 letters, digits, {@code _} and {@code -} (rest-api.md 11.5). */
final class StageName implements Check {

  @Override
  public void check(RestApi api, Diagnostics diagnostics) {
    api.stage()
        .filter(stage -> !stage.name().matches("[A-Za-z0-9_-]{1,128}"))
        .ifPresent(
            stage ->
                diagnostics.report(
                    DiagnosticCode.GM3114,
                    new Range(stage.range().file(), stage.range().start(), stage.range().start()),
                    "stage name \"" + stage.name() + "\" only allows letters, digits, _ and -",
                    "rename the stage"));
  }
}
