package io.gatemason.generator.read.assemble.rest;

import io.gatemason.generator.read.assemble.ApiParts;
import io.gatemason.generator.read.assemble.DocumentForm;
import io.gatemason.generator.read.assemble.ObjectDraft;
import io.gatemason.generator.read.resource.ResourceFields;
import io.gatemason.generator.read.resource.TemplateResource;
import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.ObjectNode;
import io.gatemason.generator.source.ScalarNode;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The parts of a REST API that are resources of a template, as the document that says the same
 * (docs/behaviour/resources.md#rest). Functions stay as they are written.
 */
public final class RestResources {
  private static final String METHOD = "AWS::ApiGateway::Method";
  private static final String MODEL = "AWS::ApiGateway::Model";
  private static final String VALIDATOR = "AWS::ApiGateway::RequestValidator";
  private static final String RESPONSE = "AWS::ApiGateway::GatewayResponse";
  private static final String AUTHORIZER = "AWS::ApiGateway::Authorizer";

  private final ApiParts parts;
  private final DocumentForm form;
  private final ObjectDraft root;
  private final ModelNames models;

  private RestResources(ApiParts parts, DocumentForm form, Set<String> schemas) {
    this.parts = parts;
    this.form = form;
    this.root = new ObjectDraft(parts.range());
    this.models = new ModelNames(form, root, schemas);
  }

  /** Whether there are any. */
  public static boolean areThere(ApiParts parts) {
    return Stream.of(METHOD, MODEL, VALIDATOR, RESPONSE, AUTHORIZER)
        .anyMatch(type -> !parts.of(type).isEmpty());
  }

  /**
   * The document.
   *
   * @param document the one beside which they stand
   */
  public static ObjectNode of(ApiParts parts, ObjectNode document) {
    DocumentForm form = DocumentForm.of(document);
    RestResources resources = new RestResources(parts, form, form.schemaNames(document));
    resources.components();
    resources.methods();
    return resources.root.build();
  }

  /** The names of the models among them. */
  public static Set<String> models(ApiParts parts) {
    return parts.of(MODEL).stream().map(ModelNames::name).collect(Collectors.toSet());
  }

  /** By which methods ask for a validator. */
  static String validatorName(TemplateResource validator) {
    return validator.fields().text("Name").map(ScalarNode::text).orElseGet(validator::logicalId);
  }

  private void components() {
    parts.of(MODEL).forEach(models::add);
    for (TemplateResource validator : parts.of(VALIDATOR)) {
      ResourceFields fields = validator.fields();
      add(validator, "x-amazon-apigateway-request-validators", validatorName(validator))
          .put("validateRequestBody", fields.written("ValidateRequestBody"))
          .put("validateRequestParameters", fields.written("ValidateRequestParameters"));
    }
    for (TemplateResource response : parts.of(RESPONSE)) {
      ResourceFields fields = response.fields();
      Optional<String> type =
          fields.required("ResponseType").map(text -> text.text().toUpperCase(Locale.ROOT));
      type.ifPresent(
          name ->
              add(response, "x-amazon-apigateway-gateway-responses", name)
                  .put("statusCode", fields.written("StatusCode"))
                  .put("responseParameters", fields.written("ResponseParameters"))
                  .put("responseTemplates", fields.written("ResponseTemplates")));
    }
    for (TemplateResource authorizer : parts.of(AUTHORIZER)) {
      ObjectDraft schemes = form.securitySchemes(root);
      AuthorizerScheme.fill(
          authorizer,
          ApiParts.only(
              authorizer,
              schemes,
              authorizer.range(),
              AuthorizerScheme.name(authorizer),
              "the authorizer"));
    }
  }

  private ObjectDraft add(TemplateResource part, String section, String name) {
    return ApiParts.only(part, root.child(section), part.range(), name, part.type());
  }

  private void methods() {
    ResourcePaths paths = new ResourcePaths(parts);
    paths.check();
    MethodOperation methods = new MethodOperation(parts, form, models);
    for (TemplateResource method : parts.of(METHOD)) {
      Optional<ResourcePaths.Path> path = paths.of(method);
      Optional<ScalarNode> verb = method.fields().required("HttpMethod");
      if (path.isPresent() && verb.isPresent()) {
        ObjectDraft item = root.child("paths").child(path.get().range(), path.get().text());
        ObjectDraft operation =
            ApiParts.only(method, item, method.range(), verb(verb.get()), path.get().text());
        methods.fill(method, path.get(), root, operation);
      }
    }
  }

  private static String verb(Node written) {
    String verb = written.asScalar().map(ScalarNode::text).orElse("").toLowerCase(Locale.ROOT);
    return verb.equals("any") ? "x-amazon-apigateway-any-method" : verb;
  }
}
