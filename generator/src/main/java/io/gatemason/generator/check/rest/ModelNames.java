package io.gatemason.generator.check.rest;

import io.gatemason.generator.check.rest.rule.Check;
import io.gatemason.generator.diagnostics.ApiCodes;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.model.PayloadModel;
import io.gatemason.generator.model.rest.ApiOfMethods;
import io.gatemason.generator.source.Range;
import java.util.List;

/**
 * A model's name has letters and digits only (docs/behaviour/validation.md#models); told once for
 * all models.
 */
public final class ModelNames implements Check<ApiOfMethods> {
  private static final int SHOWN = 3;

  @Override
  public void check(ApiOfMethods api, Diagnostics diagnostics) {
    List<PayloadModel> wrong =
        api.payloadModels().values().stream()
            .filter(model -> !model.name().matches("[A-Za-z0-9]+"))
            .toList();
    if (wrong.isEmpty()) {
      return;
    }
    List<String> names =
        wrong.stream().limit(SHOWN).map(model -> "\"" + model.name() + "\"").toList();
    int others = wrong.size() - names.size();
    Range first = wrong.get(0).schema().range();
    diagnostics.report(
        ApiCodes.GM3117,
        new Range(first.file(), first.start(), first.start()),
        (wrong.size() == 1 ? "model name " : "model names ")
            + String.join(", ", names)
            + (others == 0 ? "" : " and " + others + " more")
            + ": the managed service takes letters and digits only",
        "nothing to do here; rename before importing the document there");
  }
}
