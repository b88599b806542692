package io.gatemason.generator.jsonschema;

import io.gatemason.generator.jsonschema.code.Values;
import io.gatemason.generator.jsonschema.keyword.Keyword.Subschemas;
import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The schemas that one schema applies, to the same value or to what is inside it. */
final class Neighbours {
  private static final Set<String> IN_PLACE =
      Set.of("allOf", "anyOf", "oneOf", "not", "if", "then", "else", "dependentSchemas");
  private static final Set<String> NOT_APPLIED = Set.of("definitions", "$defs");

  private final SchemaGraph graph;

  Neighbours(SchemaGraph graph) {
    this.graph = graph;
  }

  /** All of them, and those that are only there to be referred to. */
  List<SchemaLocation> all(SchemaLocation from, Node model) {
    List<SchemaLocation> found = new ArrayList<>(inPlace(from, model));
    addByKeyword(from, name -> !IN_PLACE.contains(name), found);
    return found;
  }

  /** Those applied to the same value. */
  List<SchemaLocation> inPlace(SchemaLocation from, Node model) {
    List<SchemaLocation> found = new ArrayList<>();
    for (String reference : List.of("$ref", "$dynamicRef")) {
      from.node()
          .asObject()
          .flatMap(schema -> schema.get(reference))
          .flatMap(Values::text)
          .flatMap(text -> graph.resolve(from, text, model))
          .ifPresent(found::add);
    }
    addByKeyword(from, IN_PLACE::contains, found);
    return found;
  }

  /** Those applied to members and items. */
  List<SchemaLocation> inside(SchemaLocation from) {
    List<SchemaLocation> found = new ArrayList<>();
    addByKeyword(from, name -> !IN_PLACE.contains(name) && !NOT_APPLIED.contains(name), found);
    return found;
  }

  private void addByKeyword(
      SchemaLocation from, Predicate<String> wanted, List<SchemaLocation> found) {
    Map<String, ObjectNode.Member> members =
        from.node().asObject().map(ObjectNode::members).orElse(Map.of());
    for (ObjectNode.Member member : members.values()) {
      if (wanted.test(member.name())) {
        Optional.ofNullable(graph.keywords().get(member.name()))
            .ifPresent(k -> addSchemas(member.value(), from, k.name(), k.subschemas(), found));
      }
    }
  }

  private void addSchemas(
      Node value,
      SchemaLocation from,
      String keyword,
      Subschemas kind,
      List<SchemaLocation> found) {
    switch (kind) {
      case SCHEMA -> found.add(graph.at(value, from, List.of(keyword)));
      case ARRAY, SCHEMA_OR_ARRAY, OBJECT -> {
        value.asArray().ifPresent(array -> addAll(array.items(), from, keyword, found));
        value
            .asObject()
            .filter(object -> keyword.equals("items"))
            .ifPresent(schema -> found.add(graph.at(schema, from, List.of(keyword))));
        value
            .asObject()
            .filter(object -> !keyword.equals("items"))
            .ifPresent(
                object ->
                    object
                        .members()
                        .forEach(
                            (name, member) ->
                                found.add(graph.at(member.value(), from, List.of(keyword, name)))));
      }
      case NONE -> {}
    }
  }

  private void addAll(
      List<Node> schemas, SchemaLocation from, String keyword, List<SchemaLocation> found) {
    for (int i = 0; i < schemas.size(); i++) {
      found.add(graph.at(schemas.get(i), from, List.of(keyword, Integer.toString(i))));
    }
  }
}
