package io.gatemason.generator.vtl.tree;

/** The operators with two operands, each with the runtime function that computes it. */
public enum Operator {
  ADD("add"),
  SUBTRACT("subtract"),
  MULTIPLY("multiply"),
  DIVIDE("divide"),
  MODULO("modulo"),
  EQUAL("equal"),
  NOT_EQUAL("equal"),
  LESS("less"),
  LESS_OR_EQUAL("lessOrEqual"),
  GREATER("greater"),
  GREATER_OR_EQUAL("greaterOrEqual"),
  AND("&&"),
  OR("||");

  private final String code;

  Operator(String code) {
    this.code = code;
  }

  /** The name of the function, or the Java operator of AND and OR. */
  public String code() {
    return code;
  }

  /** Whether operands and result are numbers (or text, for ADD). */
  public boolean arithmetic() {
    return switch (this) {
      case ADD, SUBTRACT, MULTIPLY, DIVIDE, MODULO -> true;
      default -> false;
    };
  }

  /** Whether operands are conditions. */
  public boolean logical() {
    return this == AND || this == OR;
  }
}
