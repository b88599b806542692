package io.gatemason.generator.emit.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Makes printed Java look like the code around it: short Javadoc on one line, empty bodies closed
 * at once, fields of a kind together, long statements broken as google-java-format breaks them.
 */
public final class Tidy {
  private static final int COLUMNS = 100;

  private Tidy() {}

  /** The text of a printed file, laid out. */
  public static String file(String java) {
    List<String> statements = statements(java.split("\n", -1));
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < statements.size(); i++) {
      String statement = statements.get(i);
      if (statement.length() <= COLUMNS || isNoStatement(statement)) {
        if (!isBetweenFields(statements, i)) {
          lines.add(statement);
        }
      } else {
        lines.addAll(TextBlocks.lines(statement));
      }
    }
    return visible(String.join("\n", lines));
  }

  /** Puts on one line each what the printer spread over several. */
  private static List<String> statements(String[] printed) {
    List<String> statements = new ArrayList<>();
    for (int i = 0; i < printed.length; i++) {
      StringBuilder statement = new StringBuilder(printed[i]);
      if (isShortJavadoc(printed, i)) {
        statement.append(printed[i + 1].strip().substring(1)).append(" */");
        i += 2;
      } else if (isEmptyBody(printed, i)) {
        statement.append('}');
        i++;
      } else {
        while (i + 1 < printed.length && isContinued(statement, printed[i + 1].strip())) {
          i++;
          boolean close = printed[i].strip().startsWith(".") || endsWith(statement, '(');
          statement.append(close ? "" : " ").append(printed[i].strip());
        }
      }
      statements.add(joined(LongLiterals.split(statement.toString())));
    }
    return statements;
  }

  private static boolean isContinued(CharSequence statement, String next) {
    return !endsWith(statement, ';')
        && !endsWith(statement, '{')
        && !endsWith(statement, '}')
        && !isNoStatement(statement.toString())
        && !next.startsWith("switch (");
  }

  private static boolean endsWith(CharSequence text, char end) {
    return !text.isEmpty() && text.charAt(text.length() - 1) == end;
  }

  /** Whether a line is empty, a comment, an annotation or an import. */
  private static boolean isNoStatement(String line) {
    String text = line.strip();
    return text.isEmpty()
        || text.startsWith("//")
        || text.startsWith("/**")
        || text.startsWith("*")
        || (text.startsWith("@") && !text.endsWith("{"))
        || text.startsWith("import ")
        || text.startsWith("package ");
  }

  /** Joins the lines of a text where all of it fits on one line. */
  private static String joined(String statement) {
    StringBuilder one = new StringBuilder();
    boolean literal = false;
    for (int i = 0; i < statement.length(); i++) {
      char c = statement.charAt(i);
      if (literal && statement.startsWith("\" + \"", i)) {
        i += "\" + ".length();
        continue;
      }
      one.append(c);
      if (literal && c == '\\') {
        i++;
        one.append(statement.charAt(i));
      } else if (c == '"') {
        literal = !literal;
      }
    }
    return one.length() <= COLUMNS ? one.toString() : statement;
  }

  private static boolean isShortJavadoc(String[] lines, int at) {
    return lines[at].strip().equals("/**")
        && at + 2 < lines.length
        && lines[at + 2].strip().equals("*/")
        && lines[at].length() + lines[at + 1].strip().length() + 3 <= COLUMNS;
  }

  private static boolean isEmptyBody(String[] lines, int at) {
    return lines[at].endsWith(") {")
        && at + 1 < lines.length
        && lines[at + 1].strip().equals("}")
        && !lines[at].strip().startsWith("if");
  }

  /** Whether this is the empty line between two short fields, both static or both not. */
  private static boolean isBetweenFields(List<String> lines, int at) {
    return lines.get(at).isEmpty()
        && at > 0
        && at + 1 < lines.size()
        && isField(lines.get(at - 1))
        && isField(lines.get(at + 1))
        && isStatic(lines.get(at - 1)) == isStatic(lines.get(at + 1));
  }

  private static boolean isField(String line) {
    return line.startsWith("  private ") && line.endsWith(";") && line.length() <= COLUMNS;
  }

  private static boolean isStatic(String line) {
    return line.startsWith("  private static ");
  }

  /**
   * Writes as Unicode escapes what a reader cannot see: characters that turn the direction of text,
   * or have no width. They stand in literals only, where the escape means the same.
   */
  private static String visible(String java) {
    StringBuilder out = new StringBuilder(java.length());
    java.codePoints()
        .forEach(
            c -> {
              if (isVisible(c)) {
                out.appendCodePoint(c);
              } else {
                for (char unit : Character.toChars(c)) {
                  out.append("\\u%04x".formatted((int) unit));
                }
              }
            });
    return out.toString();
  }

  private static boolean isVisible(int c) {
    int type = Character.getType(c);
    return type != Character.FORMAT
        && type != Character.LINE_SEPARATOR
        && type != Character.PARAGRAPH_SEPARATOR
        && type != Character.SURROGATE;
  }
}
