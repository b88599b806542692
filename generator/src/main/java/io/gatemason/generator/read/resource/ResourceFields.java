package io.gatemason.generator.read.resource;

import io.gatemason.generator.diagnostics.DidYouMean;
import io.gatemason.generator.diagnostics.DocumentCodes;
import io.gatemason.generator.diagnostics.ResourceCodes;
import io.gatemason.generator.source.ArrayNode;
import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.ObjectNode;
import io.gatemason.generator.source.Placed;
import io.gatemason.generator.source.Range;
import io.gatemason.generator.source.ScalarNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * The properties of a resource, or of an object inside of one, with functions resolved. Numbers and
 * booleans are also taken from text. A property that is null or removed counts as absent; one that
 * cannot be read is reported and counts as absent.
 */
public final class ResourceFields {
  private final TemplateResource resource;
  private final ObjectNode node;
  private final String title;

  ResourceFields(TemplateResource resource, ObjectNode node, String title) {
    this.resource = resource;
    this.node = node;
    this.title = title;
  }

  /** The object as written. */
  public ObjectNode node() {
    return node;
  }

  /** Where the object stands. */
  public Range range() {
    return node.range();
  }

  /** Where a property stands; the object where there is none. */
  public Range range(String name) {
    return node.get(name).map(Node::range).orElseGet(this::range);
  }

  /** A property as written. */
  public Optional<Node> written(String name) {
    return node.get(name).filter(value -> !value.isNull());
  }

  /** Whether there is a property that no condition removes. */
  public boolean has(String name) {
    return written(name).filter(value -> !resource.isRemoved(value)).isPresent();
  }

  /** A property. */
  public Optional<Node> value(String name) {
    return written(name).flatMap(resource::value).filter(value -> !value.isNull());
  }

  /** A property that is text. */
  public Optional<ScalarNode> text(String name) {
    Optional<Node> value = value(name);
    Optional<ScalarNode> text = value.flatMap(Node::asScalar);
    if (value.isPresent() && text.isEmpty()) {
      wrongKind(name, value.get(), "a string");
    }
    return text;
  }

  /** A property that is text, which has to be there. */
  public Optional<ScalarNode> required(String name) {
    demand(name);
    return text(name);
  }

  /** Reports a property that has to be there and is not. */
  public void demand(String name) {
    if (!has(name)) {
      resource.report(
          ResourceCodes.GM2216,
          range(),
          title + " lacks \"" + name + "\"",
          "a template without it is refused by the managed service");
    }
  }

  /** A property that is text. */
  public Optional<Placed<String>> string(String name) {
    return text(name).map(text -> new Placed<>(text.text(), text.range()));
  }

  /**
   * A property that names something: the logical id of the resource that it refers to, else its
   * text; empty where it is absent or only the cloud knows it.
   */
  public Optional<Placed<String>> name(String name) {
    Optional<Node> written = written(name);
    Optional<String> id = written.flatMap(resource::target).map(TemplateResource::logicalId);
    return id.or(
            () ->
                written
                    .flatMap(resource::valueIfKnown)
                    .flatMap(Node::asScalar)
                    .filter(text -> !text.isNull())
                    .map(ScalarNode::text))
        .map(text -> new Placed<>(text, written.orElseThrow().range()));
  }

  /** The same; where only the cloud knows it, the name of what gives it, or {@code ?}. */
  public Optional<Placed<String>> nameOrSource(String name) {
    return name(name)
        .or(
            () ->
                written(name)
                    .filter(any -> has(name))
                    .map(node -> new Placed<>(LogicalIds.source(node), node.range())));
  }

  /** A property that is true or false. */
  public Optional<Placed<Boolean>> bool(String name) {
    return text(name)
        .flatMap(
            text ->
                switch (text.text().toLowerCase(Locale.ROOT)) {
                  case "true" -> Optional.of(new Placed<>(true, text.range()));
                  case "false" -> Optional.of(new Placed<>(false, text.range()));
                  default -> {
                    wrongKind(name, text, "true or false");
                    yield Optional.empty();
                  }
                });
  }

  /** Whether a property is true. */
  public boolean isTrue(String name) {
    return bool(name).map(Placed::value).orElse(false);
  }

  /** A property that is an integer. */
  public Optional<Placed<Integer>> integer(String name) {
    return number(name, "an integer", BigDecimal::intValueExact);
  }

  /** A property that is a number. */
  public Optional<Placed<Double>> number(String name) {
    return number(name, "a number", BigDecimal::doubleValue);
  }

  private <N> Optional<Placed<N>> number(
      String name, String expected, Function<BigDecimal, N> conversion) {
    Optional<ScalarNode> text = text(name);
    try {
      return text.map(
          t -> new Placed<>(conversion.apply(new BigDecimal(t.text().strip())), t.range()));
    } catch (NumberFormatException | ArithmeticException e) {
      wrongKind(name, text.get(), expected);
      return Optional.empty();
    }
  }

  /** A property with the name of a constant as its value, in either case. */
  public <E extends Enum<E>> Optional<Placed<E>> choice(String name, Class<E> type) {
    Optional<ScalarNode> text = text(name);
    List<E> constants = Arrays.asList(type.getEnumConstants());
    Optional<E> found =
        text.flatMap(
            t -> constants.stream().filter(c -> c.name().equalsIgnoreCase(t.text())).findFirst());
    if (text.isPresent() && found.isEmpty()) {
      List<String> names = constants.stream().map(Enum::name).toList();
      resource.report(
          DocumentCodes.GM2105,
          text.get().range(),
          "\"%s\" of %s cannot be \"%s\"; allowed are %s"
              .formatted(name, title, text.get().text(), names),
          DidYouMean.closest(text.get().text(), names)
              .map(near -> "did you mean \"" + near + "\"?")
              .orElse("write one of the allowed values"));
    }
    return found.map(constant -> new Placed<>(constant, text.get().range()));
  }

  /** A property that is an object. */
  public Optional<ResourceFields> object(String name) {
    Optional<Node> value = written(name).flatMap(resource::chosen);
    Optional<ObjectNode> object = value.flatMap(Node::asObject);
    if (value.isPresent() && object.isEmpty()) {
      wrongKind(name, value.get(), "an object");
    }
    return object.map(o -> new ResourceFields(resource, o, "\"" + name + "\""));
  }

  /** The items of a property that is a list of objects; a single one counts as a list. */
  public List<ResourceFields> objects(String name) {
    List<ResourceFields> objects = new ArrayList<>();
    for (Node item : items(name)) {
      item.asObject()
          .ifPresentOrElse(
              o -> objects.add(new ResourceFields(resource, o, "\"" + name + "\"")),
              () -> wrongKind(name, item, "a list of objects"));
    }
    return objects;
  }

  /** The items of a property that is a list of texts; a single one counts as a list. */
  public List<ScalarNode> texts(String name) {
    List<ScalarNode> texts = new ArrayList<>();
    for (Node item : items(name)) {
      resource
          .value(item)
          .flatMap(Node::asScalar)
          .ifPresentOrElse(texts::add, () -> wrongKind(name, item, "a list of strings"));
    }
    return texts;
  }

  private List<Node> items(String name) {
    return written(name).flatMap(resource::chosen).filter(value -> !value.isNull()).stream()
        .flatMap(v -> v.asArray().map(ArrayNode::items).orElse(List.of(v)).stream())
        .flatMap(item -> resource.chosen(item).stream())
        .toList();
  }

  /** The members as written. */
  public List<ObjectNode.Member> writtenMembers() {
    return List.copyOf(node.members().values());
  }

  /** The members of the object, functions resolved. */
  public List<ObjectNode.Member> members() {
    return resource
        .value(node)
        .flatMap(Node::asObject)
        .map(object -> List.copyOf(object.members().values()))
        .orElse(List.of());
  }

  private void wrongKind(String name, Node value, String expected) {
    resource.report(
        DocumentCodes.GM2103,
        value.range(),
        "\"%s\" of %s has to be %s".formatted(name, title, expected),
        "write " + expected);
  }
}
