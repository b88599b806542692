package io.gatemason.generator.check.rest;

import io.gatemason.generator.check.rest.rule.Check;
import io.gatemason.generator.diagnostics.ApiCodes;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.model.rest.RestApi;
import io.gatemason.generator.source.Range;

/** An API has at least one method (docs/behaviour/import.md#errors). */
public final class EmptyApi implements Check<RestApi> {

  @Override
  public void check(RestApi api, Diagnostics diagnostics) {
    if (api.methods().isEmpty()) {
      Range whole = api.range();
      diagnostics.report(
          ApiCodes.GM3106,
          new Range(whole.file(), whole.start(), whole.start()),
          "The REST API doesn't contain any methods",
          "add a path with an operation to \"paths\"");
    }
  }
}
