package io.gatemason.generator.describe;

import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a document says of an operation, in words. References inside the document are followed; what
 * cannot be found says nothing. Immutable.
 *
 * @param document the root
 * @param node the operation; empty where the document has none of that name
 */
record OperationTexts(ObjectNode document, Optional<ObjectNode> node) {
  private static final int MOST_REFERENCES = 20;

  /** The operation at a JSON pointer. */
  static OperationTexts at(ObjectNode document, String pointer) {
    return new OperationTexts(document, find(document, pointer));
  }

  /** The text of a member such as {@code summary}, "" for none. */
  String text(String name) {
    return node.map(operation -> DocumentationParts.text(operation, name)).orElse("");
  }

  /** What is said of a declared parameter, "" for nothing. */
  String parameter(String in, String name) {
    return node.flatMap(operation -> operation.get("parameters")).flatMap(Node::asArray).stream()
        .flatMap(parameters -> parameters.items().stream())
        .flatMap(item -> resolved(item).stream())
        .filter(
            parameter ->
                DocumentationParts.text(parameter, "in").equals(in)
                    && DocumentationParts.text(parameter, "name").equals(name))
        .map(parameter -> DocumentationParts.text(parameter, "description"))
        .findFirst()
        .orElse("");
  }

  /** What is said of the responses, by status code in document order. */
  Map<String, String> responses() {
    Map<String, String> responses = new LinkedHashMap<>();
    node.flatMap(operation -> operation.get("responses")).flatMap(Node::asObject).stream()
        .flatMap(all -> all.members().values().stream())
        .forEach(
            member ->
                responses.put(
                    member.name(),
                    resolved(member.value())
                        .map(response -> DocumentationParts.text(response, "description"))
                        .orElse("")));
    return responses;
  }

  /** The types of bodies that it takes. */
  List<String> bodyTypes() {
    return node.flatMap(operation -> operation.get("requestBody"))
        .flatMap(this::resolved)
        .flatMap(body -> body.get("content"))
        .flatMap(Node::asObject)
        .map(content -> List.copyOf(content.members().keySet()))
        .orElse(List.of());
  }

  private Optional<ObjectNode> resolved(Node node) {
    Optional<ObjectNode> found = node.asObject();
    for (int i = 0; i < MOST_REFERENCES && found.isPresent() && found.get().has("$ref"); i++) {
      String reference = DocumentationParts.text(found.get(), "$ref");
      found =
          reference.startsWith("#/") ? find(document, reference.substring(1)) : Optional.empty();
    }
    return found;
  }

  private static Optional<ObjectNode> find(ObjectNode document, String pointer) {
    Optional<ObjectNode> found = Optional.of(document);
    for (String part : pointer.substring(Math.min(1, pointer.length())).split("/", -1)) {
      String name = part.replace("~1", "/").replace("~0", "~");
      found = found.flatMap(object -> object.get(name)).flatMap(Node::asObject);
    }
    return found;
  }
}
