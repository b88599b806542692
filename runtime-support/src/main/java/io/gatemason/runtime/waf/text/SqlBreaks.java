package io.gatemason.runtime.waf.text;

import io.gatemason.runtime.waf.text.SqlToken.Kind;
import java.util.Set;

/** What goes on behind a quote as SQL would, where an application had begun a string. */
final class SqlBreaks {
  private static final Set<String> PATTERNS = Set.of("like", "ilike", "rlike", "regexp");

  private SqlBreaks() {}

  /**
   * Whether a text leaves the string in which it begins.
   *
   * @param text whose first token is the rest of that string
   */
  static boolean leavesString(SqlText text, boolean sensitive) {
    int next = text.skip(1, Kind.CLOSE);
    return text.isCutOff(next)
        || joins(text, next)
        || computes(text, next)
        || SqlStatements.beginsAt(text, text.is(next, Kind.SEMICOLON) ? next + 1 : next)
        || compares(text, next, sensitive)
        || limits(text, next)
        || (sensitive && mayJoin(text, next));
  }

  /** A condition of any kind behind the string. */
  private static boolean joins(SqlText text, int from) {
    if (!text.is(from, Kind.LOGIC)) {
      return false;
    }
    int first = text.skipOpening(from + 1);
    int behind = text.expression(first);
    if (behind < 0) {
      return false;
    }
    int constant = text.constant(from + 1);
    return text.compared(behind) >= 0
        || text.compared(text.expression(from + 1)) >= 0
        || SqlQueries.isCall(text, first)
        || (text.isWord(first, "case") && text.isWord(first + 1, "when"))
        || (constant >= 0 && endsCondition(text, constant));
  }

  /** Whether a constant alone is a condition: what is behind it is no sentence. */
  private static boolean endsCondition(SqlText text, int from) {
    SqlToken last = text.at(from - 1);
    boolean string = last.kind() == Kind.STRING;
    boolean joined = text.is(from, Kind.LOGIC) && text.is(from + 1, Kind.STRING);
    return text.isCutOff(from)
        || text.isWord(from, "limit")
        || (joined && (!string || isTrue(last.text())))
        || (text.is(from, Kind.END) && string && isTrue(last.text()));
  }

  /** Whether databases take a string as a number other than zero. */
  private static boolean isTrue(String string) {
    String digits = string.stripLeading();
    return !digits.isEmpty() && digits.charAt(0) >= '1' && digits.charAt(0) <= '9';
  }

  /** A calculation with the string, or a comparison of it. */
  private static boolean computes(SqlText text, int from) {
    boolean concatenates = text.is(from, Kind.LOGIC) && text.at(from).text().equals("||");
    if (!text.is(from, Kind.OPERATOR) && !text.is(from, Kind.COMPARISON) && !concatenates) {
      return false;
    }
    if (SqlQueries.isCall(text, text.skipOpening(from + 1))) {
      return true;
    }
    int behind = text.constant(from + 1);
    if (behind < 0) {
      return false;
    }
    boolean again = text.is(behind, Kind.OPERATOR) || text.is(behind, Kind.COMPARISON);
    return text.isCutOff(behind)
        || (again && text.is(behind + 1, Kind.STRING) && !text.is(behind - 1, Kind.STRING))
        || (text.is(behind, Kind.END) && isShortAndClosed(text, behind - 1));
  }

  /** Such as {@code '='}: in a sentence there are blanks before, or something behind the quotes. */
  private static boolean isShortAndClosed(SqlText text, int last) {
    return text.is(last, Kind.STRING)
        && text.at(last).text().isEmpty()
        && text.at(0).text().indexOf(' ') < 0;
  }

  private static boolean compares(SqlText text, int from, boolean sensitive) {
    if (text.isWord(from, PATTERNS)) {
      SqlToken pattern = text.at(from + 1);
      boolean all = pattern.kind() == Kind.STRING && pattern.text().startsWith("%");
      return all || (sensitive && text.compared(from) >= 0);
    }
    return text.is(from, Kind.WORD)
        && (sensitive || !text.isWord(from, "in"))
        && text.compared(from) >= 0;
  }

  private static boolean limits(SqlText text, int from) {
    int behind = text.isWord(from, "limit") ? text.operand(from + 1) : -1;
    return behind >= 0 && text.isCutOff(behind);
  }

  /** What sentences with quotes contain too, though rarely. */
  private static boolean mayJoin(SqlText text, int from) {
    boolean joined =
        text.is(from, Kind.LOGIC) || text.is(from, Kind.COMPARISON) || text.is(from, Kind.OPERATOR);
    int behind = text.constant(from + 1);
    return joined && behind >= 0 && text.is(behind, Kind.END);
  }
}
