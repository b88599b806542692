package io.gatemason.runtime.waf.text;

import io.gatemason.runtime.waf.text.SqlToken.Kind;
import java.util.Set;

/** Further statements behind the one of the application, told from sentences by their shape. */
final class SqlStatements {
  private static final Set<String> DEFINITIONS = Set.of("drop", "create", "alter", "truncate");
  private static final Set<String> EXISTENCE =
      Set.of("if", "not", "exists", "or", "replace", "temporary");
  private static final Set<String> DEFINITION_PARTS =
      Set.of(
          "add",
          "drop",
          "modify",
          "rename",
          "set",
          "column",
          "cascade",
          "restrict",
          "as",
          "with",
          "identified",
          "is",
          "on",
          "owner",
          "for");
  private static final Set<String> ROWS = Set.of("values", "select", "set", "default", "value");
  private static final Set<String> EXECUTE = Set.of("exec", "execute", "call");

  private SqlStatements() {}

  /** Whether a statement begins at a place which somebody means. */
  static boolean beginsAt(SqlText text, int index) {
    int from = text.isWord(index, "begin") ? index + 1 : index;
    return defines(text, from)
        || writes(text, from)
        || executes(text, from)
        || SqlQueries.asks(text, from);
  }

  private static boolean defines(SqlText text, int from) {
    if (!text.isWord(from, DEFINITIONS)) {
      return false;
    }
    int i = from + 1;
    boolean object = text.isWord(i, SqlWords.OBJECTS);
    i += object ? 1 : 0;
    while (text.isWord(i, EXISTENCE)) {
      i++;
    }
    return (object || text.isWord(from, "truncate")) && namesOnly(text, i);
  }

  /** Whether a name stands at a place which no sentence goes on behind. */
  private static boolean namesOnly(SqlText text, int from) {
    int behind = text.is(from, Kind.WORD) ? name(text, from) : -1;
    return behind >= 0
        && switch (text.at(behind).kind()) {
          case WORD ->
              text.isWord(behind, DEFINITION_PARTS) || text.isWord(behind, SqlWords.CLAUSES);
          case END, COMMENT, SEMICOLON, COMMA, OPEN, CLOSE, STRING -> true;
          default -> false;
        };
  }

  /** Behind a name of several parts. */
  static int name(SqlText text, int from) {
    int i = from + 1;
    while (text.is(i, Kind.DOT)) {
      i = text.skip(i, Kind.DOT) + 1;
    }
    return i;
  }

  private static boolean writes(SqlText text, int from) {
    if (text.isWord(from + 1, "into") && text.isWord(from, Set.of("insert", "replace", "merge"))) {
      int behind = name(text, from + 2);
      return text.is(behind, Kind.OPEN)
          || text.isWord(behind, ROWS)
          || text.isWord(behind, Set.of("using", "as"));
    }
    if (updates(text, from)) {
      return true;
    }
    if (text.isWord(from, "delete") && text.isWord(from + 1, "from")) {
      return namesOnly(text, from + 2);
    }
    if (text.isWord(from, "load") && text.isWord(from + 1, "data")) {
      return text.isWord(from + 2, Set.of("infile", "local"));
    }
    return text.isWord(from, "copy")
        && text.isWord(name(text, from + 1), Set.of("from", "to"))
        && (text.isWord(name(text, from + 1) + 1, "program")
            || text.is(name(text, from + 1) + 1, Kind.STRING));
  }

  static boolean updates(SqlText text, int from) {
    int set = name(text, from + 1);
    return text.isWord(from, "update")
        && text.isWord(set, "set")
        && text.is(name(text, set + 1), Kind.COMPARISON);
  }

  private static boolean executes(SqlText text, int from) {
    if (text.isWord(from, EXECUTE)) {
      SqlToken next = text.at(from + 1);
      return next.kind() == Kind.VARIABLE
          || text.isWord(from + 1, "immediate")
          || next.text().startsWith("xp_")
          || next.text().startsWith("sp_")
          || text.is(from + 1, Kind.OPEN)
          || (text.is(from + 2, Kind.DOT) && next.kind() == Kind.WORD)
          || (text.isWord(from, "call")
              && text.is(from + 2, Kind.OPEN)
              && !text.at(from + 2).spaced());
    }
    if (text.isWord(from, Set.of("declare", "set"))) {
      return text.is(from + 1, Kind.VARIABLE)
          || (text.isWord(from, "set") && text.isWord(from + 1, "global"));
    }
    if (text.isWord(from, "shutdown")) {
      return text.isWord(from + 1, "with")
          || text.is(text.skip(from + 1, Kind.SEMICOLON), Kind.END)
          || text.isCutOff(from + 1);
    }
    if (text.isWord(from, "grant")) {
      return text.isWord(from + 2, Set.of("on", "privileges", "to"));
    }
    if (text.isWord(from, Set.of("backup", "restore"))) {
      return text.isWord(from + 1, "database")
          && text.isWord(name(text, from + 2), Set.of("to", "from", "with"));
    }
    return text.isWord(from, "prepare") && text.isWord(from + 2, "from");
  }
}
