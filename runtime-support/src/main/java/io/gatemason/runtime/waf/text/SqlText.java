package io.gatemason.runtime.waf.text;

import io.gatemason.runtime.waf.text.SqlToken.Kind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/** Tokens of a text, and what expressions they make. */
final class SqlText {
  private static final String UNARY = "-+~!";
  private static final Set<String> UNARY_WORDS = Set.of("not", "binary", "all", "any", "some");
  private static final Set<String> LIKE = Set.of("like", "ilike", "rlike", "regexp", "glob");
  private static final int LONGEST_REST = 12;

  private final List<SqlToken> tokens;

  /** Of an opening parenthesis the place of the closing one, or of the end. */
  private final int[] closing;

  private final int[] depth;

  SqlText(List<SqlToken> tokens) {
    this.tokens = tokens;
    this.closing = new int[tokens.size()];
    this.depth = new int[tokens.size()];
    Deque<Integer> open = new ArrayDeque<>();
    for (int i = 0; i < tokens.size(); i++) {
      closing[i] = tokens.size();
      depth[i] = open.size();
      if (is(i, Kind.OPEN)) {
        open.push(i);
      } else if (is(i, Kind.CLOSE) && !open.isEmpty()) {
        closing[open.pop()] = i;
      }
    }
  }

  int size() {
    return tokens.size();
  }

  /** The token at a place; the end outside of the text. */
  SqlToken at(int index) {
    return index < 0 || index >= tokens.size() ? SqlToken.END : tokens.get(index);
  }

  boolean is(int index, Kind kind) {
    return at(index).kind() == kind;
  }

  boolean isWord(int index, String word) {
    return isWord(index, Set.of(word));
  }

  boolean isWord(int index, Set<String> words) {
    return is(index, Kind.WORD) && words.contains(at(index).text());
  }

  /** Whether a token stands in parentheses. */
  boolean isInParentheses(int index) {
    return depth[index] > 0;
  }

  /** Behind all tokens of a kind from a place on. */
  int skip(int from, Kind kind) {
    int i = from;
    while (is(i, kind)) {
      i++;
    }
    return i;
  }

  /** Behind signs and words that may stand before an operand. */
  int skipUnary(int from) {
    int i = from;
    while ((is(i, Kind.OPERATOR) && UNARY.contains(at(i).text())) || isWord(i, UNARY_WORDS)) {
      i++;
    }
    return i;
  }

  /** Behind what begins an operand: signs and parentheses. */
  int skipOpening(int from) {
    int i = skipUnary(from);
    while (is(i, Kind.OPEN)) {
      i = skipUnary(i + 1);
    }
    return i;
  }

  /** Behind an operand that begins at a place, or -1 if none does. */
  int operand(int from) {
    int i = skipUnary(from);
    return switch (at(i).kind()) {
      case NUMBER, STRING, VARIABLE -> i + 1;
      case OPEN -> closing[i] + 1;
      case WORD -> {
        i++;
        while (is(i, Kind.DOT)) {
          i = skip(i, Kind.DOT) + 1;
        }
        yield is(i, Kind.OPEN) ? closing[i] + 1 : i;
      }
      default -> -1;
    };
  }

  /** Behind operands that are calculated with, or -1 if there are none. */
  int expression(int from) {
    int behind = operand(from);
    while (behind >= 0 && is(behind, Kind.OPERATOR) && operand(behind + 1) >= 0) {
      behind = operand(behind + 1);
    }
    return behind;
  }

  /** Behind a constant, in parentheses or not, that begins at a place, or -1. */
  int constant(int from) {
    int i = skipOpening(from);
    return at(i).isConstant() ? skip(i + 1, Kind.CLOSE) : -1;
  }

  /** Behind a comparison whose left operand ends before a place, or -1 if none does. */
  int compared(int from) {
    if (is(from, Kind.COMPARISON)) {
      return operand(from + 1);
    }
    if (isWord(from, "is")) {
      int i = isWord(from + 1, "not") ? from + 2 : from + 1;
      return is(i, Kind.WORD) && at(i).isConstant() ? i + 1 : -1;
    }
    int i = isWord(from, "not") || isWord(from, "sounds") ? from + 1 : from;
    if (isWord(i, LIKE)) {
      return at(i + 1).isConstant() || is(i + 1, Kind.OPEN) ? operand(i + 1) : -1;
    }
    if (isWord(i, "in")) {
      boolean list = is(i + 1, Kind.OPEN) && (constant(i + 2) >= 0 || isWord(i + 2, "select"));
      return list ? closing[i + 1] + 1 : -1;
    }
    if (isWord(i, "between")) {
      int second = constant(i + 1);
      return second >= 0 && is(second, Kind.LOGIC) ? operand(second + 1) : -1;
    }
    return -1;
  }

  /**
   * Whether the rest of a statement is cut off from a place on: by a comment at the end of the text
   * in which hardly anything stands.
   */
  boolean isCutOff(int from) {
    int i = is(from, Kind.SEMICOLON) ? from + 1 : from;
    if (!is(i, Kind.COMMENT)) {
      return false;
    }
    String rest = at(i).text().strip();
    return rest.length() <= LONGEST_REST
        && rest.chars().noneMatch(each -> each == ' ' || each == '\'' || each == '"')
        && is(skip(i, Kind.COMMENT), Kind.END);
  }
}
