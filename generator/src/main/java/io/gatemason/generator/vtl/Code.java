package io.gatemason.generator.vtl;

import com.palantir.javapoet.CodeBlock;

/**
 * A Java expression with what is known of its value.
 *
 * @param print the call of the output that prints the value
 */
record Code(CodeBlock block, Type type, CodeBlock print) {

  /** What is known of a value when the code is generated. */
  enum Type {
    /** Text, never null. */
    TEXT,
    /** A primitive boolean. */
    CONDITION,
    /** A primitive int. */
    INTEGER,
    /** Something that is not null. */
    PRESENT,
    /** Something or null; null stands for an unknown or missing value. */
    OPTIONAL,
    /** Always null. */
    MISSING
  }

  Code(CodeBlock block, Type type) {
    this(block, type, CodeBlock.of("$N($L)", printer(type), block));
  }

  private static String printer(Type type) {
    return switch (type) {
      case TEXT -> "text";
      case INTEGER -> "number";
      default -> "value";
    };
  }

  static final Code NOTHING = new Code(CodeBlock.of("null"), Type.MISSING);

  static Code text(String format, Object... arguments) {
    return new Code(CodeBlock.of(format, arguments), Type.TEXT);
  }

  /** Text that the output can also print by a function of its own, without the text between. */
  static Code printed(String printer, CodeBlock value, String format, Object... arguments) {
    return new Code(
        CodeBlock.of(format, arguments), Type.TEXT, CodeBlock.of("$N($L)", printer, value));
  }

  static Code integer(String format, Object... arguments) {
    return new Code(CodeBlock.of(format, arguments), Type.INTEGER);
  }

  static Code condition(String format, Object... arguments) {
    return new Code(CodeBlock.of(format, arguments), Type.CONDITION);
  }

  static Code present(String format, Object... arguments) {
    return new Code(CodeBlock.of(format, arguments), Type.PRESENT);
  }

  static Code optional(String format, Object... arguments) {
    return new Code(CodeBlock.of(format, arguments), Type.OPTIONAL);
  }

  boolean missing() {
    return type == Type.MISSING;
  }

  boolean nullable() {
    return type == Type.MISSING || type == Type.OPTIONAL;
  }
}
