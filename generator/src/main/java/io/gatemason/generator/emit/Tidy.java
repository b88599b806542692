package io.gatemason.generator.emit;

import java.util.ArrayList;
import java.util.List;

/**
 * Makes printed Java look like the code around it: short Javadoc on one line, empty bodies closed
 * at once, no line over 100 columns where it can be broken outside a literal.
 */
final class Tidy {
  private static final int COLUMNS = 100;
  private static final String CONTINUATION = "    ";

  /** A blank between a semicolon that is not in a literal and a part that is not empty. */
  private static final String BETWEEN_LOOP_PARTS = "(?<=;) (?=[^)\"][^\"]*$)";

  private Tidy() {}

  static String file(String java) {
    List<String> lines = new ArrayList<>();
    String[] printed = java.split("\n", -1);
    for (int i = 0; i < printed.length; i++) {
      String line = printed[i];
      if (isShortJavadoc(printed, i)) {
        lines.add(line + printed[i + 1].strip().substring(1) + " */");
        i += 2;
      } else if (line.endsWith(") {")
          && i + 1 < printed.length
          && printed[i + 1].strip().equals("}")
          && !line.strip().startsWith("if")) {
        lines.add(line + "}");
        i++;
      } else if (!isBetweenFields(printed, i)) {
        wrap(line, lines);
      }
    }
    return visible(String.join("\n", lines));
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

  private static boolean isShortJavadoc(String[] lines, int at) {
    return lines[at].strip().equals("/**")
        && at + 2 < lines.length
        && lines[at + 2].strip().equals("*/")
        && lines[at].length() + lines[at + 1].strip().length() + 3 <= COLUMNS;
  }

  private static boolean isBetweenFields(String[] lines, int at) {
    return lines[at].isEmpty()
        && at > 0
        && at + 1 < lines.length
        && isPlainField(lines[at - 1])
        && isPlainField(lines[at + 1]);
  }

  private static boolean isPlainField(String line) {
    return line.startsWith("  private final ") && line.endsWith(";");
  }

  private static void wrap(String line, List<String> lines) {
    boolean longLoop = line.length() > COLUMNS && line.stripLeading().startsWith("for (");
    String[] parts = longLoop ? line.split(BETWEEN_LOOP_PARTS) : new String[] {line};
    fill(parts[0], lines);
    for (int i = 1; i < parts.length; i++) {
      fill(indent(line) + CONTINUATION + parts[i], lines);
    }
  }

  private static String indent(String line) {
    return line.substring(0, line.length() - line.stripLeading().length());
  }

  /** Breaks a line wherever the next part no longer fits. */
  private static void fill(String line, List<String> lines) {
    String rest = line;
    String indent = indent(line);
    boolean comment = line.stripLeading().startsWith("*") || line.stripLeading().startsWith("//");
    while (rest.length() > COLUMNS && !comment && !line.startsWith("import ")) {
      int at = breakBefore(rest, indent.length() + CONTINUATION.length());
      if (at < 0) {
        break;
      }
      lines.add(rest.substring(0, at).stripTrailing());
      rest = indent + CONTINUATION + rest.substring(at).stripLeading();
    }
    lines.add(rest);
  }

  /** Where the part after the first 100 columns starts best; negative if nowhere. */
  private static int breakBefore(String line, int from) {
    int value = line.indexOf(" = ");
    int quote = line.indexOf('"');
    boolean assignment = value > from && (quote < 0 || value < quote);
    if (assignment && from + line.length() - value - 3 <= COLUMNS) {
      return value + 3;
    }
    int best = -1;
    int bestDepth = Integer.MAX_VALUE;
    int depth = 0;
    boolean literal = false;
    for (int i = 0; i < line.length() && (i <= COLUMNS || best < 0); i++) {
      char c = line.charAt(i);
      if (literal) {
        literal = c != '"';
        i += c == '\\' ? 1 : 0;
      } else if (c == '"') {
        literal = true;
      } else if (c == '(') {
        depth++;
        if (i + 1 > from && depth < bestDepth && !line.startsWith("()", i)) {
          best = i + 1;
          bestDepth = depth;
        }
      } else if (c == ')') {
        depth--;
      } else if (i > from && depth <= bestDepth && isBreak(line, i)) {
        best = c == ',' ? i + 1 : i;
        bestDepth = depth;
      }
    }
    return best;
  }

  private static boolean isBreak(String line, int at) {
    char c = line.charAt(at);
    return c == ','
        || line.startsWith("+ ", at)
        || line.startsWith("? ", at)
        || line.startsWith("&& ", at)
        || line.startsWith("|| ", at);
  }
}
