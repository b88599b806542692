package io.gatemason.generator.jsonschema;

import io.gatemason.generator.jsonschema.code.Values;
import io.gatemason.generator.jsonschema.keyword.Keyword;
import io.gatemason.generator.jsonschema.keyword.Keyword.Subschemas;
import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Knows every schema of a set by its node, its address and its anchors. Not thread-safe. */
final class SchemaGraph {
  private static final String STANDARD_VOCABULARY = "https://json-schema.org/draft/2020-12/vocab/";

  private final SchemaSet set;
  private final Map<String, Keyword> keywords;
  private final Map<Node, SchemaLocation> byNode = new HashMap<>();
  private final Map<String, Resource> resources = new HashMap<>();
  private final Resource document;
  private boolean hasDynamicReferences;
  private boolean hasUnevaluated;

  SchemaGraph(SchemaSet set) {
    this.set = set;
    this.keywords =
        set.dialect() == Dialect.DRAFT_2020_12 ? Keywords.draft202012() : Keywords.draft4();
    this.document = newResource(set.uri(), set.document());
    for (Node model : set.models().values()) {
      index(model, document, PointerSearch.find(set.document(), model));
    }
  }

  /** The document in which the models stand. */
  Resource document() {
    return document;
  }

  Map<String, Keyword> keywords() {
    return keywords;
  }

  /** Whether the compiled code has to note what it evaluates. */
  boolean hasUnevaluated() {
    return hasUnevaluated;
  }

  boolean hasDynamicReferences() {
    return hasDynamicReferences;
  }

  /** A schema below a known one. */
  SchemaLocation at(Node node, SchemaLocation parent, List<String> path) {
    String pointer = parent.pointer();
    for (String name : path) {
      pointer = Addresses.append(pointer, name);
    }
    return at(node, parent.resource(), pointer);
  }

  /** A schema that is known, or becomes so now. */
  SchemaLocation at(Node node, Resource resource, String pointer) {
    SchemaLocation known = byNode.get(node);
    if (known != null) {
      return known;
    }
    index(node, resource, pointer);
    return byNode.getOrDefault(node, new SchemaLocation(node, resource, pointer));
  }

  private Resource newResource(String uri, Node root) {
    Optional<ObjectNode> metaschema =
        root.asObject()
            .flatMap(object -> object.get("$schema"))
            .flatMap(Values::text)
            .filter(name -> !name.startsWith("https://json-schema.org/draft/2020-12/schema"))
            .flatMap(set.documents())
            .flatMap(Node::asObject)
            .flatMap(object -> object.get("$vocabulary"))
            .flatMap(Node::asObject);
    boolean validates =
        metaschema.map(names -> names.has(STANDARD_VOCABULARY + "validation")).orElse(true);
    boolean formats =
        metaschema
            .map(names -> names.has(STANDARD_VOCABULARY + "format-assertion"))
            .orElse(set.assertsFormats());
    Resource resource = new Resource(uri, root, validates, formats);
    resources.put(uri, resource);
    return resource;
  }

  private void index(Node node, Resource parent, String pointer) {
    if (byNode.containsKey(node)) {
      return;
    }
    Optional<ObjectNode> object = node.asObject();
    Resource resource = object.map(schema -> resource(schema, parent)).orElse(parent);
    byNode.put(node, new SchemaLocation(node, resource, pointer));
    object.ifPresent(schema -> indexMembers(schema, resource, pointer));
  }

  /** The resource a schema belongs to: a new one where it has an address of its own. */
  private Resource resource(ObjectNode schema, Resource parent) {
    boolean draft4 = set.dialect() != Dialect.DRAFT_2020_12;
    Optional<String> id = schema.get(draft4 ? "id" : "$id").flatMap(Values::text);
    if (id.isEmpty() || (draft4 && schema.has("$ref"))) {
      return parent;
    }
    String address = Addresses.document(id.get());
    Resource resource =
        address.isEmpty() ? parent : newResource(Addresses.resolve(parent.uri(), address), schema);
    String fragment = Addresses.fragment(id.get());
    if (!fragment.isEmpty()) {
      resource.anchors().put(fragment, schema);
    }
    return resource;
  }

  private void indexMembers(ObjectNode schema, Resource resource, String pointer) {
    if (set.dialect() == Dialect.DRAFT_2020_12) {
      schema
          .get("$anchor")
          .flatMap(Values::text)
          .ifPresent(anchor -> resource.anchors().put(anchor, schema));
      schema
          .get("$dynamicAnchor")
          .flatMap(Values::text)
          .ifPresent(
              anchor -> {
                resource.anchors().put(anchor, schema);
                resource.dynamicAnchors().put(anchor, schema);
              });
      hasDynamicReferences |= schema.has("$dynamicRef");
      hasUnevaluated |= schema.has("unevaluatedProperties") || schema.has("unevaluatedItems");
    }
    for (ObjectNode.Member member : schema.members().values()) {
      Keyword keyword = keywords.get(member.name());
      if (keyword != null && keyword.subschemas() != Subschemas.NONE) {
        indexBelow(
            keyword.subschemas(),
            member.value(),
            resource,
            Addresses.append(pointer, member.name()));
      }
    }
  }

  private void indexBelow(Subschemas kind, Node value, Resource resource, String pointer) {
    boolean many = value.asArray().isPresent() && kind != Subschemas.SCHEMA;
    if (many) {
      List<Node> items = value.asArray().get().items();
      for (int i = 0; i < items.size(); i++) {
        index(items.get(i), resource, Addresses.append(pointer, Integer.toString(i)));
      }
    } else if (kind == Subschemas.OBJECT && value.asObject().isPresent()) {
      for (ObjectNode.Member member : value.asObject().get().members().values()) {
        if (member.value().asArray().isEmpty()) {
          index(member.value(), resource, Addresses.append(pointer, member.name()));
        }
      }
    } else if (kind == Subschemas.SCHEMA || kind == Subschemas.SCHEMA_OR_ARRAY) {
      index(value, resource, pointer);
    }
  }

  /**
   * The schema a reference names.
   *
   * @param model the schema of the model being compiled, in which local references are looked for
   *     when the document does not have them
   */
  Optional<SchemaLocation> resolve(SchemaLocation from, String reference, Node model) {
    String address = Addresses.document(reference);
    String fragment = Addresses.fragment(reference);
    if (address.matches("https://apigateway\\.amazonaws\\.com/restapis/[^/]*/models/[^/]*")) {
      String name = address.substring(address.lastIndexOf('/') + 1);
      return Optional.ofNullable(set.models().get(name)).map(byNode::get);
    }
    Optional<Resource> resource =
        address.isEmpty()
            ? Optional.of(from.resource())
            : resource(Addresses.resolve(from.resource().uri(), address));
    Optional<SchemaLocation> found = resource.flatMap(r -> resolve(r, fragment));
    return found.isPresent() || !address.isEmpty() || !fragment.startsWith("/")
        ? found
        : walk(model, from.resource(), fragment);
  }

  private Optional<Resource> resource(String uri) {
    Resource known = resources.get(uri);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<Node> loaded = set.documents().apply(uri);
    loaded.ifPresent(root -> index(root, newResource(uri, root), ""));
    return loaded.map(root -> resources.get(uri));
  }

  private Optional<SchemaLocation> resolve(Resource resource, String fragment) {
    if (fragment.isEmpty()) {
      return Optional.of(at(resource.root(), resource, ""));
    }
    if (fragment.startsWith("/")) {
      return walk(resource.root(), resource, fragment);
    }
    return Optional.ofNullable(resource.anchors().get(fragment))
        .map(node -> at(node, resource, "/" + fragment));
  }

  private Optional<SchemaLocation> walk(Node root, Resource start, String pointer) {
    Node node = root;
    Resource resource = start;
    for (String name : Addresses.pointer(pointer)) {
      Optional<Node> next = PointerSearch.step(node, name);
      if (next.isEmpty()) {
        return Optional.empty();
      }
      node = next.get();
      SchemaLocation known = byNode.get(node);
      resource = known == null ? resource : known.resource();
    }
    return Optional.of(at(node, resource, pointer));
  }
}
