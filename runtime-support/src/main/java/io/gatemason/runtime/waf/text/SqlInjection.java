package io.gatemason.runtime.waf.text;

import io.gatemason.runtime.waf.text.SqlToken.Kind;
import java.util.List;

/**
 * Finds SQL in text that should be a value (docs/behaviour/web-acls.md#detectors). The text is cut
 * into tokens as a database would do it: as it is, and as the rest of a string in single or double
 * quotes; then the shapes are looked for that attacks have and sentences have not. Takes linear
 * time.
 */
public final class SqlInjection {
  private SqlInjection() {}

  /**
   * Whether a text attacks a database.
   *
   * @param sensitive whether to find also what harmless text now and then contains, such as {@code
   *     10 AND 1=1}
   */
  public static boolean detects(byte[] text, boolean sensitive) {
    return detects(text, 0, sensitive)
        || (contains(text, '\'') && detects(text, '\'', sensitive))
        || (contains(text, '"') && detects(text, '"', sensitive));
  }

  private static boolean detects(byte[] text, int quote, boolean sensitive) {
    List<SqlToken> standard = SqlTokenizer.tokens(text, quote, false);
    if (matches(new SqlText(standard), quote != 0, sensitive)) {
      return true;
    }
    if (!contains(text, '#') && !containsDashes(text)) {
      return false;
    }
    List<SqlToken> mysql = SqlTokenizer.tokens(text, quote, true);
    return !mysql.equals(standard) && matches(new SqlText(mysql), quote != 0, sensitive);
  }

  private static boolean matches(SqlText text, boolean inString, boolean sensitive) {
    if (inString && SqlBreaks.leavesString(text, sensitive)) {
      return true;
    }
    for (int i = 0; i < text.size(); i++) {
      if (matchesAt(text, i, sensitive)) {
        return true;
      }
    }
    return sensitive && !inString && isStatement(text);
  }

  private static boolean matchesAt(SqlText text, int index, boolean sensitive) {
    return switch (text.at(index).kind()) {
      case LOGIC ->
          SqlExpressions.isTautology(text, index, sensitive)
              || SqlExpressions.isComparedCall(text, index);
      case OPEN -> SqlQueries.nests(text, index);
      case SEMICOLON -> SqlStatements.beginsAt(text, index + 1);
      case WORD -> text.isWord(index, SqlWords.BEGINNINGS) && matchesAtWord(text, index, sensitive);
      default -> false;
    };
  }

  private static boolean matchesAtWord(SqlText text, int index, boolean sensitive) {
    return SqlQueries.unites(text, index)
        || SqlExpressions.isDangerousCall(text, index)
        || SqlExpressions.isConstantCondition(text, index)
        || SqlExpressions.readsCatalog(text, index)
        || SqlExpressions.ordersByNumber(text, index)
        || (index == 1 && text.is(0, Kind.NUMBER) && SqlStatements.updates(text, index))
        || (sensitive && SqlQueries.mayAsk(text, index));
  }

  /** Whether the whole text is a statement, or a value and an order. */
  private static boolean isStatement(SqlText text) {
    return SqlStatements.beginsAt(text, 0)
        || (text.is(0, Kind.NUMBER)
            && text.isWord(1, "order")
            && text.isWord(2, "by")
            && text.is(3, Kind.NUMBER)
            && text.is(4, Kind.END));
  }

  private static boolean contains(byte[] text, char character) {
    for (byte each : text) {
      if (each == character) {
        return true;
      }
    }
    return false;
  }

  private static boolean containsDashes(byte[] text) {
    for (int i = 1; i < text.length; i++) {
      if (text[i] == '-' && text[i - 1] == '-') {
        return true;
      }
    }
    return false;
  }
}
