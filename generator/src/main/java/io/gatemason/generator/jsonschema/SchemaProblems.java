package io.gatemason.generator.jsonschema;

import io.gatemason.generator.diagnostics.DiagnosticCode;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.jsonschema.code.Values;
import io.gatemason.generator.jsonschema.keyword.Keyword.Subschemas;
import io.gatemason.generator.jsonschema.keyword.Keywords;
import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds what is wrong with schemas beyond single keywords. */
final class SchemaProblems {
  /** What the managed service drops when it imports a document. */
  static final Set<String> DROPPED_ON_IMPORT =
      Set.of(
          "default",
          "deprecated",
          "discriminator",
          "example",
          "exclusiveMinimum",
          "maxItems",
          "minItems",
          "nullable",
          "readOnly");

  private static final Set<String> DROPPED_CONDITIONS =
      Set.of("exclusiveMinimum", "maxItems", "minItems", "nullable");
  private static final Set<String> IN_PLACE =
      Set.of("allOf", "anyOf", "oneOf", "not", "if", "then", "else", "dependentSchemas");
  private static final Map<String, String> LIMITS =
      Map.of(
          "minLength", "maxLength",
          "minItems", "maxItems",
          "minProperties", "maxProperties",
          "minimum", "maximum",
          "minContains", "maxContains");
  private static final Set<String> FORMATS =
      Set.of(
          "base64",
          "date-time",
          "email",
          "hostname",
          "ipv4",
          "ipv6",
          "json-pointer",
          "mac",
          "md5",
          "regex",
          "sha1",
          "sha256",
          "sha512",
          "uri",
          "uuid");

  private final SchemaSet set;
  private final SchemaGraph graph;
  private final Diagnostics diagnostics;

  SchemaProblems(SchemaSet set, SchemaGraph graph, Diagnostics diagnostics) {
    this.set = set;
    this.graph = graph;
    this.diagnostics = diagnostics;
  }

  void report(DiagnosticCode code, Node place, String message, String hint) {
    diagnostics.report(code, place.range(), message, hint);
  }

  /** Checks one schema by itself. */
  void check(ObjectNode schema) {
    schema.members().values().forEach(member -> checkMember(member));
    LIMITS.forEach((low, high) -> checkLimits(schema, low, high));
    checkRequired(schema);
    if (set.assertsFormats()) {
      schema
          .get("format")
          .filter(format -> !FORMATS.contains(Values.text(format).orElse("")))
          .ifPresent(this::reportFormat);
    }
  }

  private void checkMember(ObjectNode.Member member) {
    String name = member.name();
    if (set.imported() && DROPPED_CONDITIONS.contains(name)) {
      report(
          DiagnosticCode.GM5005,
          member.key(),
          "\"" + name + "\" is dropped on import and has no effect",
          "remove it, or check it behind the gateway");
    } else if (!graph.keywords().containsKey(name)
        && !Keywords.ANNOTATIONS.contains(name)
        && !name.startsWith("x-")) {
      report(
          DiagnosticCode.GM5004,
          member.key(),
          "\"" + name + "\" is no keyword of this schema's language and has no effect",
          "correct its spelling, or remove it");
    }
  }

  private void reportFormat(Node format) {
    report(
        DiagnosticCode.GM5010,
        format,
        "format \"" + Values.text(format).orElse("") + "\" is not checked",
        "add a pattern if texts of another form must be refused");
  }

  private void checkLimits(ObjectNode schema, String low, String high) {
    Optional<BigDecimal> min = schema.get(low).flatMap(Values::decimal);
    Optional<BigDecimal> max = schema.get(high).flatMap(Values::decimal);
    if (min.isPresent() && max.isPresent() && min.get().compareTo(max.get()) > 0) {
      report(
          DiagnosticCode.GM5007,
          schema.get(low).get(),
          "\"" + low + "\" " + min.get() + " is greater than \"" + high + "\" " + max.get(),
          "exchange or correct the limits");
    }
  }

  private void checkRequired(ObjectNode schema) {
    boolean closed =
        schema.get("additionalProperties").filter(Values::isFalse).isPresent()
            && !schema.has("patternProperties");
    Optional<ObjectNode> properties = schema.get("properties").flatMap(Node::asObject);
    List<Node> required =
        schema.get("required").flatMap(Node::asArray).map(a -> a.items()).orElse(List.of());
    for (Node name : required) {
      String text = Values.text(name).orElse("");
      if (closed && properties.filter(p -> p.has(text)).isEmpty()) {
        report(
            DiagnosticCode.GM5007,
            name,
            "\"" + text + "\" is required, but \"additionalProperties\" does not allow it",
            "add it to \"properties\"");
      }
    }
  }

  /** Looks for schemas that lead back to themselves without going into the value. */
  void findEndlessReferences(SchemaLocation start, Node model) {
    Set<SchemaLocation> seen = new HashSet<>();
    Deque<SchemaLocation> open = new ArrayDeque<>(List.of(start));
    while (!open.isEmpty()) {
      SchemaLocation location = open.pop();
      if (seen.add(location)) {
        if (leadsBack(location, model)) {
          report(
              DiagnosticCode.GM5008,
              location.node(),
              "this schema refers to itself without going into a member or item",
              "remove one of the references");
        }
        open.addAll(neighbours(location, model, true));
      }
    }
  }

  private boolean leadsBack(SchemaLocation start, Node model) {
    Set<SchemaLocation> seen = new HashSet<>();
    Deque<SchemaLocation> open = new ArrayDeque<>(neighbours(start, model, false));
    while (!open.isEmpty()) {
      SchemaLocation location = open.pop();
      if (location.equals(start)) {
        return true;
      }
      if (seen.add(location)) {
        open.addAll(neighbours(location, model, false));
      }
    }
    return false;
  }

  /** Schemas applied to the same value; with {@code below} also those of members and items. */
  private List<SchemaLocation> neighbours(SchemaLocation from, Node model, boolean below) {
    List<SchemaLocation> found = new ArrayList<>();
    Map<String, ObjectNode.Member> members =
        from.node().asObject().map(ObjectNode::members).orElse(Map.of());
    for (ObjectNode.Member member : members.values()) {
      String name = member.name();
      if (name.equals("$ref") || name.equals("$dynamicRef")) {
        Values.text(member.value())
            .flatMap(reference -> graph.resolve(from, reference, model))
            .ifPresent(found::add);
      } else if (below || IN_PLACE.contains(name)) {
        Optional.ofNullable(graph.keywords().get(name))
            .ifPresent(k -> addSchemas(member.value(), from, name, k.subschemas(), found));
      }
    }
    return found;
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
