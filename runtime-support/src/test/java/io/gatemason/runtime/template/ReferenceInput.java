package io.gatemason.runtime.template;

import java.util.Map;

/** {@code $input} for the reference engine, on the same data as the compiled template. */
public final class ReferenceInput {
  private final TemplateInput input;

  ReferenceInput(TemplateInput input) {
    this.input = input;
  }

  public String getBody() {
    return input.body();
  }

  public Object path(String path) {
    return input.path(path);
  }

  public String json(String path) {
    return input.json(input.path(path));
  }

  public Map<String, Object> params() {
    return input.params();
  }

  public Object params(String name) {
    return input.param(name);
  }

  /** {@code $util} for the reference engine. */
  public static final class Functions {
    public String escapeJavaScript(Object value) {
      return GatewayFunctions.escapeJavaScript(value);
    }

    public Object parseJson(Object value) {
      return GatewayFunctions.parseJson(value);
    }

    public String urlEncode(Object value) {
      return GatewayFunctions.urlEncode(value);
    }

    public String urlDecode(Object value) {
      return GatewayFunctions.urlDecode(value);
    }

    public String base64Encode(Object value) {
      return GatewayFunctions.base64Encode(value);
    }

    public String base64Decode(Object value) {
      return GatewayFunctions.base64Decode(value);
    }
  }

  /** All variables that a template can use, on the given data. */
  static Map<String, Object> variables(TemplateInput input) {
    return Map.of(
        "input",
        new ReferenceInput(input),
        "util",
        new Functions(),
        "context",
        input.context(),
        "stageVariables",
        input.stageVariables());
  }
}
