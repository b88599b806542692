package io.gatemason.runtime.waf.text;

import io.gatemason.runtime.waf.text.SqlToken.Kind;
import java.util.Set;

/** Conditions that are always true, calls that do harm, and ends of statements. */
final class SqlExpressions {
  private static final Set<String> FILES = Set.of("outfile", "dumpfile");
  private static final Set<String> EXECUTE = Set.of("exec", "execute");

  private SqlExpressions() {}

  /** Whether a condition of constants is joined to that of the application. */
  static boolean isTautology(SqlText text, int from, boolean sensitive) {
    if (!text.is(from, Kind.LOGIC)) {
      return false;
    }
    int left = text.constant(from + 1);
    int right = left < 0 ? -1 : comparedWithConstant(text, left);
    if (right >= 0 && (sensitive || text.at(from).isOr() || text.isCutOff(right))) {
      return true;
    }
    return sensitive && left >= 0 && (text.is(left, Kind.END) || text.isCutOff(left));
  }

  /** Behind a constant with which another is compared, or -1; also if a sentence goes on. */
  private static int comparedWithConstant(SqlText text, int left) {
    int right = text.is(left, Kind.COMPARISON) ? text.constant(left + 1) : text.compared(left);
    boolean ends =
        !text.is(right, Kind.WORD)
            || text.isWord(right, SqlWords.CLAUSES)
            || text.isWord(right, SqlWords.BEFORE_EXPRESSIONS);
    return ends ? right : -1;
  }

  /** Whether what a function or the database says is compared, behind a value at the start. */
  static boolean isComparedCall(SqlText text, int from) {
    boolean behindValue =
        text.is(from - 1, Kind.NUMBER)
            || text.is(from - 1, Kind.STRING)
            || text.is(from - 1, Kind.CLOSE);
    if (from > 2 || !behindValue || !text.is(from, Kind.LOGIC)) {
      return false;
    }
    int first = text.skipOpening(from + 1);
    if (SqlQueries.isCall(text, first)) {
      return text.compared(text.operand(first)) >= 0;
    }
    int left = text.constant(from + 1);
    return left >= 0
        && text.is(left, Kind.COMPARISON)
        && (SqlQueries.isCall(text, left + 1) || text.at(left + 1).text().startsWith("@@"));
  }

  /** Whether groups or cases are selected by a condition of constants. */
  static boolean isConstantCondition(SqlText text, int from) {
    int condition = from + 1;
    if (text.isWord(from, "case") && text.isWord(from + 1, "when")) {
      condition = from + 2;
    } else if (!text.isWord(from, "having")) {
      return false;
    }
    int left = text.constant(condition);
    return left >= 0 && text.compared(left) >= 0;
  }

  /** Whether something is called that waits, reads files, or leaves the database. */
  static boolean isDangerousCall(SqlText text, int from) {
    if (text.isWord(from, SqlWords.DANGEROUS_PROCEDURES)) {
      return text.isWord(from - 1, EXECUTE)
          || text.is(from - 1, Kind.DOT)
          || text.is(from - 1, Kind.SEMICOLON)
          || text.is(from + 1, Kind.STRING);
    }
    if (text.isWord(from, "waitfor")) {
      return text.isWord(from + 1, Set.of("delay", "time")) && text.is(from + 2, Kind.STRING);
    }
    if (text.isWord(from, "into") && text.isWord(from + 1, FILES)) {
      return text.at(from + 2).isConstant();
    }
    if (text.isWord(from, "procedure") && text.isWord(from + 1, "analyse")) {
      return text.is(from + 2, Kind.OPEN);
    }
    return text.isWord(from, SqlWords.DANGEROUS_FUNCTIONS)
        && text.is(from + 1, Kind.OPEN)
        && !text.is(from + 2, Kind.CLOSE)
        && mayExpressionFollow(text, beginOfName(text, from) - 1);
  }

  private static int beginOfName(SqlText text, int from) {
    int i = from;
    while (text.is(i - 1, Kind.DOT)
        && text.at(i - 2).text().matches("(utl|dbms)_[a-z]+|sys|pg_catalog")) {
      i -= 2;
    }
    return i;
  }

  /** Whether an expression, not a word of a sentence or code, begins behind a token. */
  private static boolean mayExpressionFollow(SqlText text, int index) {
    return switch (text.at(index).kind()) {
      case END, LOGIC, OPEN, NUMBER, STRING, SEMICOLON -> true;
      case OPERATOR -> index > 0 || !text.at(index + 1).spaced();
      case COMMA -> text.isInParentheses(index);
      case COMPARISON -> !text.is(index - 1, Kind.WORD);
      case WORD -> text.isWord(index, SqlWords.BEFORE_EXPRESSIONS);
      default -> false;
    };
  }

  /** Whether a database is asked about itself. */
  static boolean readsCatalog(SqlText text, int from) {
    return (text.isWord(from, "from") && text.isWord(from + 1, SqlWords.CATALOGS))
        || (text.isWord(from, "select") && text.at(from + 1).text().startsWith("@@"));
  }

  /** Whether columns are counted by the order, behind a value, and the rest is cut off. */
  static boolean ordersByNumber(SqlText text, int from) {
    if (!text.isWord(from, Set.of("order", "group")) || !text.isWord(from + 1, "by")) {
      return false;
    }
    int i = text.operand(from + 2);
    while (i >= 0 && text.is(i, Kind.COMMA)) {
      i = text.operand(i + 1);
    }
    boolean behindValue =
        switch (text.at(from - 1).kind()) {
          case NUMBER, STRING, CLOSE -> true;
          default -> false;
        };
    return i >= 0 && behindValue && text.isCutOff(i);
  }
}
