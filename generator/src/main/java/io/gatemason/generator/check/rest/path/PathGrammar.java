package io.gatemason.generator.check.rest.path;

import io.gatemason.generator.check.rest.rule.Check;
import io.gatemason.generator.diagnostics.ApiCodes;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.model.ResourcePath.Segment;
import io.gatemason.generator.model.rest.Method;
import io.gatemason.generator.model.rest.RestApi;
import io.gatemason.generator.source.ReadLimits;
import java.util.regex.Pattern;

/**
 * Segments consist of letters, digits and {@code _ - . , :}; a variable takes a whole segment
 * (docs/behaviour/routing.md#paths). A path cannot be deeper than the document that could hold it
 * as a tree.
 */
public final class PathGrammar implements Check<RestApi> {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.,:-]+");
  private static final int DEEPEST = ReadLimits.DEFAULT.depth();

  @Override
  public void check(RestApi api, Diagnostics diagnostics) {
    PathPlaces.onePerPath(api).forEach(method -> check(api, method, diagnostics));
  }

  private static void check(RestApi api, Method method, Diagnostics diagnostics) {
    int depth = method.path().segments().size();
    if (depth > DEEPEST) {
      diagnostics.report(
          ApiCodes.GM3104,
          PathPlaces.of(api, method),
          "the path has %d segments, more than %d".formatted(depth, DEEPEST),
          "shorten the path");
    }
    for (Segment segment : method.path().segments()) {
      if (!NAME.matcher(segment.name()).matches()) {
        diagnostics.report(
            ApiCodes.GM3104,
            PathPlaces.of(api, method, segment.name()),
            "Resource's path part \"%s\" in \"%s\" only allows letters, digits, _ - . , : and a variable in braces"
                .formatted(segment.name(), method.path().text()),
            segment.name().contains("{")
                ? "let the variable take the whole segment"
                : "rename the segment");
      }
    }
  }
}
