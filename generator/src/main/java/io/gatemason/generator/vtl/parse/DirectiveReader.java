package io.gatemason.generator.vtl.parse;

import io.gatemason.generator.diagnostics.MappingTemplateCodes;
import io.gatemason.generator.vtl.tree.Expression;
import io.gatemason.generator.vtl.tree.Statement;
import io.gatemason.generator.vtl.tree.StatementList;
import java.util.List;
import java.util.Set;
import org.apache.velocity.runtime.parser.Token;
import org.apache.velocity.runtime.parser.node.ASTBlock;
import org.apache.velocity.runtime.parser.node.ASTDirective;
import org.apache.velocity.runtime.parser.node.ASTReference;
import org.apache.velocity.runtime.parser.node.ASTSetDirective;
import org.apache.velocity.runtime.parser.node.ASTWord;
import org.apache.velocity.runtime.parser.node.Node;

/** Reads #set, #foreach, #define, #break, #stop, and what only looks like a directive. */
public final class DirectiveReader {
  private static final Set<String> REFUSED = Set.of("include", "parse");

  private final ReadContext context;
  private final StatementReader blocks;
  private final ExpressionReader expressions;

  DirectiveReader(ReadContext context, StatementReader blocks, ExpressionReader expressions) {
    this.context = context;
    this.blocks = blocks;
    this.expressions = expressions;
  }

  Statement assignment(ASTSetDirective node) throws TemplateSyntaxException {
    Node left = node.jjtGetChild(0);
    Expression value = expressions.read(node.jjtGetChild(1));
    if (!(left instanceof ASTReference reference)) {
      throw new TemplateSyntaxException(context.at(left), "#set needs a reference", "write $name");
    }
    Expression.Reference target = expressions.reference(reference);
    int at = context.at(Lexemes.hash(node));
    return target.steps().isEmpty()
        ? new Statement.SetVariable(target.root(), value, at)
        : new Statement.SetMember(target, value, at);
  }

  Expression condition(Node node) throws TemplateSyntaxException {
    return expressions.read(node);
  }

  void read(ASTDirective node, StatementList to) throws TemplateSyntaxException {
    String name = node.getDirectiveName();
    Token sign = Lexemes.hash(node);
    int at = context.at(sign);
    if (!Lexemes.textBeforeHash(node).isEmpty()) {
      throw new TemplateSyntaxException(
          at, "a lone sign stands directly before \"#" + name + "\"", "put a space between them");
    }
    switch (name) {
      case "foreach" -> block(node, foreach(node, at), to);
      case "define" -> block(node, define(node, at), to);
      case "break" -> line(node, new Statement.Break(at), to);
      case "stop" -> line(node, new Statement.Stop(at), to);
      case "macro" -> macro(node, at, to);
      default -> text(node, name, at, to);
    }
  }

  private void block(ASTDirective node, Statement statement, StatementList to) {
    to.text(blocks.prefix(node, node.getPrefix()));
    to.add(statement);
  }

  private void line(ASTDirective node, Statement statement, StatementList to)
      throws TemplateSyntaxException {
    if (node.jjtGetNumChildren() > 0) {
      throw new TemplateSyntaxException(
          context.at(Lexemes.hash(node)),
          "#" + node.getDirectiveName() + " takes no arguments",
          "remove the parentheses");
    }
    to.text(blocks.prefix(node, node.getPrefix()));
    to.add(statement);
  }

  private Statement foreach(ASTDirective node, int at) throws TemplateSyntaxException {
    boolean shaped =
        node.jjtGetNumChildren() == 4
            && node.jjtGetChild(0) instanceof ASTReference
            && node.jjtGetChild(1) instanceof ASTWord
            && node.jjtGetChild(1).getFirstToken().image.equals("in")
            && node.jjtGetChild(3) instanceof ASTBlock;
    if (!shaped) {
      throw new TemplateSyntaxException(
          at, "#foreach is not of the form ($item in $list)", "write #foreach($item in $list)");
    }
    Expression list = expressions.read(node.jjtGetChild(2));
    return new Statement.Foreach(
        variable(node.jjtGetChild(0)), list, blocks.block(node.jjtGetChild(3)), at);
  }

  private Statement define(ASTDirective node, int at) throws TemplateSyntaxException {
    boolean shaped = node.jjtGetNumChildren() == 2 && node.jjtGetChild(0) instanceof ASTReference;
    if (!shaped) {
      throw new TemplateSyntaxException(
          at, "#define takes exactly one reference", "write #define($name)");
    }
    List<Statement> body = blocks.block(node.jjtGetChild(1));
    return new Statement.Define(variable(node.jjtGetChild(0)), body, at);
  }

  private String variable(Node node) throws TemplateSyntaxException {
    Expression.Reference reference = expressions.reference((ASTReference) node);
    if (!reference.steps().isEmpty()) {
      throw new TemplateSyntaxException(
          reference.at(), "a plain variable is needed here", "write $name");
    }
    return reference.root();
  }

  /** The definition is swallowed; its calls are printed as text. */
  private void macro(ASTDirective node, int at, StatementList to) {
    context
        .problems()
        .warning(
            MappingTemplateCodes.GM4006,
            at,
            6,
            "macros are not executed: the definition prints nothing, its calls are printed as text",
            "write the content out, or use #define without parameters");
    to.text(blocks.prefix(node, node.getPrefix()));
  }

  private void text(ASTDirective node, String name, int at, StatementList to)
      throws TemplateSyntaxException {
    if (REFUSED.contains(name)) {
      context
          .problems()
          .error(
              MappingTemplateCodes.GM4005,
              at,
              name.length() + 1,
              "#" + name + " is not available in mapping templates",
              "copy the content into the template");
      return;
    }
    if (name.startsWith("@")) {
      throw new TemplateSyntaxException(at, "\"#" + name + "\" is not a directive", "remove it");
    }
    String literal = literal(node);
    if (literal.endsWith(")") || literal.indexOf('(') > 0) {
      context
          .problems()
          .warning(
              MappingTemplateCodes.GM4006,
              at,
              name.length() + 1,
              "\"#" + name + "\" is not a directive and is printed as text",
              "use #set, #if, #elseif, #else, #foreach, #define, #break, #stop or #end");
    }
    to.text(blocks.prefix(node, node.getPrefix()));
    to.text(literal);
  }

  private String literal(ASTDirective node) {
    StringBuilder text = new StringBuilder(node.getFirstToken().image);
    for (Token token = node.getFirstToken(); token != node.getLastToken(); token = token.next) {
      text.append(token.next.image);
    }
    return text.toString().stripLeading();
  }
}
