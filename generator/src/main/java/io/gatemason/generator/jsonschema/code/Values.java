package io.gatemason.generator.jsonschema.code;

import com.palantir.javapoet.CodeBlock;
import io.gatemason.generator.diagnostics.PayloadModelCodes;
import io.gatemason.generator.jsonschema.regex.CharacterRun;
import io.gatemason.generator.jsonschema.regex.EcmaPattern;
import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.ScalarNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads the values of keywords and reports those of the wrong kind. */
public final class Values {
  private Values() {}

  /** A length or count; larger than any int counts as the largest. */
  public static OptionalInt count(String keyword, Node value, Scope scope) {
    Optional<BigDecimal> number = decimal(value);
    if (number.isEmpty()
        || number.get().signum() < 0
        || number.get().stripTrailingZeros().scale() > 0) {
      wrong(keyword, value, "an integer of at least 0", scope);
      return OptionalInt.empty();
    }
    return OptionalInt.of(number.get().min(BigDecimal.valueOf(Integer.MAX_VALUE)).intValue());
  }

  /** A number as a constant of the generated class. */
  public static Optional<CodeBlock> number(String keyword, Node value, Scope scope) {
    Optional<BigDecimal> number = decimal(value);
    if (number.isEmpty()) {
      wrong(keyword, value, "a number", scope);
      return Optional.empty();
    }
    return Optional.of(
        scope.constant(
            constantName(keyword),
            RuntimeTypes.EXACT_NUMBER,
            CodeBlock.of("$T.of($S)", RuntimeTypes.EXACT_NUMBER, number.get().toString())));
  }

  /** The number a node is; empty if it is none. */
  public static Optional<BigDecimal> decimal(Node value) {
    return value
        .asScalar()
        .filter(
            scalar ->
                scalar.scalarKind() == ScalarNode.Kind.INTEGER
                    || scalar.scalarKind() == ScalarNode.Kind.NUMBER)
        .flatMap(scalar -> decimal(scalar.text()));
  }

  private static Optional<BigDecimal> decimal(String text) {
    try {
      return Optional.of(new BigDecimal(text));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** Whether a node is the boolean true. */
  public static boolean isTrue(Node value) {
    return isBoolean(value, "true");
  }

  /** Whether a node is the boolean false. */
  public static boolean isFalse(Node value) {
    return isBoolean(value, "false");
  }

  private static boolean isBoolean(Node value, String text) {
    return value
        .asScalar()
        .filter(s -> s.scalarKind() == ScalarNode.Kind.BOOLEAN && s.text().equals(text))
        .isPresent();
  }

  /** The text of a string. */
  public static Optional<String> text(Node value) {
    return value
        .asScalar()
        .filter(scalar -> scalar.scalarKind() == ScalarNode.Kind.STRING)
        .map(ScalarNode::text);
  }

  /** The strings of an array; reports anything else. */
  public static List<String> texts(String keyword, Node value, Scope scope) {
    List<String> texts = new ArrayList<>();
    List<Node> items = value.asArray().map(array -> array.items()).orElse(List.of());
    if (value.asArray().isEmpty() || items.stream().anyMatch(item -> text(item).isEmpty())) {
      wrong(keyword, value, "an array of strings", scope);
    }
    items.forEach(item -> text(item).ifPresent(texts::add));
    return texts;
  }

  /** The schemas of an array; reports anything else. */
  public static List<Node> schemas(String keyword, Node value, Scope scope) {
    List<Node> items = value.asArray().map(array -> array.items()).orElse(List.of());
    if (items.isEmpty()) {
      wrong(keyword, value, "a non-empty array of schemas", scope);
    }
    return items;
  }

  /** Reports that a keyword's value is of the wrong kind. */
  public static void wrong(String keyword, Node value, String expected, Scope scope) {
    scope.report(
        PayloadModelCodes.GM5003,
        value,
        "\"" + keyword + "\" must be " + expected + ", not " + written(value),
        "correct the value of \"" + keyword + "\"");
  }

  private static String written(Node value) {
    return value
        .asScalar()
        .map(
            scalar ->
                scalar.scalarKind() == ScalarNode.Kind.STRING
                    ? "\"" + scalar.text() + "\""
                    : scalar.text())
        .orElseGet(() -> (value.kind().matches("[aeio].*") ? "an " : "a ") + value.kind());
  }

  /** A pattern as a constant of the generated class. */
  public static CodeBlock patternConstant(String suffix, EcmaPattern pattern, Scope scope) {
    CodeBlock initializer =
        switch (pattern.engine()) {
          case RUNS -> runs(pattern);
          case DIRECT -> translated("direct", pattern);
          case LINEAR -> linear(pattern);
          case BOUNDED -> translated("bounded", pattern);
        };
    return scope.constant(suffix, RuntimeTypes.SCHEMA_PATTERN, initializer);
  }

  private static CodeBlock translated(String factory, EcmaPattern pattern) {
    return CodeBlock.of(
        "$T.$L($S, $S)",
        RuntimeTypes.SCHEMA_PATTERN,
        factory,
        pattern.source(),
        pattern.translated());
  }

  private static CodeBlock linear(EcmaPattern pattern) {
    CodeBlock.Builder linear = CodeBlock.builder().add(translated("linear", pattern));
    for (EcmaPattern.Ahead ahead : pattern.ahead()) {
      linear.add(ahead.negative() ? ".butNot($S)" : ".and($S)", ahead.re2());
    }
    return linear.build();
  }

  private static CodeBlock runs(EcmaPattern pattern) {
    CodeBlock.Builder runs =
        CodeBlock.builder().add("$T.runs($S)", RuntimeTypes.SCHEMA_PATTERN, pattern.source());
    for (CharacterRun run : pattern.runs()) {
      CodeBlock ranges =
          run.ranges().stream()
              .map(range -> CodeBlock.of(", $S", range))
              .collect(CodeBlock.joining(""));
      Object max =
          run.max() == Integer.MAX_VALUE ? CodeBlock.of("$T.MAX_VALUE", Integer.class) : run.max();
      runs.add(".run($L, $L$L)", run.min(), max, ranges);
    }
    return runs.build();
  }

  private static String constantName(String keyword) {
    return keyword.replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT);
  }
}
