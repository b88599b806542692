package io.gatemason.runtime.template;

import io.gatemason.runtime.exchange.ContextVariable;
import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.payload.JsonWeight;
import io.gatemason.runtime.payload.MemoryBudget;
import java.io.IOException;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What compiled templates read: {@code $input}, {@code $context} and {@code $stageVariables}. One
 * instance per rendering; not thread-safe.
 */
public final class TemplateInput {
  /** Each multiplies what is found by the nesting of the payload. */
  private static final int MOST_SCANS = 2;

  /** What an enumeration of the context has, and what of it only if it has a value (recorded). */
  private static final Set<ContextVariable> LISTED =
      EnumSet.range(ContextVariable.RESOURCE_ID, ContextVariable.IDENTITY_VPCE_ID);

  private static final Set<ContextVariable> LISTED_WITH_VALUE =
      EnumSet.range(ContextVariable.AWS_ENDPOINT_REQUEST_ID, ContextVariable.WEBACL_ARN);

  static {
    LISTED_WITH_VALUE.addAll(
        EnumSet.range(ContextVariable.IDENTITY_API_KEY, ContextVariable.IDENTITY_VPCE_ID));
  }

  private final TemplateSource source;
  private final Overrides overrides;
  private @Nullable String body;
  private @Nullable Object root;
  private boolean parsed;

  private TemplateInput(TemplateSource source, Overrides overrides) {
    this.source = source;
    this.overrides = overrides;
  }

  /** The input that a source gives. */
  public static TemplateInput of(TemplateSource source, Overrides overrides) {
    return new TemplateInput(source, overrides);
  }

  /**
   * The input of a request template.
   *
   * @param payload gives the client's payload as text when a template asks for it
   */
  public static TemplateInput request(
      Exchange exchange, Supplier<String> payload, Overrides overrides) {
    exchange.context().overrides("requestOverride", overrides.request());
    return of(ExchangeSource.request(exchange, payload), overrides);
  }

  /** As {@link #request(Exchange, Supplier, Overrides)} for a template without overrides. */
  public static TemplateInput request(Exchange exchange, Supplier<String> payload) {
    return of(ExchangeSource.request(exchange, payload), new Overrides());
  }

  /** As {@link #response(Exchange, Supplier, Overrides)} for a template without overrides. */
  public static TemplateInput response(Exchange exchange, Supplier<String> payload) {
    return of(ExchangeSource.response(exchange, payload), new Overrides());
  }

  /**
   * The input of a response template.
   *
   * @param payload gives the integration's payload as text when a template asks for it
   */
  public static TemplateInput response(
      Exchange exchange, Supplier<String> payload, Overrides overrides) {
    exchange.context().overrides("responseOverride", overrides.response());
    return of(ExchangeSource.response(exchange, payload), overrides);
  }

  /** The raw payload; no payload gives {@code {}} (documented). */
  public String body() {
    String text = body;
    if (text == null) {
      text = source.body();
      text = text.isEmpty() ? "{}" : text;
      body = text;
    }
    return text;
  }

  /**
   * The payload as values. What does not start like an object, list or string of JSON and is no
   * JSON scalar either is one text (recorded); null if it is JSON's null.
   */
  public @Nullable Object root() {
    if (!parsed) {
      root = parse(body());
      parsed = true;
    }
    return root;
  }

  private @Nullable Object parse(String text) {
    String trimmed = text.strip();
    boolean structured = !trimmed.isEmpty() && "{[\"'".indexOf(trimmed.charAt(0)) >= 0;
    MemoryBudget.hold(JsonWeight.of(trimmed));
    try {
      return JsonTree.read(trimmed);
    } catch (IOException e) {
      if (structured) {
        throw source.malformedBody("Invalid JSON in body");
      }
      return text;
    }
  }

  /** The JSON text of what a path selected; nothing gives the JSON text of an empty string. */
  public String json(@Nullable Object selected) {
    return selected == null ? "\"\"" : JsonText.of(selected);
  }

  /**
   * What a path that is known at run time only selects in the payload.
   *
   * @throws TemplateException if the path cannot be read, or could take very long: with a regular
   *     expression or more than two deep scans
   */
  public @Nullable Object path(String path) {
    if (path.contains("=~") || path.split("\\.\\.", -1).length > MOST_SCANS + 1) {
      throw new TemplateException("JSON path could take very long");
    }
    return JsonQuery.of(path).read(root());
  }

  /** The path parameter, else query parameter, else header of that name. */
  public @Nullable Object param(String name) {
    return source.parameter(name);
  }

  /** All parameters by location. */
  public Map<String, Object> params() {
    Map<String, Object> params = new LinkedHashMap<>();
    params.put("path", new LinkedHashMap<>(source.pathParameters()));
    params.put("querystring", new LinkedHashMap<>(source.queryParameters()));
    params.put("header", new LinkedHashMap<>(source.headers()));
    return params;
  }

  /** A stage variable; null if there is none. */
  public @Nullable Object stageVariable(String name) {
    return source.stageVariables().get(name);
  }

  /** All stage variables. */
  public Map<String, String> stageVariables() {
    return new LinkedHashMap<>(source.stageVariables());
  }

  /** A context variable; null if it has no value. */
  public @Nullable Object context(ContextVariable variable) {
    return source.context(variable);
  }

  /** What the authorizer said; null if none ran. */
  public @Nullable Object authorizer() {
    Map<String, Object> authorizer = source.authorizer();
    if (authorizer == null) {
      return null;
    }
    Map<String, @Nullable Object> copy = new ContextMap<>();
    authorizer.forEach((k, v) -> copy.put(k, v instanceof Map<?, ?> m ? contextMap(m) : v));
    return copy;
  }

  private static ContextMap<String> contextMap(Map<?, ?> map) {
    ContextMap<String> copy = new ContextMap<>();
    map.forEach((k, v) -> copy.put(String.valueOf(k), v));
    return copy;
  }

  /** The maps that {@code $context.requestOverride} names; changing them overrides. */
  public Map<String, Object> requestOverride() {
    return overrides.request();
  }

  /** The maps that {@code $context.responseOverride} names; changing them overrides. */
  public Map<String, Object> responseOverride() {
    return overrides.response();
  }

  /** The whole of {@code $context} as maps. */
  public Map<String, @Nullable Object> context() {
    Map<String, @Nullable Object> context = new LinkedHashMap<>();
    for (ContextVariable variable : LISTED) {
      String value = source.context(variable);
      if (value != null || !LISTED_WITH_VALUE.contains(variable)) {
        put(context, variable.path(), value);
      }
    }
    context.put("requestOverride", overrides.request());
    context.put("responseOverride", overrides.response());
    Object authorizer = authorizer();
    if (authorizer != null) {
      context.put("authorizer", authorizer);
    }
    return context;
  }

  private static void put(
      Map<String, @Nullable Object> context, List<String> path, @Nullable String value) {
    Map<@Nullable Object, @Nullable Object> map = Values.asMap(context);
    for (String name : path.subList(0, path.size() - 1)) {
      Object inner = map.computeIfAbsent(name, n -> new ContextMap<String>());
      map = Values.asMap((Map<?, ?>) inner);
    }
    map.put(path.getLast(), value);
  }
}
