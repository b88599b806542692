package io.gatemason.generator.vtl;

import com.palantir.javapoet.CodeBlock;

/** A Java expression with what is known of its value. */
record Code(CodeBlock block, Type type) {

  /** What is known of a value when the code is generated. */
  enum Type {
    /** Text, never null. */
    TEXT,
    /** A primitive boolean. */
    CONDITION,
    /** Something that is not null. */
    PRESENT,
    /** Something or null; null stands for an unknown or missing value. */
    OPTIONAL,
    /** Always null. */
    MISSING
  }

  static final Code NOTHING = new Code(CodeBlock.of("null"), Type.MISSING);

  static Code text(String format, Object... arguments) {
    return new Code(CodeBlock.of(format, arguments), Type.TEXT);
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
