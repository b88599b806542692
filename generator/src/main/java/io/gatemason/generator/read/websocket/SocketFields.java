package io.gatemason.generator.read.websocket;

import io.gatemason.generator.diagnostics.DiagnosticCode;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.diagnostics.DocumentCodes;
import io.gatemason.generator.diagnostics.WebSocketApiCodes;
import io.gatemason.generator.source.ArrayNode;
import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.ObjectNode;
import io.gatemason.generator.source.Range;
import io.gatemason.generator.source.ScalarNode;
import java.util.List;
import java.util.Optional;

/**
 * The properties of a part of a WebSocket API.
 *
 * @param node as written, functions resolved
 * @param title the part, for messages
 * @param diagnostics receives what is wrong
 */
record SocketFields(ObjectNode node, String title, Diagnostics diagnostics) {

  Range range() {
    return node.range();
  }

  /** A property that is text or a number. */
  Optional<ScalarNode> text(String name) {
    Optional<Node> value = node.get(name).filter(each -> !each.isNull());
    Optional<ScalarNode> text = value.flatMap(Node::asScalar);
    if (value.isPresent() && text.isEmpty()) {
      wrongKind(name, value.get(), "a string");
    }
    return text;
  }

  /** A property that is an object. */
  Optional<SocketFields> object(String name) {
    Optional<Node> value = node.get(name).filter(each -> !each.isNull());
    Optional<ObjectNode> object = value.flatMap(Node::asObject);
    if (value.isPresent() && object.isEmpty()) {
      wrongKind(name, value.get(), "an object");
    }
    return object.map(each -> new SocketFields(each, title, diagnostics));
  }

  /** The members of a property that is an object. */
  List<ObjectNode.Member> members(String name) {
    return object(name).map(each -> List.copyOf(each.node.members().values())).orElse(List.of());
  }

  /** The items of a property that is a list of objects. */
  List<SocketFields> objects(String name) {
    return items(name).stream()
        .flatMap(item -> item.asObject().stream())
        .map(item -> new SocketFields(item, title, diagnostics))
        .toList();
  }

  /** The items of a property that is a list of texts; a single one counts as a list. */
  List<ScalarNode> texts(String name) {
    return items(name).stream().flatMap(item -> item.asScalar().stream()).toList();
  }

  private List<Node> items(String name) {
    return node.get(name)
        .filter(each -> !each.isNull())
        .map(each -> each.asArray().map(ArrayNode::items).orElse(List.of(each)))
        .orElse(List.of());
  }

  boolean isTrue(String name) {
    return text(name).filter(value -> value.text().equalsIgnoreCase("true")).isPresent();
  }

  /** The same for a part of the part. */
  SocketFields titled(String other) {
    return new SocketFields(node, other, diagnostics);
  }

  void report(DiagnosticCode code, Range range, String message, String hint) {
    diagnostics.report(code, range, title + ": " + message, hint);
  }

  /** Warns of properties that WebSocket APIs have, and that nothing is made of here. */
  void withoutEffect(String... names) {
    for (String name : names) {
      node.get(name)
          .filter(value -> !value.isNull())
          .ifPresent(
              value ->
                  report(
                      DocumentCodes.GM2112,
                      value.range(),
                      "\"" + name + "\" has no effect on a WebSocket API here",
                      "remove it, or do without it"));
    }
  }

  private void wrongKind(String name, Node value, String expected) {
    report(
        DocumentCodes.GM2103,
        value.range(),
        "\"" + name + "\" has to be " + expected,
        "write " + expected);
  }

  /** One of some words, in any case; empty, after a diagnostic, for another one. */
  <E extends Enum<E>> Optional<E> choice(String property, Class<E> type) {
    Optional<ScalarNode> written = text(property);
    for (E each : type.getEnumConstants()) {
      if (written.filter(text -> text.text().equalsIgnoreCase(each.name())).isPresent()) {
        return Optional.of(each);
      }
    }
    written.ifPresent(
        text ->
            report(
                WebSocketApiCodes.GM2903,
                text.range(),
                "\"" + text.text() + "\" is no " + property,
                "write one of " + List.of(type.getEnumConstants())));
    return Optional.empty();
  }
}
