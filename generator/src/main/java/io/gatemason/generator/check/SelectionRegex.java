package io.gatemason.generator.check;

import io.gatemason.generator.diagnostics.DiagnosticCode;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.model.IntegrationResponse;
import io.gatemason.generator.model.Method;
import io.gatemason.generator.model.SelectionPattern;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** A selection pattern is a regular expression (rest-api.md 1.5.1). */
final class SelectionRegex implements MethodCheck {

  @Override
  public void check(Method method, Diagnostics diagnostics) {
    for (IntegrationResponse response : method.integration().responses()) {
      response.selectionPattern().ifPresent(pattern -> check(method, pattern, diagnostics));
    }
  }

  private static void check(Method method, SelectionPattern pattern, Diagnostics diagnostics) {
    try {
      Pattern.compile(pattern.regex());
    } catch (PatternSyntaxException e) {
      diagnostics.report(
          DiagnosticCode.GM3113,
          pattern.range(),
          Endpoints.problem(
              method,
              "selection pattern \"%s\" is no regular expression: %s"
                  .formatted(pattern.regex(), e.getDescription())),
          "correct it near character " + (Math.max(e.getIndex(), 0) + 1) + ", or write default");
    }
  }
}
