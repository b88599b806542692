package io.gatemason.generator.vtl.parse;

import io.gatemason.generator.vtl.tree.Expression;
import io.gatemason.generator.vtl.tree.Operator;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.velocity.runtime.parser.node.ASTAddNode;
import org.apache.velocity.runtime.parser.node.ASTAndNode;
import org.apache.velocity.runtime.parser.node.ASTDivNode;
import org.apache.velocity.runtime.parser.node.ASTEQNode;
import org.apache.velocity.runtime.parser.node.ASTExpression;
import org.apache.velocity.runtime.parser.node.ASTFalse;
import org.apache.velocity.runtime.parser.node.ASTFloatingPointLiteral;
import org.apache.velocity.runtime.parser.node.ASTGENode;
import org.apache.velocity.runtime.parser.node.ASTGTNode;
import org.apache.velocity.runtime.parser.node.ASTIdentifier;
import org.apache.velocity.runtime.parser.node.ASTIndex;
import org.apache.velocity.runtime.parser.node.ASTIntegerLiteral;
import org.apache.velocity.runtime.parser.node.ASTIntegerRange;
import org.apache.velocity.runtime.parser.node.ASTLENode;
import org.apache.velocity.runtime.parser.node.ASTLTNode;
import org.apache.velocity.runtime.parser.node.ASTMap;
import org.apache.velocity.runtime.parser.node.ASTMethod;
import org.apache.velocity.runtime.parser.node.ASTModNode;
import org.apache.velocity.runtime.parser.node.ASTMulNode;
import org.apache.velocity.runtime.parser.node.ASTNENode;
import org.apache.velocity.runtime.parser.node.ASTNotNode;
import org.apache.velocity.runtime.parser.node.ASTObjectArray;
import org.apache.velocity.runtime.parser.node.ASTOrNode;
import org.apache.velocity.runtime.parser.node.ASTReference;
import org.apache.velocity.runtime.parser.node.ASTStringLiteral;
import org.apache.velocity.runtime.parser.node.ASTSubtractNode;
import org.apache.velocity.runtime.parser.node.ASTTrue;
import org.apache.velocity.runtime.parser.node.Node;

/** Turns Velocity's nodes into expressions. */
public final class ExpressionReader {
  private static final Map<Class<? extends Node>, Operator> OPERATORS =
      Map.ofEntries(
          Map.entry(ASTAddNode.class, Operator.ADD),
          Map.entry(ASTSubtractNode.class, Operator.SUBTRACT),
          Map.entry(ASTMulNode.class, Operator.MULTIPLY),
          Map.entry(ASTDivNode.class, Operator.DIVIDE),
          Map.entry(ASTModNode.class, Operator.MODULO),
          Map.entry(ASTEQNode.class, Operator.EQUAL),
          Map.entry(ASTNENode.class, Operator.NOT_EQUAL),
          Map.entry(ASTLTNode.class, Operator.LESS),
          Map.entry(ASTLENode.class, Operator.LESS_OR_EQUAL),
          Map.entry(ASTGTNode.class, Operator.GREATER),
          Map.entry(ASTGENode.class, Operator.GREATER_OR_EQUAL),
          Map.entry(ASTAndNode.class, Operator.AND),
          Map.entry(ASTOrNode.class, Operator.OR));

  /** As many as any compiler reads without running out of stack. */
  private static final int MOST_STEPS = 200;

  private final ReadContext context;

  ExpressionReader(ReadContext context) {
    this.context = context;
  }

  Expression read(Node node) throws TemplateSyntaxException {
    context.enter(node);
    try {
      return expression(node);
    } finally {
      context.leave();
    }
  }

  private Expression expression(Node node) throws TemplateSyntaxException {
    int at = context.at(node);
    Operator operator = OPERATORS.get(node.getClass());
    if (operator != null) {
      return new Expression.Binary(
          operator, read(node.jjtGetChild(0)), read(node.jjtGetChild(1)), at);
    } else if (node instanceof ASTExpression) {
      return expression(node.jjtGetChild(0));
    } else if (node instanceof ASTNotNode) {
      return new Expression.Not(read(node.jjtGetChild(0)), at);
    } else if (node instanceof ASTReference reference) {
      return reference.getFirstToken().image.indexOf('$') < 0
          ? new Expression.Nothing(at)
          : reference(reference);
    } else if (node instanceof ASTObjectArray) {
      return new Expression.ListOf(children(node), at);
    } else if (node instanceof ASTMap) {
      return new Expression.MapOf(children(node), at);
    } else if (node instanceof ASTIntegerRange) {
      return new Expression.Range(read(node.jjtGetChild(0)), read(node.jjtGetChild(1)), at);
    }
    return literal(node, at);
  }

  private Expression literal(Node node, int at) throws TemplateSyntaxException {
    String image = node.getFirstToken().image;
    if (node instanceof ASTStringLiteral) {
      return StringLiteralReader.read(image, at, context);
    } else if (node instanceof ASTIntegerLiteral) {
      return new Expression.Constant(integer(image), at);
    } else if (node instanceof ASTFloatingPointLiteral) {
      return new Expression.Constant(Double.valueOf(image), at);
    } else if (node instanceof ASTTrue || node instanceof ASTFalse) {
      return new Expression.Constant(node instanceof ASTTrue, at);
    }
    throw new TemplateSyntaxException(
        at, "\"" + image + "\" is not a value", "write a reference, a number or a quoted text");
  }

  private static Object integer(String image) {
    BigInteger value = new BigInteger(image);
    if (value.bitLength() < Integer.SIZE) {
      return value.intValue();
    }
    return value.bitLength() < Long.SIZE ? (Object) value.longValue() : value;
  }

  private List<Expression> children(Node node) throws TemplateSyntaxException {
    List<Expression> children = new ArrayList<>();
    for (int i = 0; i < node.jjtGetNumChildren(); i++) {
      children.add(read(node.jjtGetChild(i)));
    }
    return children;
  }

  /** Reads a reference as a value; escapes and quietness have no meaning then. */
  Expression.Reference reference(ASTReference node) throws TemplateSyntaxException {
    String image = node.getFirstToken().image;
    int at = context.at(node) + image.lastIndexOf('$');
    String sign = image.substring(image.lastIndexOf('$'));
    String root = sign.replaceFirst("^\\$!?\\{?", "");
    if (root.isEmpty() && node.getFirstToken().next != null) {
      root = node.getFirstToken().next.image;
    }
    if (root.equals("true") || root.equals("false")) {
      throw new TemplateSyntaxException(at, "\"$" + root + "\" is not a variable", "rename it");
    }
    if (node.jjtGetNumChildren() > MOST_STEPS) {
      throw new TemplateSyntaxException(
          at,
          "\"$" + root + "\" is followed by more than " + MOST_STEPS + " members and calls",
          "keep a part of it in a variable with #set");
    }
    List<Expression.Step> steps = new ArrayList<>();
    for (int i = 0; i < node.jjtGetNumChildren(); i++) {
      steps.add(step(node.jjtGetChild(i)));
    }
    return new Expression.Reference(root, steps, at);
  }

  private Expression.Step step(Node node) throws TemplateSyntaxException {
    String name = node.getFirstToken().image;
    int at = context.at(node);
    if (node instanceof ASTIdentifier) {
      return new Expression.Property(name, at);
    } else if (node instanceof ASTIndex) {
      return new Expression.Index(parameter(node.jjtGetChild(0)), at);
    } else if (node instanceof ASTMethod) {
      List<Expression> arguments = new ArrayList<>();
      for (int i = 1; i < node.jjtGetNumChildren(); i++) {
        arguments.add(parameter(node.jjtGetChild(i)));
      }
      return new Expression.Call(name, arguments, at);
    }
    throw new TemplateSyntaxException(
        at, "alternative values are not available", "use #if to test the reference");
  }

  /** Velocity 1.x takes single values, not operations, as arguments and in brackets. */
  private Expression parameter(Node node) throws TemplateSyntaxException {
    Expression value = read(node);
    if (value instanceof Expression.Binary || value instanceof Expression.Not) {
      throw new TemplateSyntaxException(
          context.at(node),
          "an operation cannot stand here",
          "compute it with #set first and use the variable");
    }
    return value;
  }
}
