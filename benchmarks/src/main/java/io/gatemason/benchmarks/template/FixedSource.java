package io.gatemason.benchmarks.template;

import io.gatemason.runtime.exchange.ContextVariable;
import io.gatemason.runtime.template.TemplateSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request with three path parameters, five query parameters and twelve headers. */
final class FixedSource implements TemplateSource {
  private final String body;
  private final Map<String, String> path = named("part", 3);
  private final Map<String, String> query = named("option", 5);
  private final Map<String, String> headers = named("X-Header-", 12);

  FixedSource(String body) {
    this.body = body;
  }

  private static Map<String, String> named(String prefix, int count) {
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 0; i < count; i++) {
      values.put(prefix + i, "value " + i);
    }
    return values;
  }

  @Override
  public String body() {
    return body;
  }

  @Override
  public RuntimeException malformedBody(String detail) {
    return new IllegalArgumentException(detail);
  }

  @Override
  public @Nullable String parameter(String name) {
    String inPath = path.get(name);
    String inQuery = query.get(name);
    return inPath != null ? inPath : inQuery != null ? inQuery : headers.get(name);
  }

  @Override
  public Map<String, String> pathParameters() {
    return path;
  }

  @Override
  public Map<String, String> queryParameters() {
    return query;
  }

  @Override
  public Map<String, String> headers() {
    return headers;
  }

  @Override
  public Map<String, String> stageVariables() {
    return Map.of("stage", "production");
  }

  @Override
  public @Nullable String context(ContextVariable variable) {
    return null;
  }

  @Override
  public @Nullable Map<String, Object> authorizer() {
    return null;
  }
}
