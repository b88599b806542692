package io.gatemason.generator.read.assemble;

import io.gatemason.generator.model.HttpMethod;
import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.ObjectNode;
import io.gatemason.generator.source.ObjectNode.Member;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** The paths and operations of a document. */
public final class Operations {
  private static final Set<String> VERBS = HttpMethod.members().keySet();

  private Operations() {}

  /** The paths. */
  public static List<Member> paths(ObjectNode document) {
    return document
        .get("paths")
        .flatMap(Node::asObject)
        .map(paths -> List.copyOf(paths.members().values()))
        .orElse(List.of());
  }

  /** The verbs of a path. */
  public static List<String> verbs(Node path) {
    return path.asObject().stream()
        .flatMap(object -> object.members().keySet().stream())
        .filter(VERBS::contains)
        .toList();
  }

  /** An operation; empty where the path does not have it. */
  public static Optional<ObjectNode> of(ObjectNode document, String path, String verb) {
    return document
        .get("paths")
        .flatMap(Node::asObject)
        .flatMap(paths -> paths.get(path))
        .flatMap(Node::asObject)
        .flatMap(item -> item.get(verb))
        .flatMap(Node::asObject);
  }

  /**
   * A document with other paths.
   *
   * @param change gives a path's members instead of those that it has
   */
  public static ObjectNode withPaths(
      ObjectNode document, BiFunction<String, ObjectNode, ObjectNode> change) {
    return changed(
        document, (name, value) -> name.equals("paths") ? changed(value, change) : value);
  }

  /**
   * A path with other operations.
   *
   * @param change gives an operation instead of the one that there is
   */
  public static ObjectNode withOperations(
      ObjectNode path, BiFunction<String, ObjectNode, ObjectNode> change) {
    return changed(path, (verb, value) -> VERBS.contains(verb) ? change.apply(verb, value) : value);
  }

  /** An object with one member more. */
  public static ObjectNode with(ObjectNode object, Member added) {
    List<Member> members = new ArrayList<>(object.members().values());
    members.removeIf(member -> member.name().equals(added.name()));
    members.add(added);
    return new ObjectNode(object.range(), object.tag(), members);
  }

  private static ObjectNode changed(
      ObjectNode object, BiFunction<String, ObjectNode, ObjectNode> change) {
    List<Member> members = new ArrayList<>();
    for (Member member : object.members().values()) {
      Optional<ObjectNode> value = member.value().asObject();
      members.add(
          value.isPresent()
              ? new Member(member.key(), change.apply(member.name(), value.get()))
              : member);
    }
    return new ObjectNode(object.range(), object.tag(), members);
  }
}
