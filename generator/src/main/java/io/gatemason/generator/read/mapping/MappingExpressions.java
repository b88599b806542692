package io.gatemason.generator.read.mapping;

import io.gatemason.generator.model.ParameterMapping.AnyParameter;
import io.gatemason.generator.model.ParameterMapping.ContextVariable;
import io.gatemason.generator.model.ParameterMapping.Literal;
import io.gatemason.generator.model.ParameterMapping.PathParameter;
import io.gatemason.generator.model.ParameterMapping.QueryParameter;
import io.gatemason.generator.model.ParameterMapping.RequestBody;
import io.gatemason.generator.model.ParameterMapping.RequestHeader;
import io.gatemason.generator.model.ParameterMapping.ResponseBody;
import io.gatemason.generator.model.ParameterMapping.ResponseHeader;
import io.gatemason.generator.model.ParameterMapping.Source;
import io.gatemason.generator.model.ParameterMapping.StageVariable;
import io.gatemason.generator.model.ParameterMapping.Target;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The language of parameter mappings (docs/behaviour/mapping.md#request,
 * docs/behaviour/mapping.md#response; docs/behaviour/responses.md#gateway-responses). Prefixes are
 * matched exactly; names are letters, digits and {@code . _ $ -}.
 */
public enum MappingExpressions {
  /** From the client's request to the backend's. */
  REQUEST,
  /** From the backend's answer to the client's. */
  RESPONSE,
  /** From the client's request to an answer of the gateway itself. */
  GATEWAY_RESPONSE;

  private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9._$-]+");

  /** The left side of a mapping. */
  public record TargetName(Target target, String name) {}

  /** Reads a right side; empty where it is none of the forms. */
  public Optional<Source> source(String expression) {
    if (expression.length() >= 2 && expression.startsWith("'") && expression.endsWith("'")) {
      return Optional.of(new Literal(expression.substring(1, expression.length() - 1)));
    }
    for (Map.Entry<String, Function<String, Source>> form : forms().entrySet()) {
      String prefix = form.getKey();
      boolean body = prefix.endsWith(".body");
      if (body && expression.equals(prefix)) {
        return Optional.of(form.getValue().apply(""));
      }
      String start = prefix + ".";
      if (expression.startsWith(start)) {
        String rest = expression.substring(start.length());
        return body
            ? jsonPath(rest).map(form.getValue())
            : Optional.of(rest).filter(NAME.asMatchPredicate()).map(form.getValue());
      }
    }
    return Optional.empty();
  }

  /** Reads a left side; empty where it is none of the forms. */
  public Optional<TargetName> target(String key) {
    for (Map.Entry<String, Target> form : targets().entrySet()) {
      if (key.startsWith(form.getKey())) {
        return Optional.of(key.substring(form.getKey().length()))
            .filter(NAME.asMatchPredicate())
            .map(name -> new TargetName(form.getValue(), name));
      }
    }
    return Optional.empty();
  }

  /** Whether a left side is one that the managed service takes, and nothing comes of. */
  public boolean isIdle(String key) {
    return this == GATEWAY_RESPONSE
        && (key.startsWith("gatewayresponse.path.")
            || key.startsWith("gatewayresponse.querystring."));
  }

  /** The prefixes that a right side may have, for messages. */
  public List<String> sourceForms() {
    return List.copyOf(forms().keySet());
  }

  /** The prefixes that a left side may have, for messages. */
  public List<String> targetForms() {
    return List.copyOf(targets().keySet());
  }

  private static Optional<String> jsonPath(String rest) {
    String path = rest.startsWith("$.") ? rest.substring(2) : rest;
    return path.isEmpty() ? Optional.empty() : Optional.of(path);
  }

  private Map<String, Target> targets() {
    Map<String, Target> forms = new LinkedHashMap<>();
    switch (this) {
      case REQUEST -> {
        forms.put("integration.request.header.", Target.REQUEST_HEADER);
        forms.put("integration.request.querystring.", Target.REQUEST_QUERYSTRING);
        forms.put("integration.request.path.", Target.REQUEST_PATH);
      }
      case RESPONSE -> forms.put("method.response.header.", Target.RESPONSE_HEADER);
      case GATEWAY_RESPONSE -> forms.put("gatewayresponse.header.", Target.RESPONSE_HEADER);
    }
    return forms;
  }

  private Map<String, Function<String, Source>> forms() {
    Map<String, Function<String, Source>> forms = new LinkedHashMap<>();
    if (this == RESPONSE) {
      forms.put("integration.response.header", name -> new ResponseHeader(name, false));
      forms.put("integration.response.multivalueheader", name -> new ResponseHeader(name, true));
      forms.put("integration.response.body", ResponseBody::new);
    } else {
      forms.put("method.request.path", PathParameter::new);
      forms.put("method.request.querystring", name -> new QueryParameter(name, false));
      forms.put("method.request.multivaluequerystring", name -> new QueryParameter(name, true));
      forms.put("method.request.header", name -> new RequestHeader(name, false));
      forms.put("method.request.multivalueheader", name -> new RequestHeader(name, true));
      forms.put("method.request.body", RequestBody::new);
    }
    if (this == GATEWAY_RESPONSE) {
      forms.put("method.input.params", AnyParameter::new);
    }
    forms.put("context", ContextVariable::new);
    forms.put("stageVariables", StageVariable::new);
    return forms;
  }
}
