package io.gatemason.generator.check.rest.integration;

import io.gatemason.generator.check.rest.rule.MethodCheck;
import io.gatemason.generator.diagnostics.ApiCodes;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.model.HttpProxyIntegration;
import io.gatemason.generator.model.MappingText;
import io.gatemason.generator.model.ParameterMapping;
import io.gatemason.generator.model.ParameterMapping.QueryParameter;
import io.gatemason.generator.model.ParameterMapping.Target;
import io.gatemason.generator.model.rest.Method;
import java.util.Arrays;

/**
 * An http_proxy integration sends the client's query parameters anyway, so that a mapping to a name
 * that is there already adds a value (docs/behaviour/integrations.md#proxy-query).
 */
public final class AddedQueryValues implements MethodCheck {

  @Override
  public void check(Method method, Diagnostics diagnostics) {
    if (method.integration() instanceof HttpProxyIntegration proxy) {
      for (ParameterMapping mapping : proxy.request().parameters()) {
        if (mapping.target() == Target.REQUEST_QUERYSTRING && isThere(proxy, mapping)) {
          diagnostics.report(
              ApiCodes.GM3603,
              mapping.range(),
              "the backend gets \"%s\" more than once: a mapping adds to the query, it replaces nothing"
                  .formatted(mapping.name()),
              "remove the mapping; http_proxy passes the client's query parameters by itself");
        }
      }
    }
  }

  private static boolean isThere(HttpProxyIntegration proxy, ParameterMapping mapping) {
    boolean client =
        mapping.source() instanceof QueryParameter query && query.name().equals(mapping.name());
    return client || written(proxy.endpoint().uri(), mapping.name());
  }

  private static boolean written(MappingText uri, String name) {
    String text = UriText.of(uri);
    int query = text.indexOf('?');
    return query >= 0
        && Arrays.stream(text.substring(query + 1).split("&", -1))
            .anyMatch(pair -> pair.equals(name) || pair.startsWith(name + "="));
  }
}
