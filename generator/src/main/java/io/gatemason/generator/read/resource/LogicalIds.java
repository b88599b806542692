package io.gatemason.generator.read.resource;

import io.gatemason.generator.source.ArrayNode;
import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.ObjectNode.Member;
import io.gatemason.generator.source.Range;
import io.gatemason.generator.source.ScalarNode;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds the logical id that a value refers to, before functions are resolved. */
final class LogicalIds {
  private static final Pattern WHOLE =
      Pattern.compile("(?:[a-z]+/)?\\$\\{([A-Za-z0-9]+)((?:\\.\\w+)*)\\}");
  private static final Pattern ID = Pattern.compile("([A-Za-z0-9]+)((?:\\.\\w+)*)");

  private LogicalIds() {}

  /**
   * What a value refers to.
   *
   * @param id the logical id of a resource
   * @param attribute what of it, empty text for what {@code Ref} gives
   */
  record Reference(String id, String attribute) {}

  /**
   * The logical id of a reference; empty where the value is none.
   *
   * @param condition whether a condition of the template holds
   */
  static Optional<String> named(Node written, BiPredicate<String, Range> condition) {
    return reference(written, condition).map(Reference::id);
  }

  /** As {@link #named}, with the attribute. */
  static Optional<Reference> reference(Node written, BiPredicate<String, Range> condition) {
    return function(written)
        .flatMap(function -> call(function.name(), function.value(), condition));
  }

  /** The logical id of a reference to anything, declared or not; {@code ?} where it is none. */
  static String source(Node written) {
    return named(written, (condition, range) -> true).orElse("?");
  }

  /** Whether a value is a call of a function. */
  static boolean isCall(Node written) {
    return function(written).isPresent();
  }

  /** The value itself, or what a condition chooses in its place; empty for no value. */
  static Optional<Node> chosen(Node written, BiPredicate<String, Range> condition) {
    Optional<Member> function = function(written);
    String name = function.map(Member::name).orElse("");
    if (name.equals("Fn::If")) {
      return branch(function.get().value(), condition).flatMap(node -> chosen(node, condition));
    }
    boolean removed =
        name.equals("Ref") && first(function.get().value()).equals(Optional.of("AWS::NoValue"));
    return removed ? Optional.empty() : Optional.of(written);
  }

  /** The function that a value calls, under its long name, with its argument. */
  private static Optional<Member> function(Node written) {
    if (!written.tag().isEmpty()) {
      String tag = written.tag().substring(1);
      String name = tag.equals("Ref") || tag.equals("Condition") ? tag : "Fn::" + tag;
      return Optional.of(new Member(ScalarNode.computed(written.range(), name), written));
    }
    return written
        .asObject()
        .filter(object -> object.members().size() == 1)
        .map(object -> object.members().values().iterator().next())
        .filter(member -> member.name().equals("Ref") || member.name().startsWith("Fn::"));
  }

  private static Optional<Reference> call(
      String function, Node argument, BiPredicate<String, Range> condition) {
    return switch (function) {
      case "Ref" -> first(argument).flatMap(text -> match(ID, text));
      case "Fn::GetAtt" -> match(ID, path(argument));
      case "Fn::Sub" -> first(argument).flatMap(text -> match(WHOLE, text));
      case "Fn::Join" -> joined(argument, condition);
      case "Fn::If" -> branch(argument, condition).flatMap(node -> reference(node, condition));
      default -> Optional.empty();
    };
  }

  /** The text of an argument, or of its first item. */
  private static Optional<String> first(Node argument) {
    return argument
        .asArray()
        .flatMap(array -> array.items().stream().findFirst())
        .or(() -> Optional.of(argument))
        .flatMap(Node::asScalar)
        .map(ScalarNode::text);
  }

  /** A resource and an attribute with a dot between them. */
  private static String path(Node argument) {
    return argument.asArray().map(ArrayNode::items).orElse(List.of(argument)).stream()
        .flatMap(item -> item.asScalar().stream())
        .map(ScalarNode::text)
        .collect(Collectors.joining("."));
  }

  /** What an {@code integrations/…} is put together of. */
  private static Optional<Reference> joined(Node argument, BiPredicate<String, Range> condition) {
    List<Node> parts =
        argument
            .asArray()
            .filter(array -> array.items().size() == 2)
            .flatMap(array -> array.items().get(1).asArray())
            .map(array -> array.items())
            .orElse(List.of());
    return parts.isEmpty() ? Optional.empty() : reference(parts.get(parts.size() - 1), condition);
  }

  private static Optional<Node> branch(Node argument, BiPredicate<String, Range> condition) {
    List<Node> items = argument.asArray().map(array -> array.items()).orElse(List.of());
    Optional<ScalarNode> name = items.size() == 3 ? items.get(0).asScalar() : Optional.empty();
    return name.map(text -> items.get(condition.test(text.text(), text.range()) ? 1 : 2));
  }

  private static Optional<Reference> match(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.matches()
        ? Optional.of(new Reference(matcher.group(1), matcher.group(2).replaceFirst("^\\.", "")))
        : Optional.empty();
  }
}
