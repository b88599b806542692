package io.gatemason.generator.vtl.tree;

import java.util.List;

/**
 * A part of a template that renders or changes something. {@code at} is an offset in the template.
 */
public sealed interface Statement {

  /** Text that is printed as it is. */
  record Text(String text) implements Statement {}

  /** A reference that is printed. */
  record Print(Expression.Reference reference) implements Statement {}

  /** A reference that is escaped: it is evaluated, and its source stands behind it as text. */
  record Escaped(Expression.Reference reference) implements Statement {}

  /** {@code #set($x = value)}. */
  record SetVariable(String variable, Expression value, int at) implements Statement {}

  /** {@code #set($x.y = value)}: the last step is what is written. */
  record SetMember(Expression.Reference target, Expression value, int at) implements Statement {}

  /** {@code #if … #elseif … #else … #end}; {@code otherwise} is empty where there is no else. */
  record If(List<Branch> branches, List<Statement> otherwise, int otherwiseAt, int at)
      implements Statement {}

  /** A condition and what it guards. */
  record Branch(Expression condition, List<Statement> body, int at) {}

  /** {@code #foreach($variable in list) … #end}. */
  record Foreach(String variable, Expression list, List<Statement> body, int at)
      implements Statement {}

  /** {@code #define($variable) … #end}. */
  record Define(String variable, List<Statement> body, int at) implements Statement {}

  /** {@code #break}: leaves the innermost loop. */
  record Break(int at) implements Statement {}

  /** {@code #stop}: ends the template, keeping what was printed. */
  record Stop(int at) implements Statement {}
}
