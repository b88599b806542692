package io.gatemason.generator.read.rest;

import io.gatemason.generator.diagnostics.DocumentCodes;
import io.gatemason.generator.model.PayloadModel;
import io.gatemason.generator.model.rest.MethodRequest.PayloadModelReference;
import io.gatemason.generator.read.document.Fields;
import io.gatemason.generator.read.document.OpenApiDocument;
import io.gatemason.generator.read.document.References;
import io.gatemason.generator.read.rest.root.ApiDraft;
import io.gatemason.generator.read.rest.root.RootReader;
import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.ObjectNode;
import io.gatemason.generator.source.Range;
import io.gatemason.generator.source.ScalarNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Payload models: every entry of {@code definitions} or {@code components.schemas}, and schemas of
 * request bodies written in place under a made-up name (docs/behaviour/import.md#operations,
 * docs/behaviour/validation.md#import).
 */
public final class SchemasReader implements RootReader {
  private static final String JSON = "application/json";

  @Override
  public void read(OpenApiDocument document, ApiDraft draft) {
    Optional<ObjectNode> schemas = document.section("definitions", "schemas");
    if (schemas.isPresent()) {
      for (ObjectNode.Member member : document.fields(schemas.get(), "the schemas").members()) {
        draft.payloadModels.put(member.name(), model(document, member));
      }
    }
  }

  /** The models of a request body in OpenAPI 3, by content type. */
  static Map<String, PayloadModelReference> ofRequestBody(
      OpenApiDocument document, ApiDraft draft, MethodSite site) {
    Map<String, PayloadModelReference> models = new LinkedHashMap<>();
    Optional<Fields> content =
        site.operation().resolved("requestBody").flatMap(b -> b.object("content"));
    if (content.isPresent()) {
      for (ObjectNode.Member member : content.get().members()) {
        content
            .get()
            .object(member.name())
            .flatMap(type -> type.value("schema"))
            .flatMap(schema -> reference(document, draft, site, schema))
            .ifPresent(model -> models.put(member.name(), model));
      }
    }
    return models;
  }

  /** The models of a body parameter in Swagger 2.0: one for each type of {@code consumes}. */
  static Map<String, PayloadModelReference> ofBodyParameter(
      OpenApiDocument document, ApiDraft draft, MethodSite site, Fields parameter) {
    Map<String, PayloadModelReference> models = new LinkedHashMap<>();
    Fields owner = site.operation().node().has("consumes") ? site.operation() : document.fields();
    List<String> types = owner.texts("consumes").stream().map(ScalarNode::text).toList();
    parameter
        .value("schema")
        .flatMap(schema -> reference(document, draft, site, schema))
        .ifPresent(
            model ->
                (types.isEmpty() ? List.of(JSON) : types).forEach(type -> models.put(type, model)));
    return models;
  }

  private static Optional<PayloadModelReference> reference(
      OpenApiDocument document, ApiDraft draft, MethodSite site, Node schema) {
    Optional<ScalarNode> ref = References.of(schema);
    if (ref.isEmpty()) {
      String name = unusedName(draft, site);
      draft.payloadModels.put(
          name, new PayloadModel(name, schema, document.version().dialect(), true));
      return Optional.of(new PayloadModelReference(name, schema.range()));
    }
    String prefix = document.isSwagger() ? "#/definitions/" : "#/components/schemas/";
    String name =
        ref.get().text().startsWith(prefix) ? ref.get().text().substring(prefix.length()) : "";
    if (draft.payloadModels.containsKey(name)) {
      return Optional.of(new PayloadModelReference(name, ref.get().range()));
    }
    reportMissing(document, draft, ref.get().text(), ref.get().range());
    return Optional.empty();
  }

  private static void reportMissing(
      OpenApiDocument document, ApiDraft draft, String ref, Range range) {
    if (!ref.startsWith("#")) {
      document.report(
          DocumentCodes.GM2110,
          range,
          "Model reference must be in canonical form: \"" + ref + "\" leaves the document",
          "copy the schema into the document and refer to it with \"#/…\"");
      return;
    }
    String name = ref.substring(ref.lastIndexOf('/') + 1);
    document.report(
        DocumentCodes.GM2108,
        range,
        "Reference to model '" + name + "' not found. Ignoring: the body is not validated",
        Fields.hint(
            name, draft.payloadModels.keySet(), "define the schema, or correct the reference"));
  }

  private static PayloadModel model(OpenApiDocument document, ObjectNode.Member member) {
    String name = member.name();
    boolean imported = !document.options().declaredModels().contains(name);
    return new PayloadModel(name, member.value(), document.version().dialect(), imported);
  }

  private static String unusedName(ApiDraft draft, MethodSite site) {
    String base = site.camelName() + "Body";
    String name = base;
    for (int i = 2; draft.payloadModels.containsKey(name); i++) {
      name = base + i;
    }
    return name;
  }
}
