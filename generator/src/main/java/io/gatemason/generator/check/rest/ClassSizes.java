package io.gatemason.generator.check.rest;

import io.gatemason.generator.check.rest.rule.Check;
import io.gatemason.generator.diagnostics.ApiCodes;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.model.IntegrationResponse;
import io.gatemason.generator.model.rest.Method;
import io.gatemason.generator.model.rest.RestApi;
import io.gatemason.generator.source.Range;

/**
 * What one generated class holds has to fit into a class file, whose methods have at most 64 KB
 * (JVMS 4.7.3). Far above what the limits on headers let anybody use.
 */
public final class ClassSizes implements Check<RestApi> {
  private static final int PARTS = 1000;

  @Override
  public void check(RestApi api, Diagnostics diagnostics) {
    for (Method method : api.methods()) {
      String what = "parameters, mappings, templates, models and responses of " + method.title();
      report(diagnostics, method.range(), what, of(method));
    }
    api.gatewayResponses()
        .values()
        .forEach(
            response ->
                report(
                    diagnostics,
                    response.range(),
                    "mappings and templates of " + response.type(),
                    response.parameters().size() + response.templates().size()));
    Range start = new Range(api.range().file(), api.range().start(), api.range().start());
    report(diagnostics, start, "binary media types", api.binaryMediaTypes().size());
  }

  private static int of(Method method) {
    int parts =
        method.request().parameters().size()
            + method.request().models().size()
            + method.integration().request().parameters().size()
            + method.integration().request().templates().size();
    for (IntegrationResponse response : method.integration().responses()) {
      parts += 1 + response.parameters().size() + response.templates().size();
    }
    return parts;
  }

  private static void report(Diagnostics diagnostics, Range range, String what, int parts) {
    if (parts > PARTS) {
      diagnostics.report(
          ApiCodes.GM3123,
          range,
          "%d %s; a generated class can hold %d".formatted(parts, what, PARTS),
          "use fewer of them");
    }
  }
}
