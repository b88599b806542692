package io.gatemason.generator.jsonschema;

import io.gatemason.generator.diagnostics.DiagnosticCode;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.diagnostics.DidYouMean;
import io.gatemason.generator.diagnostics.PayloadModelCodes;
import io.gatemason.generator.jsonschema.code.Values;
import io.gatemason.generator.source.ArrayNode;
import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.ObjectNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds what is wrong with schemas beyond single keywords. */
final class SchemaProblems {
  private static final int MOST_NAMES = 4000;
  private static final int LONGEST_NAME = 4096;

  /** Conditions that the managed service drops when it imports a document. */
  private static final Set<String> DROPPED_ON_IMPORT =
      Set.of("exclusiveMinimum", "maxItems", "minItems");

  /** OpenAPI's own, which is dropped everywhere. */
  private static final String NULLABLE = "nullable";

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
  private final boolean declared;
  private final SchemaGraph graph;
  private final Neighbours neighbours;
  private final Contradictions contradictions;
  private final Diagnostics diagnostics;

  SchemaProblems(SchemaSet set, String model, SchemaGraph graph, Diagnostics diagnostics) {
    this.set = set;
    this.declared = set.declared().contains(model);
    this.graph = graph;
    this.neighbours = new Neighbours(graph);
    this.contradictions = new Contradictions(set.dialect());
    this.diagnostics = diagnostics;
  }

  void report(DiagnosticCode code, Node place, String message, String hint) {
    diagnostics.report(code, place.range(), message, hint);
  }

  /** Whether the managed service drops a condition on import; {@code oneOf} in Swagger 2.0 only. */
  boolean isDropped(String keyword) {
    return set.imported()
        && (keyword.equals(NULLABLE) || (!declared && isDroppedOnImport(keyword)));
  }

  private boolean isDroppedOnImport(String keyword) {
    return DROPPED_ON_IMPORT.contains(keyword)
        || (keyword.equals("oneOf") && set.dialect() == Dialect.DRAFT_4);
  }

  /** Checks one schema by itself. */
  void check(ObjectNode schema) {
    schema.members().values().forEach(member -> checkMember(member));
    contradictions.find(
        schema, (place, message, hint) -> report(PayloadModelCodes.GM5007, place, message, hint));
    if (set.assertsFormats()) {
      schema
          .get("format")
          .filter(format -> !FORMATS.contains(Values.text(format).orElse("")))
          .ifPresent(this::reportFormat);
    }
  }

  /**
   * Checks that the class of a model can hold what one of its schemas names: each name takes bytes
   * of one method, and stands in a {@code switch} as a constant.
   *
   * @param before how many members the schemas so far name
   * @return how many with those of this one
   */
  int checkSize(ObjectNode schema, int before) {
    List<Node> required =
        schema.get("required").flatMap(Node::asArray).map(ArrayNode::items).orElse(List.of());
    int declared =
        schema.get("properties").flatMap(Node::asObject).map(p -> p.members().size()).orElse(0);
    int names = before + declared + required.size();
    if (before <= MOST_NAMES && names > MOST_NAMES) {
      report(
          PayloadModelCodes.GM5012,
          schema,
          "the schemas of a model can name " + MOST_NAMES + " members, these name more",
          "use patternProperties, or make models of their parts");
    }
    required.stream()
        .filter(name -> Values.text(name).orElse("").length() > LONGEST_NAME)
        .forEach(
            name ->
                report(
                    PayloadModelCodes.GM5012,
                    name,
                    "the name of a member has more than " + LONGEST_NAME + " characters",
                    "remove it"));
    return names;
  }

  private void checkMember(ObjectNode.Member member) {
    String name = member.name();
    if (isDropped(name)) {
      report(
          PayloadModelCodes.GM5005,
          member.key(),
          "\"" + name + "\" is dropped on import and has no effect",
          "remove it, or check it behind the gateway");
    } else if (!graph.keywords().containsKey(name)
        && !Keywords.ANNOTATIONS.contains(name)
        && !name.startsWith("x-")) {
      report(
          PayloadModelCodes.GM5004,
          member.key(),
          "\"" + name + "\" is no keyword of this schema's language and has no effect",
          hint(name));
    }
  }

  private String hint(String name) {
    Set<String> known = new HashSet<>(graph.keywords().keySet());
    known.addAll(Keywords.ANNOTATIONS);
    String near = DidYouMean.hint(name, known);
    return near.isEmpty() ? "remove it, or begin its name with x-" : near;
  }

  private void reportFormat(Node format) {
    report(
        PayloadModelCodes.GM5010,
        format,
        "format \"" + Values.text(format).orElse("") + "\" is not checked",
        "add a pattern if texts of another form must be refused");
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
              PayloadModelCodes.GM5008,
              location.node(),
              "this schema refers to itself without going into a member or item",
              "remove one of the references");
        }
        open.addAll(neighbours.all(location, model));
      }
    }
  }

  private boolean leadsBack(SchemaLocation start, Node model) {
    Set<SchemaLocation> seen = new HashSet<>();
    Deque<SchemaLocation> open = new ArrayDeque<>(neighbours.inPlace(start, model));
    while (!open.isEmpty()) {
      SchemaLocation location = open.pop();
      if (location.equals(start)) {
        return true;
      }
      if (seen.add(location)) {
        open.addAll(neighbours.inPlace(location, model));
      }
    }
    return false;
  }
}
