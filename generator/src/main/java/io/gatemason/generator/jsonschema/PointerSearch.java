package io.gatemason.generator.jsonschema;

import io.gatemason.generator.source.ArrayNode;
import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.ObjectNode;
import java.util.List;
import java.util.Optional;

/** Ways through a document. */
final class PointerSearch {
  private PointerSearch() {}

  /** The member or item of a node; empty if there is none. */
  static Optional<Node> step(Node node, String name) {
    if (node.asObject().isPresent()) {
      return node.asObject().get().get(name);
    }
    List<Node> items = node.asArray().map(ArrayNode::items).orElse(List.of());
    boolean index = name.matches("0|[1-9][0-9]{0,8}");
    return index && Integer.parseInt(name) < items.size()
        ? Optional.of(items.get(Integer.parseInt(name)))
        : Optional.empty();
  }

  /** The pointer of a node in a document; empty text if it is the root or not in it. */
  static String find(Node root, Node wanted) {
    return search(root, wanted, "").orElse("");
  }

  private static Optional<String> search(Node node, Node wanted, String pointer) {
    if (node == wanted) {
      return Optional.of(pointer);
    }
    if (node.asObject().isPresent()) {
      for (ObjectNode.Member member : node.asObject().get().members().values()) {
        Optional<String> found =
            search(member.value(), wanted, Addresses.append(pointer, member.name()));
        if (found.isPresent()) {
          return found;
        }
      }
    }
    List<Node> items = node.asArray().map(ArrayNode::items).orElse(List.of());
    for (int i = 0; i < items.size(); i++) {
      Optional<String> found =
          search(items.get(i), wanted, Addresses.append(pointer, Integer.toString(i)));
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }
}
