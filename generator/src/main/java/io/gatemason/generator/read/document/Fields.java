package io.gatemason.generator.read.document;

import io.gatemason.generator.diagnostics.DidYouMean;
import io.gatemason.generator.diagnostics.DocumentCodes;
import io.gatemason.generator.source.ArrayNode;
import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.ObjectNode;
import io.gatemason.generator.source.Range;
import io.gatemason.generator.source.ScalarNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The members of an object, read as leniently as the service's import does: integers as text where
 * text belongs and the reverse, enumeration values in either case. A member that is null counts as
 * absent; one that cannot be read is reported and counts as absent.
 */
public final class Fields {
  private final OpenApiDocument document;
  private final ObjectNode node;
  private final String title;

  Fields(OpenApiDocument document, ObjectNode node, String title) {
    this.document = document;
    this.node = node;
    this.title = title;
  }

  /** The object. */
  public ObjectNode node() {
    return node;
  }

  /** The object's place. */
  public Range range() {
    return node.range();
  }

  /** The place of a member's value, or of the object where there is no such member. */
  public Range range(String name) {
    return node.get(name).map(Node::range).orElse(node.range());
  }

  /** A member, whatever it is. */
  public Optional<Node> value(String name) {
    return node.get(name).filter(value -> !value.isNull());
  }

  /** A member that is text; numbers and booleans are taken with a warning. */
  public Optional<ScalarNode> text(String name) {
    Optional<ScalarNode> text = scalar(name);
    text.filter(t -> t.scalarKind() != ScalarNode.Kind.STRING)
        .ifPresent(
            t ->
                document.report(
                    DocumentCodes.GM2106,
                    t.range(),
                    "\"%s\" of %s is text, but %s is written as %s"
                        .formatted(name, title, t.text(), article(t.kind())),
                    "put it in quotes"));
    return text;
  }

  /** A member whose text may be written with or without quotes, such as a status code. */
  public Optional<ScalarNode> scalar(String name) {
    Optional<Node> value = value(name);
    Optional<ScalarNode> scalar = value.flatMap(Node::asScalar);
    if (value.isPresent() && scalar.isEmpty()) {
      wrongKind(name, value.get(), "a string");
    }
    return scalar;
  }

  /** A member that is text; numbers and booleans are taken with a warning. */
  public Optional<String> string(String name) {
    return text(name).map(ScalarNode::text);
  }

  /** A member that is true or false, also in quotes; false where it is absent. */
  public boolean bool(String name) {
    Optional<ScalarNode> scalar = scalar(name);
    String text = scalar.map(s -> s.text().toLowerCase(Locale.ROOT)).orElse("false");
    if (!text.equals("true") && !text.equals("false")) {
      wrongKind(name, scalar.get(), "true or false");
    }
    return text.equals("true");
  }

  /** A member that is an integer, also in quotes. */
  public OptionalInt integer(String name) {
    Optional<ScalarNode> scalar = scalar(name);
    if (scalar.isEmpty()) {
      return OptionalInt.empty();
    }
    try {
      return OptionalInt.of(new BigDecimal(scalar.get().text().strip()).intValueExact());
    } catch (NumberFormatException | ArithmeticException e) {
      wrongKind(name, scalar.get(), "an integer");
      return OptionalInt.empty();
    }
  }

  /** A member with one of the constants of an enumeration as its value, in either case. */
  public <E extends Enum<E>> Optional<E> choice(String name, Class<E> type) {
    E[] constants = type.getEnumConstants();
    List<String> names = Arrays.stream(constants).map(E::name).toList();
    return choice(name, names).map(chosen -> constants[names.indexOf(chosen)]);
  }

  /** A member with one of some upper-case words as its value, in either case. */
  public Optional<String> choice(String name, List<String> allowed) {
    Optional<ScalarNode> scalar = scalar(name);
    Optional<String> chosen =
        scalar.map(s -> s.text().strip().toUpperCase(Locale.ROOT)).filter(allowed::contains);
    if (scalar.isPresent() && chosen.isEmpty()) {
      document.report(
          DocumentCodes.GM2105,
          scalar.get().range(),
          "\"%s\" of %s cannot be \"%s\"; Member must satisfy enum value set: %s"
              .formatted(name, title, scalar.get().text(), allowed),
          hint(scalar.get().text(), allowed, "write one of the allowed values"));
    }
    return chosen;
  }

  /** A member that is an object. */
  public Optional<Fields> object(String name) {
    return value(name).flatMap(value -> objectOf(name, value));
  }

  /** An object member, or what it refers to. */
  public Optional<Fields> resolved(String name) {
    return value(name).flatMap(document::resolve).flatMap(value -> objectOf(name, value));
  }

  private Optional<Fields> objectOf(String name, Node value) {
    Optional<ObjectNode> object = value.asObject();
    if (object.isEmpty()) {
      wrongKind(name, value, "an object");
    }
    return object.map(o -> document.fields(o, "\"" + name + "\""));
  }

  /** The items of a member that is an array; empty where it is absent. */
  public List<Node> items(String name) {
    Optional<Node> value = value(name);
    Optional<ArrayNode> array = value.flatMap(Node::asArray);
    if (value.isPresent() && array.isEmpty()) {
      wrongKind(name, value.get(), "an array");
    }
    return array.map(ArrayNode::items).orElse(List.of());
  }

  /** The items of a member of the standard part, whose form swagger-parser judges. */
  public List<Node> standardItems(String name) {
    return value(name).flatMap(Node::asArray).map(ArrayNode::items).orElse(List.of());
  }

  /** The items of a member that is an array of text; numbers are taken as they are written. */
  public List<ScalarNode> texts(String name) {
    List<ScalarNode> texts = new ArrayList<>();
    for (Node item : items(name)) {
      item.asScalar()
          .filter(s -> !s.isNull())
          .ifPresentOrElse(texts::add, () -> wrongKind(name, item, "an array of strings"));
    }
    return texts;
  }

  /** The members as they stand. */
  public List<ObjectNode.Member> members() {
    return List.copyOf(node.members().values());
  }

  /** The members as they stand, without other people's extensions ({@code x-…}). */
  public List<ObjectNode.Member> standardMembers() {
    return members().stream().filter(m -> !m.name().startsWith("x-")).toList();
  }

  /** Warns of members that nobody reads. */
  public void allow(Collection<String> known) {
    allow(known, Map.of());
  }

  /**
   * Warns of members that nobody reads.
   *
   * @param elsewhere what to do about members that belong to another place, by name
   */
  public void allow(Collection<String> known, Map<String, String> elsewhere) {
    for (ObjectNode.Member member : standardMembers()) {
      if (!known.contains(member.name())) {
        document.report(
            DocumentCodes.GM2104,
            member.key().range(),
            "\"%s\" is not a member of %s and is ignored".formatted(member.name(), title),
            elsewhere.containsKey(member.name())
                ? elsewhere.get(member.name())
                : hint(member.name(), known, "remove it; known are " + String.join(", ", known)));
      }
    }
  }

  /** "Did you mean" for a misspelled word, or another hint where none of the known is near. */
  public static String hint(String written, Collection<String> known, String otherwise) {
    return DidYouMean.closest(written, known)
        .map(closest -> "did you mean \"" + closest + "\"?")
        .orElse(otherwise);
  }

  private void wrongKind(String name, Node value, String expected) {
    String written =
        value.asScalar().map(s -> "\"" + s.text() + "\"").orElse(article(value.kind()));
    document.report(
        DocumentCodes.GM2103,
        value.range(),
        "\"%s\" of %s has to be %s, not %s".formatted(name, title, expected, written),
        "write " + expected);
  }

  private static String article(String kind) {
    return (kind.matches("[aeio].*") ? "an " : "a ") + kind;
  }
}
