package io.gatemason.generator.check.rest.path;

import io.gatemason.generator.check.rest.rule.Check;
import io.gatemason.generator.diagnostics.ApiCodes;
import io.gatemason.generator.diagnostics.Diagnostic;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.model.HttpMethod;
import io.gatemason.generator.model.ResourcePath.Segment;
import io.gatemason.generator.model.rest.Method;
import io.gatemason.generator.model.rest.RestApi;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A verb occurs once on a resource, a trailing or doubled slash making no difference. */
public final class DuplicateMethods implements Check<RestApi> {

  private record Key(List<Segment> segments, HttpMethod verb) {}

  @Override
  public void check(RestApi api, Diagnostics diagnostics) {
    Map<Key, Method> first = new HashMap<>();
    for (Method method : api.methods()) {
      Method earlier =
          first.putIfAbsent(new Key(method.path().segments(), method.httpMethod()), method);
      if (earlier != null) {
        diagnostics.add(
            new Diagnostic(
                ApiCodes.GM3101,
                ApiCodes.GM3101.severity(),
                "\"%s\" is the same method as \"%s\"".formatted(method.title(), earlier.title()),
                method.range(),
                List.of(new Diagnostic.Related(earlier.range(), "first declared here")),
                "remove one of them"));
      }
    }
  }
}
