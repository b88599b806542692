package io.gatemason.runtime.template;

import io.gatemason.runtime.exchange.ContextVariable;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A request without a server. */
final class FakeSource implements TemplateSource {
  String body = "";
  final Map<String, String> path = new LinkedHashMap<>();
  final Map<String, String> query = new LinkedHashMap<>();
  final Map<String, String> header = new LinkedHashMap<>();
  final Map<String, String> stageVariables = new LinkedHashMap<>();

  /** Those that templates can read. */
  static final Set<ContextVariable> VARIABLES =
      EnumSet.range(ContextVariable.RESOURCE_ID, ContextVariable.IDENTITY_VPCE_ID);

  final Map<ContextVariable, String> context = new LinkedHashMap<>();
  @Nullable Map<String, Object> authorizer;

  static FakeSource withBody(String body) {
    FakeSource source = new FakeSource();
    source.body = body;
    return source;
  }

  TemplateInput input() {
    return TemplateInput.of(this, new Overrides());
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
    return inPath != null ? inPath : inQuery != null ? inQuery : header.get(name);
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
    return header;
  }

  @Override
  public Map<String, String> stageVariables() {
    return stageVariables;
  }

  @Override
  public @Nullable String context(ContextVariable variable) {
    return context.get(variable);
  }

  @Override
  public @Nullable Map<String, Object> authorizer() {
    return authorizer;
  }
}
