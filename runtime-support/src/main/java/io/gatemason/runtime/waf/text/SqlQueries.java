package io.gatemason.runtime.waf.text;

import io.gatemason.runtime.waf.text.SqlToken.Kind;
import java.util.Set;

/** Queries where none should be: joined to the application's, nested in it, or behind it. */
final class SqlQueries {
  private static final Set<String> SET_OPERATORS = Set.of("union", "intersect", "except", "minus");
  private static final Set<String> MODIFIERS = Set.of("all", "distinct", "distinctrow", "top");
  private static final Set<String> BEFORE_NESTED = Set.of("exists", "any", "some", "from");

  private SqlQueries() {}

  /** Whether a second result is joined to that of the application. */
  static boolean unites(SqlText text, int from) {
    if (!text.isWord(from, SET_OPERATORS)) {
      return false;
    }
    int select = text.skip(text.isWord(from + 1, MODIFIERS) ? from + 2 : from + 1, Kind.OPEN);
    if (!text.isWord(select, "select")) {
      return false;
    }
    int list = skipModifiers(text, select + 1);
    boolean all = text.isWord(from + 1, "all") && isUnspacedCall(text, list);
    return all
        || isListOfValues(text, list)
        || endsWithTable(text, list)
        || joins(text, from, list);
  }

  /** Whether a list of values, of which nothing else is known, cannot be a part of a sentence. */
  private static boolean joins(SqlText text, int from, int list) {
    boolean breaks = isBreak(text, from - 1);
    int behind = text.operand(list);
    if (behind < 0) {
      return breaks && text.is(list, Kind.END);
    }
    boolean constant = text.at(list).isConstant();
    return (constant && (text.is(behind, Kind.COMMA) || text.is(behind, Kind.END)))
        || (breaks && (!text.is(behind, Kind.WORD) || text.isWord(behind, "from")));
  }

  /** Whether a string, or the value at the start, ends at a place. */
  private static boolean isBreak(SqlText text, int index) {
    if (text.is(index, Kind.STRING) || text.is(index, Kind.CLOSE)) {
      return true;
    }
    int start = text.is(index - 1, Kind.OPERATOR) ? index - 1 : index;
    return text.is(index, Kind.NUMBER) && (start == 0 || (start == 1 && text.is(0, Kind.STRING)));
  }

  /** Whether a query in parentheses stands at a place where an expression may. */
  static boolean nests(SqlText text, int from) {
    if (!text.is(from, Kind.OPEN) || !text.isWord(from + 1, "select")) {
      return false;
    }
    boolean expected =
        switch (text.at(from - 1).kind()) {
          case LOGIC, COMPARISON, OPERATOR, COMMA, OPEN, STRING -> true;
          case WORD ->
              text.isWord(from - 1, BEFORE_NESTED)
                  || text.isWord(from - 1, SqlWords.BEFORE_EXPRESSIONS)
                  || text.isWord(from - 1, SqlWords.FUNCTIONS)
                  || text.isWord(from - 1, SqlWords.DANGEROUS_FUNCTIONS);
          default -> false;
        };
    int list = skipModifiers(text, from + 2);
    return expected && (isListOfValues(text, list) || endsWithTable(text, list));
  }

  /** Whether a query that is a statement begins at a place. */
  static boolean asks(SqlText text, int from) {
    if (!text.isWord(from, "select")) {
      return false;
    }
    int list = skipModifiers(text, from + 1);
    return isStar(text, list)
        || text.at(list).text().startsWith("@@")
        || (text.is(list, Kind.OPEN) && text.isWord(list + 1, "select"))
        || isCall(text, list)
        || text.isWord(table(text, list), SqlWords.CLAUSES)
        || (table(text, list) >= 0 && text.isCutOff(table(text, list)));
  }

  /** Whether a query begins at a place, wherever that is: for those who rather see too much. */
  static boolean mayAsk(SqlText text, int from) {
    return text.isWord(from, "select") && endsWithTable(text, skipModifiers(text, from + 1));
  }

  private static boolean isListOfValues(SqlText text, int list) {
    SqlToken first = text.at(list);
    if (first.isConstant()) {
      return switch (text.at(list + 1).kind()) {
        case CLOSE, COMPARISON, OPERATOR, COMMENT -> true;
        default -> text.isWord(list + 1, "from");
      };
    }
    return isStar(text, list)
        || first.kind() == Kind.VARIABLE
        || first.kind() == Kind.OPEN
        || (text.isWord(list, "case") && text.isWord(list + 1, "when"))
        || isCall(text, list);
  }

  private static boolean isStar(SqlText text, int list) {
    return text.at(list).text().equals("*")
        && (text.isWord(list + 1, "from") || text.is(list + 1, Kind.COMMA));
  }

  /** Whether a function that databases have is called at a place. */
  static boolean isCall(SqlText text, int from) {
    return (text.isWord(from, SqlWords.FUNCTIONS)
            || text.isWord(from, SqlWords.DANGEROUS_FUNCTIONS))
        && isUnspacedCall(text, from);
  }

  private static boolean isUnspacedCall(SqlText text, int from) {
    return text.is(from, Kind.WORD) && text.is(from + 1, Kind.OPEN) && !text.at(from + 1).spaced();
  }

  /** Whether a list ends with a table, and the query with it or a clause, not a sentence. */
  private static boolean endsWithTable(SqlText text, int list) {
    int behind = table(text, list);
    return behind >= 0 && (!text.is(behind, Kind.WORD) || text.isWord(behind, SqlWords.CLAUSES));
  }

  /** Behind the table from which a list is asked, or -1 if there is none. */
  private static int table(SqlText text, int list) {
    int i = isStar(text, list) ? list + 1 : text.operand(list);
    while (i >= 0 && text.is(i, Kind.COMMA)) {
      i = text.operand(i + 1);
    }
    boolean table = i >= 0 && text.isWord(i, "from") && text.is(i + 1, Kind.WORD);
    return table ? SqlStatements.name(text, i + 1) : -1;
  }

  private static int skipModifiers(SqlText text, int from) {
    int i = from;
    while (text.isWord(i, MODIFIERS)) {
      i += text.isWord(i, "top") && text.is(i + 1, Kind.NUMBER) ? 2 : 1;
    }
    return i;
  }
}
