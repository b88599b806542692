package io.gatemason.generator.read.assemble;

import io.gatemason.generator.diagnostics.Diagnostic;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.diagnostics.ResourceCodes;
import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.ObjectNode;
import io.gatemason.generator.source.ObjectNode.Member;
import io.gatemason.generator.source.ScalarNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A document with what a template adds to it: methods, schemas, security schemes, gateway responses
 * and so on are joined by their names. Of two of one name the template's wins, with a warning
 * (docs/behaviour/resources.md#beside-documents).
 */
public final class Union {
  /** How far below the root objects are joined, by the name of the root's member. */
  private static final Map<String, Integer> DEPTHS =
      Map.of(
          "paths", 2,
          "components", 2,
          "definitions", 1,
          "securityDefinitions", 1,
          "x-amazon-apigateway-gateway-responses", 1,
          "x-amazon-apigateway-request-validators", 1);

  private final Diagnostics diagnostics;
  private final boolean joinsOperations;

  private Union(Diagnostics diagnostics, boolean joinsOperations) {
    this.diagnostics = diagnostics;
    this.joinsOperations = joinsOperations;
  }

  /** Joins, and reports what is replaced. */
  public Union(Diagnostics diagnostics) {
    this(diagnostics, false);
  }

  /** Joins what two operations of one path and verb say, too. */
  public static Union ofOperations(Diagnostics diagnostics) {
    return new Union(diagnostics, true);
  }

  /** Both in one. */
  public ObjectNode of(ObjectNode document, ObjectNode addition) {
    Map<String, Member> members = new LinkedHashMap<>(document.members());
    for (Member added : addition.members().values()) {
      boolean deeper = joinsOperations && added.name().equals("paths");
      int depth = DEPTHS.getOrDefault(added.name(), 0) + (deeper ? 1 : 0);
      members.merge(added.name(), added, (mine, theirs) -> joined(mine, theirs, depth));
    }
    return new ObjectNode(document.range(), document.tag(), new ArrayList<>(members.values()));
  }

  private Member joined(Member mine, Member theirs, int depth) {
    Optional<ObjectNode> ours = mine.value().asObject();
    Optional<ObjectNode> other = theirs.value().asObject();
    if (depth == 0 || ours.isEmpty() || other.isEmpty()) {
      replaced(mine, theirs);
      return theirs;
    }
    Map<String, Member> members = new LinkedHashMap<>(ours.get().members());
    for (Member added : other.get().members().values()) {
      members.merge(added.name(), added, (own, its) -> joined(own, its, depth - 1));
    }
    return new Member(
        mine.key(),
        new ObjectNode(ours.get().range(), ours.get().tag(), new ArrayList<>(members.values())));
  }

  private void replaced(Member mine, Member theirs) {
    if (!isSame(mine.value(), theirs.value())) {
      diagnostics.add(
          new Diagnostic(
              ResourceCodes.GM2220,
              ResourceCodes.GM2220.severity(),
              "the template's \"" + theirs.name() + "\" replaces that of the document",
              theirs.key().range(),
              List.of(new Diagnostic.Related(mine.key().range(), "replaced")),
              "say it in one place"));
    }
  }

  private static boolean isSame(Node mine, Node theirs) {
    return text(mine).equals(text(theirs));
  }

  /** The value without its places. */
  private static Object text(Node node) {
    return node.asObject()
        .<Object>map(Union::text)
        .or(() -> node.asArray().map(array -> array.items().stream().map(Union::text).toList()))
        .orElseGet(() -> node.asScalar().map(ScalarNode::text).orElse(""));
  }

  private static Map<String, Object> text(ObjectNode object) {
    Map<String, Object> members = new LinkedHashMap<>();
    object.members().forEach((name, member) -> members.put(name, text(member.value())));
    return members;
  }
}
