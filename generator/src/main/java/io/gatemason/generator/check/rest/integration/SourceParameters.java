package io.gatemason.generator.check.rest.integration;

import io.gatemason.generator.check.rest.rule.MethodCheck;
import io.gatemason.generator.diagnostics.ApiCodes;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.diagnostics.DidYouMean;
import io.gatemason.generator.model.LambdaProxyIntegration;
import io.gatemason.generator.model.ParameterMapping;
import io.gatemason.generator.model.ParameterMapping.PathParameter;
import io.gatemason.generator.model.ParameterMapping.QueryParameter;
import io.gatemason.generator.model.ParameterMapping.RequestHeader;
import io.gatemason.generator.model.ParameterMapping.Source;
import io.gatemason.generator.model.rest.Method;
import io.gatemason.generator.model.rest.MethodRequest.Location;
import io.gatemason.generator.model.rest.MethodRequest.Parameter;
import java.util.List;
import java.util.Optional;

/**
 * A request mapping reads parameters that the method declares (docs/behaviour/mapping.md#request,
 * docs/behaviour/import.md#errors).
 */
public final class SourceParameters implements MethodCheck {

  private record Read(Location location, String name, String expression) {}

  @Override
  public void check(Method method, Diagnostics diagnostics) {
    if (method.integration() instanceof LambdaProxyIntegration) {
      return;
    }
    for (ParameterMapping mapping : method.integration().request().parameters()) {
      read(mapping.source())
          .filter(read -> !isDeclared(method, read))
          .ifPresent(read -> report(method, mapping, read, diagnostics));
    }
  }

  /** Whether a source is no parameter of the method's, or one that it declares. */
  public static boolean isDeclared(Method method, Source source) {
    return read(source).filter(read -> !isDeclared(method, read)).isEmpty();
  }

  private static boolean isDeclared(Method method, Read read) {
    return method.request().parameters().stream()
        .anyMatch(p -> p.location() == read.location() && p.name().equals(read.name()));
  }

  private static void report(
      Method method, ParameterMapping mapping, Read read, Diagnostics diagnostics) {
    List<String> declared =
        method.request().parameters().stream()
            .filter(p -> p.location() == read.location())
            .map(Parameter::name)
            .toList();
    diagnostics.report(
        ApiCodes.GM3112,
        mapping.range(),
        Endpoints.problem(
            method,
            "Invalid mapping expression parameter specified: method.request." + read.expression()),
        DidYouMean.closest(read.name(), declared)
            .map(name -> "did you mean \"" + name + "\"?")
            .orElse("declare \"" + read.name() + "\" among the operation's parameters"));
  }

  private static Optional<Read> read(Source source) {
    if (source instanceof PathParameter path) {
      return Optional.of(new Read(Location.PATH, path.name(), "path." + path.name()));
    }
    if (source instanceof QueryParameter query) {
      String kind = query.multiValue() ? "multivaluequerystring." : "querystring.";
      return Optional.of(new Read(Location.QUERYSTRING, query.name(), kind + query.name()));
    }
    if (source instanceof RequestHeader header) {
      String kind = header.multiValue() ? "multivalueheader." : "header.";
      return Optional.of(new Read(Location.HEADER, header.name(), kind + header.name()));
    }
    return Optional.empty();
  }
}
