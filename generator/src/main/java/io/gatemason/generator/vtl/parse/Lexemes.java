package io.gatemason.generator.vtl.parse;

import org.apache.velocity.runtime.parser.Token;
import org.apache.velocity.runtime.parser.node.ASTComment;
import org.apache.velocity.runtime.parser.node.Node;

/** What Velocity's tokens carry besides the element they stand for. */
public final class Lexemes {
  private Lexemes() {}

  /** The first token of a directive that has its {@code #}. */
  static Token hash(Node directive) {
    Token token = directive.getFirstToken();
    while (token.image.lastIndexOf('#') < 0 && token.next != null) {
      token = token.next;
    }
    return token;
  }

  /** Characters such as {@code $} that the parser took for a part of the directive's sign. */
  static String textBeforeHash(Node directive) {
    String image = hash(directive).image;
    int hash = image.lastIndexOf('#');
    return hash < 0 ? "" : image.substring(0, hash);
  }

  /** What a comment's first token has before its sign. */
  static String textBeforeComment(Token token) {
    int line = token.image.indexOf("##");
    int block = token.image.indexOf("#*");
    int sign = line < 0 ? block : line;
    return sign < 0 ? "" : token.image.substring(0, sign);
  }

  /** Whether a node is a comment up to its end sign, with nothing in front of it. */
  static boolean isBlockComment(Node node) {
    return node instanceof ASTComment
        && node.getFirstToken().image.endsWith("*#")
        && textBeforeComment(node.getFirstToken()).isEmpty();
  }

  /** Whether a reference ends in {@code .name} or in brackets, and not in a call or a brace. */
  static boolean endsInProperty(Node reference) {
    String end = reference.getLastToken().image;
    char last = end.isEmpty() ? ' ' : end.charAt(end.length() - 1);
    return reference.jjtGetNumChildren() > 0 && last != ')' && last != '}';
  }

  /** Whether there are only spaces and tabs, or nothing. */
  static boolean isBlank(String text) {
    return text.chars().allMatch(c -> c == ' ' || c == '\t');
  }
}
