package io.gatemason.generator.vtl.parse;

import io.gatemason.generator.vtl.tree.Statement;
import io.gatemason.generator.vtl.tree.StatementList;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.velocity.runtime.parser.StandardParserConstants;
import org.apache.velocity.runtime.parser.Token;
import org.apache.velocity.runtime.parser.node.ASTBlock;
import org.apache.velocity.runtime.parser.node.ASTComment;
import org.apache.velocity.runtime.parser.node.ASTDirective;
import org.apache.velocity.runtime.parser.node.ASTElseIfStatement;
import org.apache.velocity.runtime.parser.node.ASTElseStatement;
import org.apache.velocity.runtime.parser.node.ASTEscape;
import org.apache.velocity.runtime.parser.node.ASTIfStatement;
import org.apache.velocity.runtime.parser.node.ASTReference;
import org.apache.velocity.runtime.parser.node.ASTSetDirective;
import org.apache.velocity.runtime.parser.node.ASTText;
import org.apache.velocity.runtime.parser.node.ASTTextblock;
import org.apache.velocity.runtime.parser.node.Node;
import org.jspecify.annotations.Nullable;

/**
 * Turns Velocity's nodes into statements. A lone dollar sign directly in front of #set, #if, #else
 * or #end vanishes, as in Velocity 1.7. Invariant: the texts of a list of statements, in order, are
 * what Velocity 1.7 prints around their values.
 */
public final class StatementReader {
  /** Its exclamation mark vanishes, as elsewhere in text. */
  private static final Pattern QUIET_SIGN_AT_LINE_END = Pattern.compile("\\$!(?=[\r\n])");

  /** Here Velocity 1.7 prints less than what stands there, or fails. */
  private static final Pattern ESCAPED_NOTHING = Pattern.compile("\\\\\\$!?(\\.[A-Za-z_]|\\[)");

  /** As many as any compiler reads without running out of stack. */
  private static final int MOST_BRANCHES = 500;

  private final ReadContext context;
  private final ReferenceReader references;
  private final DirectiveReader directives;

  StatementReader(ReadContext context) {
    this.context = context;
    ExpressionReader expressions = new ExpressionReader(context);
    this.references = new ReferenceReader(context, expressions);
    this.directives = new DirectiveReader(context, this, expressions);
  }

  /** Reads a template or a string literal. */
  public static List<Statement> read(ReadContext context) throws TemplateSyntaxException {
    Node root = context.velocity().parse(context.fragment());
    return new StatementReader(context).children(root, new StatementList()).toList();
  }

  /** Reads a block with the white space that belongs to it. */
  List<Statement> block(Node node) throws TemplateSyntaxException {
    StatementList list = children(node, new StatementList());
    if (node instanceof ASTBlock block) {
      list.text(block.getPostfix().isEmpty() ? "" : literalAfter(node));
    }
    return list.toList();
  }

  private String literalAfter(Node node) {
    return context.velocity().literal(node.getLastToken().next);
  }

  /** The blanks before a directive, with a lone sign that the parser skipped before them. */
  String prefix(Node node, String prefix) {
    return prefix.isEmpty() ? "" : context.velocity().literal(node.getFirstToken());
  }

  private StatementList children(Node node, StatementList list) throws TemplateSyntaxException {
    context.enter(node);
    for (int i = 0; i < node.jjtGetNumChildren(); i++) {
      if (!list.ended()) {
        refuseBracketBehindComment(node, i);
        child(node.jjtGetChild(i), i == 0 ? null : node.jjtGetChild(i - 1), list);
      }
    }
    context.leave();
    return list;
  }

  private void child(Node node, @Nullable Node previous, StatementList to)
      throws TemplateSyntaxException {
    if (node instanceof ASTReference reference) {
      references.print(reference, to);
    } else if (node instanceof ASTSetDirective directive) {
      set(directive, previous, to);
    } else if (node instanceof ASTIfStatement choice) {
      conditional(choice, to);
    } else if (node instanceof ASTDirective directive) {
      directives.read(directive, to);
    } else if (node instanceof ASTEscape escape) {
      to.text(escape.val);
    } else if (node instanceof ASTTextblock) {
      String image = node.getFirstToken().image;
      to.text(image.substring(3, image.length() - 3));
    } else if (node instanceof ASTComment) {
      refuseBehindProperty(node, previous);
      to.text(Lexemes.textBeforeComment(node.getFirstToken()));
    } else if (node instanceof ASTText) {
      to.text(text(node));
    } else {
      to.text(node.getFirstToken().image);
    }
  }

  /** Velocity 1.7 does not see a line comment there and goes on in the middle of the sign. */
  private void refuseBehindProperty(Node comment, @Nullable Node previous)
      throws TemplateSyntaxException {
    Token sign = comment.getFirstToken();
    int start = context.fragment().offset(sign.beginLine, sign.beginColumn);
    boolean line = sign.image.startsWith("##");
    boolean longer = context.fragment().text().startsWith("###", start);
    if (line && !longer && previous instanceof ASTReference && Lexemes.endsInProperty(previous)) {
      throw new TemplateSyntaxException(
          context.at(comment),
          "the service prints a comment directly behind a property as text",
          "put a blank before \"##\", or write ${name}");
    }
  }

  /** Velocity 1.7 takes the bracket for the index of the reference in front of the comment. */
  private void refuseBracketBehindComment(Node parent, int child) throws TemplateSyntaxException {
    int before = child - 1;
    while (before >= 0 && Lexemes.isBlockComment(parent.jjtGetChild(before))) {
      before--;
    }
    boolean behind =
        before >= 0
            && before < child - 1
            && parent.jjtGetChild(before) instanceof ASTReference reference
            && !reference.getLastToken().image.endsWith("}");
    Node node = parent.jjtGetChild(child);
    if (behind && node instanceof ASTText && node.getFirstToken().image.startsWith("[")) {
      throw new TemplateSyntaxException(
          context.at(node),
          "the service cannot read \"[\" behind a reference and a comment",
          "put a blank before the comment, or write ${name}");
    }
  }

  private String text(Node node) throws TemplateSyntaxException {
    if (node.getFirstToken().kind == StandardParserConstants.LONE_SYMBOL
        && context.fragment().isTemplate()) {
      throw new TemplateSyntaxException(
          context.at(node),
          "template ends with \"" + node.getFirstToken().image + "\"",
          "the service answers 500 to this; add a line end or remove it");
    }
    StringBuilder text = new StringBuilder();
    Token last = node.getLastToken();
    for (Token token = node.getFirstToken(); token != last; token = token.next) {
      text.append(context.velocity().literal(token));
    }
    String all = text.append(context.velocity().literal(last)).toString();
    if (ESCAPED_NOTHING.matcher(all).find()) {
      throw new TemplateSyntaxException(
          context.at(node),
          "the service loses what stands here, or fails: an escaped sign before \".\" or \"[\"",
          "write \"$\" without a backslash");
    }
    return QUIET_SIGN_AT_LINE_END.matcher(all).replaceAll("\\$");
  }

  /** Velocity 1.x drops blanks in front of #set unless other text stands before them. */
  private void set(ASTSetDirective node, @Nullable Node previous, StatementList to)
      throws TemplateSyntaxException {
    if (previous instanceof ASTText) {
      if (Lexemes.isBlank(text(previous))) {
        to.dropLastText();
      }
      to.text(prefix(node, node.getPrefix()));
    }
    to.add(directives.assignment(node));
  }

  private void conditional(ASTIfStatement node, StatementList to) throws TemplateSyntaxException {
    to.text(prefix(node, node.getPrefix()));
    int at = context.at(Lexemes.hash(node));
    if (node.jjtGetNumChildren() > MOST_BRANCHES) {
      throw new TemplateSyntaxException(
          at,
          "#if has more than " + MOST_BRANCHES + " branches",
          "choose from a map: #set($chosen = $map.get($key))");
    }
    List<Statement.Branch> branches = new ArrayList<>();
    branches.add(branch(node, at));
    List<Statement> otherwise = List.of();
    int otherwiseAt = at;
    for (int i = 2; i < node.jjtGetNumChildren(); i++) {
      Node part = node.jjtGetChild(i);
      if (part instanceof ASTElseIfStatement) {
        branches.add(branch(part, context.at(Lexemes.hash(part))));
      } else if (part instanceof ASTElseStatement) {
        otherwise = block(part.jjtGetChild(0));
        otherwiseAt = context.at(Lexemes.hash(part));
      }
    }
    to.add(new Statement.If(branches, otherwise, otherwiseAt, at));
  }

  private Statement.Branch branch(Node node, int at) throws TemplateSyntaxException {
    return new Statement.Branch(
        directives.condition(node.jjtGetChild(0)), block(node.jjtGetChild(1)), at);
  }
}
