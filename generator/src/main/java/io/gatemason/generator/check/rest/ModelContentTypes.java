package io.gatemason.generator.check.rest;

import io.gatemason.generator.check.rest.rule.Check;
import io.gatemason.generator.diagnostics.ApiCodes;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.model.rest.Method;
import io.gatemason.generator.model.rest.RestApi;
import java.util.regex.Pattern;

/**
 * The content type of a model is a type and a subtype, or {@code $default}
 * (docs/behaviour/validation.md#models).
 */
public final class ModelContentTypes implements Check<RestApi> {
  private static final Pattern TYPE = Pattern.compile("[^/\\s;]+/[^/\\s;]+\\s*(;.*)?|\\$default");

  @Override
  public void check(RestApi api, Diagnostics diagnostics) {
    for (Method method : api.methods()) {
      method
          .request()
          .models()
          .forEach(
              (type, model) -> {
                if (!TYPE.matcher(type.strip()).matches()) {
                  diagnostics.report(
                      ApiCodes.GM3118,
                      model.range(),
                      "Invalid content type specified: %s (%s %s)"
                          .formatted(type, method.httpMethod(), method.path().text()),
                      "write a type and a subtype, such as \"application/json\"");
                }
              });
    }
  }
}
