package io.gatemason.generator.read.document;

import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.diagnostics.DocumentCodes;
import io.gatemason.generator.source.ArrayNode;
import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.ObjectNode;
import io.gatemason.generator.source.ScalarNode;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;

/**
 * Follows {@code $ref} inside the document. References to other files and to URLs are refused, as
 * the service's import does (docs/behaviour/import.md#operations); nothing is ever fetched.
 */
public final class References {
  private final ObjectNode root;
  private final Diagnostics diagnostics;

  References(ObjectNode root, Diagnostics diagnostics) {
    this.root = root;
    this.diagnostics = diagnostics;
  }

  /** The text of a reference; empty where the node is none. */
  public static Optional<ScalarNode> of(Node node) {
    return node.asObject().flatMap(o -> o.get("$ref")).flatMap(Node::asScalar);
  }

  public Optional<Node> resolve(Node node) {
    Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Node current = node;
    for (Optional<ScalarNode> ref = of(current); ref.isPresent(); ref = of(current)) {
      if (!seen.add(current)) {
        diagnostics.report(
            DocumentCodes.GM2109,
            ref.get().range(),
            "reference \"" + ref.get().text() + "\" leads back to itself",
            "let one of the references on the way hold the value");
        return Optional.empty();
      }
      Optional<Node> next = target(ref.get());
      if (next.isEmpty()) {
        return Optional.empty();
      }
      current = next.get();
    }
    return Optional.of(current);
  }

  private Optional<Node> target(ScalarNode ref) {
    String text = ref.text();
    if (!text.startsWith("#")) {
      diagnostics.report(
          DocumentCodes.GM2110,
          ref.range(),
          "reference \"" + text + "\" leaves the document",
          "copy what it refers to into the document and refer to it with \"#/…\"");
      return Optional.empty();
    }
    Optional<Node> found = pointer(text.substring(1));
    if (found.isEmpty()) {
      diagnostics.report(
          DocumentCodes.GM2108,
          ref.range(),
          "reference \"" + text + "\" not found, ignoring",
          "define it, or correct the reference");
    }
    return found;
  }

  private Optional<Node> pointer(String pointer) {
    Optional<Node> current = Optional.of(root);
    if (pointer.isEmpty() || !pointer.startsWith("/")) {
      return Optional.empty();
    }
    for (String part : pointer.substring(1).split("/", -1)) {
      String name = unescape(part);
      current = current.flatMap(node -> child(node, name));
    }
    return current;
  }

  private static Optional<Node> child(Node node, String name) {
    Optional<ArrayNode> array = node.asArray();
    if (array.isPresent()) {
      int size = array.get().items().size();
      boolean index = name.matches("\\d{1,6}") && Integer.parseInt(name) < size;
      return index
          ? Optional.of(array.get().items().get(Integer.parseInt(name)))
          : Optional.empty();
    }
    return node.asObject().flatMap(o -> o.get(name));
  }

  /** Undoes the escapes of a JSON pointer in a URI fragment (RFC 6901, sections 3 and 6). */
  private static String unescape(String part) {
    return part.replace("%7B", "{")
        .replace("%7b", "{")
        .replace("%7D", "}")
        .replace("%7d", "}")
        .replace("%2B", "+")
        .replace("%2b", "+")
        .replace("%20", " ")
        .replace("%25", "%")
        .replace("~1", "/")
        .replace("~0", "~");
  }
}
