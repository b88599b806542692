package io.gatemason.generator.describe;

import io.gatemason.generator.source.ArrayNode;
import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.ObjectNode;
import io.gatemason.generator.source.ScalarNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The documentation parts of a document, {@code x-amazon-apigateway-documentation}. A part counts
 * for everything below its path, and for all verbs unless it names one. Source: {@code
 * docs/behaviour/console.md#documentation}. Immutable.
 */
final class DocumentationParts {
  private static final String EXTENSION = "x-amazon-apigateway-documentation";
  private static final String ANY = "*";

  private final List<Part> parts;

  private DocumentationParts(List<Part> parts) {
    this.parts = parts;
  }

  static DocumentationParts of(ObjectNode document) {
    List<Part> parts = new ArrayList<>();
    document
        .get(EXTENSION)
        .flatMap(Node::asObject)
        .flatMap(extension -> extension.get("documentationParts"))
        .flatMap(Node::asArray)
        .map(ArrayNode::items)
        .orElse(List.of())
        .forEach(item -> part(item).ifPresent(parts::add));
    return new DocumentationParts(parts);
  }

  private static Optional<Part> part(Node item) {
    Optional<ObjectNode> location = object(item, "location");
    Optional<ObjectNode> properties = object(item, "properties");
    return location.isEmpty() || properties.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Part(
                text(location.get(), "type"),
                location.get().has("path") ? text(location.get(), "path") : "/",
                location.get().has("method") ? text(location.get(), "method") : ANY,
                text(location.get(), "statusCode"),
                text(location.get(), "name"),
                properties.get()));
  }

  private static Optional<ObjectNode> object(Node item, String name) {
    return item.asObject().flatMap(part -> part.get(name)).flatMap(Node::asObject);
  }

  /** The text of a member, "" if there is none. */
  static String text(ObjectNode object, String name) {
    return object.get(name).flatMap(Node::asScalar).map(ScalarNode::text).orElse("");
  }

  /**
   * What is said of the API, {@code name} being {@code description} or the like; "" for nothing.
   */
  String ofApi(String name) {
    return parts.stream()
        .filter(part -> part.type.equals("API"))
        .map(part -> text(part.properties, name))
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElse("");
  }

  /**
   * What is said of a method or a piece of it: by the part that is for exactly that, by the
   * operation itself, by the nearest wider part.
   *
   * @param place the method, and the kind, status code and name of the piece
   * @param name {@code description} or the like
   * @param own what the operation says, "" for nothing
   * @return "" for nothing
   */
  String of(Place place, String name, String own) {
    List<Part> fitting =
        parts.stream()
            .filter(part -> part.counts(place) && part.properties.has(name))
            .sorted(
                Comparator.<Part>comparingInt(part -> part.path.length())
                    .thenComparing(part -> !part.method.equals(ANY))
                    .reversed())
            .toList();
    boolean exact = !fitting.isEmpty() && fitting.get(0).isFor(place);
    return fitting.isEmpty() || (!exact && !own.isEmpty())
        ? own
        : text(fitting.get(0).properties, name);
  }

  /**
   * A method or a piece of it.
   *
   * @param type such as {@code METHOD} or {@code QUERY_PARAMETER}
   * @param path the method's resource
   * @param method its verb
   * @param statusCode of a response, "" for others
   * @param name of a parameter, "" for others
   */
  record Place(String type, String path, String method, String statusCode, String name) {}

  private record Part(
      String type,
      String path,
      String method,
      String statusCode,
      String name,
      ObjectNode properties) {

    boolean isFor(Place place) {
      return path.equals(place.path) && method.equalsIgnoreCase(place.method);
    }

    boolean counts(Place place) {
      return type.equals(place.type)
          && (place.path.equals(path) || place.path.startsWith(path.equals("/") ? "/" : path + "/"))
          && (method.equals(ANY) || method.equalsIgnoreCase(place.method))
          && (statusCode.isEmpty() || statusCode.equals(ANY) || statusCode.equals(place.statusCode))
          && name.equals(place.name);
    }
  }
}
