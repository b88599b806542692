package io.gatemason.generator.read.assemble.rest;

import io.gatemason.generator.diagnostics.DidYouMean;
import io.gatemason.generator.diagnostics.DocumentCodes;
import io.gatemason.generator.diagnostics.ResourceCodes;
import io.gatemason.generator.read.assemble.DocumentForm;
import io.gatemason.generator.read.assemble.ObjectDraft;
import io.gatemason.generator.read.cloudformation.JsonText;
import io.gatemason.generator.read.resource.TemplateResource;
import io.gatemason.generator.source.ArrayNode;
import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.ObjectNode;
import io.gatemason.generator.source.ObjectNode.Member;
import io.gatemason.generator.source.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The payload models of an API. Two are there without being declared: {@code Empty}, any object,
 * and {@code Error}, an object with a message.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/apigateway/latest/developerguide/models-mappings-models.html">Data
 *     models for REST APIs</a>
 */
final class ModelNames {
  private final DocumentForm form;
  private final ObjectDraft root;
  private final Set<String> names = new TreeSet<>();

  ModelNames(DocumentForm form, ObjectDraft root, Set<String> ofDocument) {
    this.form = form;
    this.root = root;
    this.names.addAll(ofDocument);
  }

  /** Adds a model of the template; references in it mean its own parts. */
  void add(TemplateResource model) {
    String name = name(model);
    Optional<Node> schema =
        model.fields().written("Schema").flatMap(model::chosen).map(JsonText::parsed);
    ObjectDraft schemas = form.schemas(root);
    if (schemas.has(name)) {
      model.report(
          ResourceCodes.GM2219,
          model.range(),
          "the model \""
              + name
              + "\" is declared twice: Model name already exists for this REST API",
          "remove or rename one of them");
    } else if (schema.flatMap(Node::asObject).isEmpty()) {
      model.report(
          DocumentCodes.GM2103,
          schema.map(Node::range).orElseGet(model::range),
          "\"Schema\" of AWS::ApiGateway::Model has to be an object",
          "write the schema as an object, or as JSON text");
    } else if (schema.get().asObject().get().members().isEmpty()) {
      // What says nothing takes everything; a document could not say so.
      schemas.child(model.range(), name).text("title", name);
    } else {
      schemas.put(model.range(), name, own(schema.get(), form.schemaPointer(name)));
    }
    names.add(name);
  }

  /** By which methods, and other models, refer to it. */
  static String name(TemplateResource model) {
    return model.fields().text("Name").map(ScalarNode::text).orElseGet(model::logicalId);
  }

  /** Whether there is a model of a name; reported where there is none. */
  boolean isKnown(TemplateResource method, ScalarNode name) {
    if (!names.contains(name.text()) && Set.of("Empty", "Error").contains(name.text())) {
      ObjectDraft schema = form.schemas(root).child(name.text()).text("type", "object");
      if (name.text().equals("Error")) {
        schema.child("properties").child("message").text("type", "string");
      }
      names.add(name.text());
    }
    if (!names.contains(name.text())) {
      method.report(
          ResourceCodes.GM2221,
          name.range(),
          "Invalid model identifier specified: \"" + name.text() + "\"",
          DidYouMean.closest(name.text(), names)
              .map(near -> "did you mean \"" + near + "\"?")
              .orElse("declare an AWS::ApiGateway::Model of this name"));
    }
    return names.contains(name.text());
  }

  /** A schema is a document of its own in a template, and a part of one here. */
  private static Node own(Node node, String pointer) {
    if (node.asArray().isPresent()) {
      ArrayNode array = node.asArray().get();
      List<Node> items = array.items().stream().map(item -> own(item, pointer)).toList();
      return new ArrayNode(array.range(), array.tag(), items);
    }
    if (node.asObject().isEmpty()) {
      return node;
    }
    ObjectNode object = node.asObject().get();
    List<Member> members = new ArrayList<>();
    for (Member member : object.members().values()) {
      Optional<ScalarNode> reference =
          Optional.of(member.value())
              .filter(value -> member.name().equals("$ref") && value.tag().isEmpty())
              .flatMap(Node::asScalar)
              .filter(text -> text.text().startsWith("#"));
      members.add(
          new Member(
              member.key(),
              reference
                  .<Node>map(text -> text.withText(pointer + text.text().substring(1)))
                  .orElseGet(() -> own(member.value(), pointer))));
    }
    return new ObjectNode(object.range(), object.tag(), members);
  }
}
