package io.gatemason.generator.check.rest.integration;

import io.gatemason.generator.check.rest.rule.MethodCheck;
import io.gatemason.generator.diagnostics.ApiCodes;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.diagnostics.DocumentCodes;
import io.gatemason.generator.model.AwsServiceIntegration;
import io.gatemason.generator.model.HttpIntegration;
import io.gatemason.generator.model.IntegrationResponse;
import io.gatemason.generator.model.SelectionPattern;
import io.gatemason.generator.model.rest.Method;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.IntStream;

/**
 * A selection pattern is a regular expression that can match something
 * (docs/behaviour/import.md#integration-responses).
 */
public final class SelectionRegex implements MethodCheck {
  /** Those that most patterns are for come first: a match ends the search. */
  private static final List<Integer> USUAL = List.of(200, 201, 400, 404, 500);

  private static final int LOWEST_STATUS = 100;
  private static final int HIGHEST_STATUS = 999;

  @Override
  public void check(Method method, Diagnostics diagnostics) {
    for (IntegrationResponse response : method.integration().responses()) {
      response.selectionPattern().ifPresent(pattern -> check(method, pattern, diagnostics));
    }
  }

  private static void check(Method method, SelectionPattern pattern, Diagnostics diagnostics) {
    try {
      Pattern regex = Pattern.compile(pattern.regex());
      if (picksByStatus(method) && matchesNoStatus(regex)) {
        diagnostics.report(
            DocumentCodes.GM2112,
            pattern.range(),
            "selection pattern \"%s\" matches no status code, so its response is never chosen"
                .formatted(pattern.regex()),
            "write an expression for whole status codes, such as 4\\d{2}, or remove the response");
      }
    } catch (PatternSyntaxException e) {
      refuse(method, pattern, Math.max(e.getIndex(), 0), e.getDescription(), diagnostics);
    } catch (StackOverflowError e) {
      refuse(method, pattern, 0, "nested too deep", diagnostics);
    }
  }

  /** What a function answers is picked by its error message instead. */
  private static boolean picksByStatus(Method method) {
    return method.integration() instanceof HttpIntegration
        || method.integration() instanceof AwsServiceIntegration;
  }

  private static boolean matchesNoStatus(Pattern regex) {
    return IntStream.concat(
            USUAL.stream().mapToInt(status -> status),
            IntStream.rangeClosed(LOWEST_STATUS, HIGHEST_STATUS))
        .noneMatch(status -> regex.matcher(Integer.toString(status)).matches());
  }

  private static void refuse(
      Method method, SelectionPattern pattern, int at, String reason, Diagnostics diagnostics) {
    diagnostics.report(
        ApiCodes.GM3113,
        pattern.range(),
        Endpoints.problem(
            method,
            "selection pattern \"%s\" is no regular expression: %s"
                .formatted(pattern.regex(), reason)),
        "correct it near character " + (at + 1) + ", or write default");
  }
}
