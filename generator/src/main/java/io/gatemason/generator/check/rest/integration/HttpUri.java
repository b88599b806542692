package io.gatemason.generator.check.rest.integration;

import io.gatemason.generator.check.rest.rule.MethodCheck;
import io.gatemason.generator.diagnostics.ApiCodes;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.model.MappingText;
import io.gatemason.generator.model.rest.Method;

/**
 * The URI of an HTTP backend is {@code http(s)://host[:port]/…}, apart from what variables fill in
 * at invocation (docs/behaviour/integrations.md#uri).
 */
public final class HttpUri implements MethodCheck {

  @Override
  public void check(Method method, Diagnostics diagnostics) {
    Endpoints.of(method)
        .map(endpoint -> endpoint.uri())
        .filter(uri -> !uri.pieces().isEmpty() && !isValid(uri))
        .ifPresent(
            uri ->
                diagnostics.report(
                    ApiCodes.GM3108,
                    uri.range(),
                    Endpoints.problem(
                        method,
                        "Invalid HTTP endpoint specified for URI: \""
                            + UriText.of(uri)
                            + "\""
                            + written(uri)),
                    "write http:// or https://, a host, and a path"));
  }

  /** What stands in the document, where parameters or a template made something else of it. */
  private static String written(MappingText uri) {
    String source = uri.range().text().strip().replaceAll("^['\"]|['\"]$", "");
    boolean shown = source.lines().count() == 1 && !source.equals(UriText.of(uri));
    return shown ? ", written \"" + source + "\"" : "";
  }

  private static boolean isValid(MappingText uri) {
    UriText text = UriText.parse(uri);
    return text.beginsWithVariable() || (text.hasScheme() && text.hasValidAuthority());
  }
}
