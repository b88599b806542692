package io.gatemason.generator.vtl.tree;

import java.util.List;

/** A part of a template that has a value. {@code at} is an offset in the template. */
public sealed interface Expression {

  /** A string without interpolation. */
  record Text(String value, int at) implements Expression {}

  /** An integer, long, big integer, double or boolean. */
  record Constant(Object value, int at) implements Expression {}

  /** A bare word among arguments, such as {@code null}: it has no value. */
  record Nothing(int at) implements Expression {}

  /** A string with references or directives inside. */
  record Interpolated(List<Statement> body, int at) implements Expression {}

  /** {@code [a, b]}. */
  record ListOf(List<Expression> items, int at) implements Expression {}

  /** {@code {k: v}}: keys and values take turns. */
  record MapOf(List<Expression> keysAndValues, int at) implements Expression {}

  /** {@code [from..to]}. */
  record Range(Expression from, Expression to, int at) implements Expression {}

  /** {@code !operand}. */
  record Not(Expression operand, int at) implements Expression {}

  /** Two operands. */
  record Binary(Operator operator, Expression left, Expression right, int at)
      implements Expression {}

  /** {@code $root.step.step}; {@code root} is without the dollar sign. */
  record Reference(String root, List<Step> steps, int at) implements Expression {}

  /** What follows the root of a reference. */
  sealed interface Step {
    int at();
  }

  /** {@code .name}. */
  record Property(String name, int at) implements Step {}

  /** {@code .name(arguments)}. */
  record Call(String name, List<Expression> arguments, int at) implements Step {}

  /** {@code [index]}. */
  record Index(Expression index, int at) implements Step {}

  /** Whether computing a value can fail; constants, variables and loop counters cannot. */
  static boolean canFail(Expression value) {
    if (value instanceof Reference reference) {
      return !reference.steps().isEmpty() && !reference.root().equals("foreach");
    } else if (value instanceof Not not) {
      return canFail(not.operand());
    } else if (value instanceof Binary binary && binary.operator().logical()) {
      return canFail(binary.left()) || canFail(binary.right());
    }
    return !(value instanceof Text || value instanceof Constant);
  }
}
