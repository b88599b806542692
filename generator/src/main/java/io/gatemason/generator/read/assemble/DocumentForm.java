package io.gatemason.generator.read.assemble;

import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.ObjectNode;
import io.gatemason.generator.source.Range;
import io.gatemason.generator.source.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What the versions of OpenAPI write in different ways. */
public enum DocumentForm {
  /** Swagger 2.0, which SAM writes unless it is told otherwise. */
  SWAGGER_2_0,
  /** OpenAPI 3.0. */
  OPENAPI_3_0;

  private static final Pattern VARIABLE = Pattern.compile("\\{([^{}+]+)\\}");

  /** That of a document. */
  public static DocumentForm of(ObjectNode root) {
    return root.has("swagger") ? SWAGGER_2_0 : OPENAPI_3_0;
  }

  private boolean isSwagger() {
    return this == SWAGGER_2_0;
  }

  /** A document without methods. */
  public ObjectNode empty(Range range, Node title) {
    ObjectDraft root = new ObjectDraft(range);
    root.text(isSwagger() ? "swagger" : "openapi", isSwagger() ? "2.0" : "3.0.1");
    root.child("info").put("title", title).text("version", "1.0");
    root.child("paths");
    return root.build();
  }

  /** The schemas of a document. */
  public ObjectDraft schemas(ObjectDraft root) {
    return isSwagger() ? root.child("definitions") : root.child("components").child("schemas");
  }

  /** The names of the schemas of a document. */
  public Set<String> schemaNames(ObjectNode root) {
    return names(root, "definitions", "schemas");
  }

  /** The names of the security schemes of a document. */
  public Set<String> schemeNames(ObjectNode root) {
    return names(root, "securityDefinitions", "securitySchemes");
  }

  private Set<String> names(ObjectNode root, String swagger, String component) {
    Optional<Node> section =
        isSwagger()
            ? root.get(swagger)
            : root.get("components").flatMap(Node::asObject).flatMap(c -> c.get(component));
    return section
        .flatMap(Node::asObject)
        .map(object -> object.members().keySet())
        .orElse(Set.of());
  }

  /** The pointer to a schema of a document. */
  public String schemaPointer(String name) {
    return (isSwagger() ? "#/definitions/" : "#/components/schemas/") + name;
  }

  /** The security schemes of a document. */
  public ObjectDraft securitySchemes(ObjectDraft root) {
    return isSwagger()
        ? root.child("securityDefinitions")
        : root.child("components").child("securitySchemes");
  }

  /** The scheme of API keys that clients send in a header. */
  public void apiKeyScheme(ObjectDraft root, Range range) {
    securitySchemes(root)
        .child(range, "api_key")
        .text("type", "apiKey")
        .text("name", "x-api-key")
        .text("in", "header");
  }

  /** A parameter of a request that is text. */
  public ObjectNode parameter(Range range, String in, String name, boolean required) {
    ObjectDraft parameter = new ObjectDraft(range).text("name", name).text("in", in);
    parameter.put("required", ObjectDraft.bool(range, required));
    (isSwagger() ? parameter : parameter.child("schema")).text("type", "string");
    return parameter.build();
  }

  /** The variables of a path as parameters. */
  public List<ObjectNode> variables(String path, Range range) {
    return VARIABLE
        .matcher(path)
        .results()
        .map(found -> parameter(range, "path", found.group(1), true))
        .toList();
  }

  /** Declares a header of an answer. */
  public void header(ObjectDraft response, Range range, String name) {
    ObjectDraft header = response.child("headers").child(range, name);
    (isSwagger() ? header : header.child("schema")).text("type", "string");
  }

  /** Whether each media type of a body may have a model of its own. */
  public boolean hasModelsByType() {
    return !isSwagger();
  }

  /**
   * Declares the body of a request.
   *
   * @param parameters those of the operation, to which the body is added in Swagger 2.0
   * @param models names of models by media type
   */
  public void body(
      ObjectDraft operation,
      List<Node> parameters,
      Map<ScalarNode, ScalarNode> models,
      boolean required) {
    if (isSwagger()) {
      ScalarNode model = models.values().iterator().next();
      operation.list("consumes", new ArrayList<>(models.keySet()));
      ObjectDraft body = new ObjectDraft(model.range()).text("name", "body").text("in", "body");
      body.put("required", ObjectDraft.bool(model.range(), required));
      parameters.add(body.put("schema", reference(model)).build());
      return;
    }
    ObjectDraft body = operation.child("requestBody");
    models.forEach(
        (type, model) ->
            body.child("content").child(type.range(), type.text()).put("schema", reference(model)));
    body.put("required", ObjectDraft.bool(body.range(), required));
  }

  private ObjectNode reference(ScalarNode model) {
    return new ObjectDraft(model.range()).text("$ref", schemaPointer(model.text())).build();
  }
}
