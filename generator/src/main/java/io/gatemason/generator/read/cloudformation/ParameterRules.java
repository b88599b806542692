package io.gatemason.generator.read.cloudformation;

import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.diagnostics.SourceCodes;
import io.gatemason.generator.source.ArrayNode;
import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.ObjectNode;
import io.gatemason.generator.source.Range;
import io.gatemason.generator.source.ScalarNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** What a template says of the values of one of its parameters. */
final class ParameterRules {
  private static final List<String> TYPES =
      List.of("String", "Number", "List<String>", "List<Number>", "CommaDelimitedList");

  private final ObjectNode.Member parameter;
  private final ObjectNode written;
  private final Diagnostics diagnostics;

  ParameterRules(ObjectNode.Member parameter, ObjectNode written, Diagnostics diagnostics) {
    this.parameter = parameter;
    this.written = written;
    this.diagnostics = diagnostics;
  }

  /** Whether the value is kept elsewhere, and {@code Default} says where. */
  static boolean isStored(ObjectNode written) {
    return type(written).startsWith("AWS::SSM::Parameter::Value<");
  }

  /** Whether the value is a list, of which the texts stand between commas. */
  static boolean isList(ObjectNode written) {
    return isList(type(written));
  }

  /** The texts of a value that is a list. */
  static List<String> items(String value) {
    return List.of(value.strip().split("\\s*,\\s*", -1));
  }

  private static boolean isList(String type) {
    return type.contains("CommaDelimitedList") || type.contains("List<");
  }

  private static String type(ObjectNode written) {
    return written.get("Type").flatMap(Node::asScalar).map(ScalarNode::text).orElse("String");
  }

  /** Reports a value that is not allowed: the one that was given, else the default. */
  void check(Optional<String> given) {
    String type = type(written);
    if (!TYPES.contains(type) && !type.startsWith("AWS::") && !type.startsWith("List<AWS::")) {
      refuse(range("Type"), "there is no type \"" + type + "\"", "write one of " + TYPES);
      return;
    }
    Optional<String> value = given.or(() -> isStored(written) ? Optional.empty() : text("Default"));
    value.ifPresent(text -> check(type, text));
  }

  private void check(String type, String value) {
    for (String item : isList(type) ? items(value) : List.of(value)) {
      if (type.contains("Number") && number(item).isEmpty()) {
        refuse(range("Default"), "\"" + item + "\" is no number", "write a number");
      }
      allowed(item);
      pattern(item);
      bounds(item);
    }
  }

  private void allowed(String value) {
    List<String> allowed =
        written.get("AllowedValues").flatMap(Node::asArray).map(ArrayNode::items).stream()
            .flatMap(List::stream)
            .flatMap(item -> item.asScalar().stream())
            .map(ScalarNode::text)
            .toList();
    if (!allowed.isEmpty() && !allowed.contains(value)) {
      refuse(
          range("AllowedValues"),
          "\"" + value + "\" is none of the allowed values",
          "give one of " + allowed);
    }
  }

  private void pattern(String value) {
    Optional<String> pattern = text("AllowedPattern");
    try {
      if (pattern.isPresent() && !BoundedText.matches(Pattern.compile(pattern.get()), value)) {
        refuse(
            range("AllowedPattern"),
            "\"" + value + "\" does not match \"" + pattern.get() + "\"",
            "give a value that does");
      }
    } catch (PatternSyntaxException e) {
      refuse(range("AllowedPattern"), "this is no regular expression", "mend it");
    } catch (IllegalStateException e) {
      refuse(range("AllowedPattern"), String.valueOf(e.getMessage()), "write a simpler one");
    }
  }

  private void bounds(String value) {
    bound("MinLength", value, value.length(), sign -> sign >= 0);
    bound("MaxLength", value, value.length(), sign -> sign <= 0);
    number(value)
        .ifPresent(
            number -> {
              bound("MinValue", value, number, sign -> sign >= 0);
              bound("MaxValue", value, number, sign -> sign <= 0);
            });
  }

  private void bound(String name, String value, int length, IntPredicate holds) {
    bound(name, value, BigDecimal.valueOf(length), holds);
  }

  private void bound(String name, String value, BigDecimal measure, IntPredicate holds) {
    Optional<BigDecimal> limit = text(name).flatMap(ParameterRules::number);
    if (limit.filter(each -> !holds.test(measure.compareTo(each))).isPresent()) {
      refuse(
          range(name),
          "\"" + value + "\" is not within " + name + " " + limit.get().toPlainString(),
          "give another value");
    }
  }

  private static Optional<BigDecimal> number(String text) {
    try {
      return Optional.of(new BigDecimal(text.strip()));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private Optional<String> text(String name) {
    return written.get(name).flatMap(Node::asScalar).map(ScalarNode::text);
  }

  private Range range(String name) {
    return written.get(name).map(Node::range).orElseGet(() -> parameter.key().range());
  }

  private void refuse(Range range, String message, String hint) {
    diagnostics.report(
        SourceCodes.GM2030, range, "parameter \"" + parameter.name() + "\": " + message, hint);
  }
}
