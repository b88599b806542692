package io.gatemason.generator.vtl.parse;

import org.apache.velocity.runtime.parser.Token;
import org.apache.velocity.runtime.parser.node.Node;

/** The fragment being read and the guard against deep nesting. Not thread-safe. */
public final class ReadContext {
  private static final int DEEPEST = 100;

  private final VelocityTree velocity;
  private final Problems problems;
  private final Fragment fragment;
  private int depth;

  public ReadContext(VelocityTree velocity, Problems problems, Fragment fragment, int depth) {
    this.velocity = velocity;
    this.problems = problems;
    this.fragment = fragment;
    this.depth = depth;
  }

  /** The same template, another fragment of it. */
  ReadContext inside(Fragment inner) {
    return new ReadContext(velocity, problems, inner, depth);
  }

  VelocityTree velocity() {
    return velocity;
  }

  Problems problems() {
    return problems;
  }

  Fragment fragment() {
    return fragment;
  }

  /** The offset in the template where a node starts. */
  int at(Node node) {
    return at(node.getFirstToken());
  }

  /** The offset in the template where a token starts. */
  int at(Token token) {
    return fragment.origin(fragment.offset(token.beginLine, token.beginColumn));
  }

  /** Enters a construct. */
  void enter(Node node) throws TemplateSyntaxException {
    if (++depth > DEEPEST) {
      throw new TemplateSyntaxException(
          at(node), "template is nested more than " + DEEPEST + " levels deep", "simplify it");
    }
  }

  /** Leaves a construct. */
  void leave() {
    depth--;
  }
}
