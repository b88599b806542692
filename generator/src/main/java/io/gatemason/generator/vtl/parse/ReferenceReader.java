package io.gatemason.generator.vtl.parse;

import io.gatemason.generator.vtl.tree.Statement;
import io.gatemason.generator.vtl.tree.StatementList;
import org.apache.velocity.runtime.parser.Token;
import org.apache.velocity.runtime.parser.node.ASTReference;

/** Reads references that are printed, with the backslashes and signs that precede them. */
public final class ReferenceReader {
  private final ReadContext context;
  private final ExpressionReader expressions;

  ReferenceReader(ReadContext context, ExpressionReader expressions) {
    this.context = context;
    this.expressions = expressions;
  }

  void print(ASTReference node, StatementList to) throws TemplateSyntaxException {
    String image = node.getFirstToken().image;
    if (image.contains("\\!")) {
      return; // never a reference to anything, so the empty text
    }
    int slashes = 0;
    while (slashes < image.length() && image.charAt(slashes) == '\\') {
      slashes++;
    }
    int dollar = image.lastIndexOf('$');
    if (dollar < 0) {
      to.text(image + rest(node));
      return;
    }
    to.text("\\".repeat(slashes / 2));
    if (slashes % 2 == 1) {
      to.add(new Statement.Escaped(expressions.reference(node)));
      to.text(image.substring(dollar) + rest(node));
      return;
    }
    to.text(image.substring(slashes, dollar));
    to.add(new Statement.Print(expressions.reference(node)));
  }

  private String rest(ASTReference node) {
    StringBuilder text = new StringBuilder();
    Token last = node.getLastToken();
    for (Token token = node.getFirstToken(); token != last; token = token.next) {
      text.append(context.velocity().literal(token.next));
    }
    return text.toString();
  }
}
