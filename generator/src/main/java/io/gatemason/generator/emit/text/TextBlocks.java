package io.gatemason.generator.emit.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes literals of several lines as text blocks. While a statement is laid out a long word stands
 * for each of them, which therefore comes to the beginning of a line.
 */
final class TextBlocks {
  private static final String DELIMITER = "\"\"\"";
  private static final String LITERAL = "\"(?:[^\"\\\\]|\\\\.)*+\"";

  /** Literals that are joined, all but the last of which end their line. */
  private static final Pattern LINES =
      Pattern.compile("\\(?(" + LITERAL + "(?: \\+ " + LITERAL + ")+)(\\)(?=\\.))?");

  private static final int LONGER_THAN_A_LINE = 101;

  private final List<List<String>> blocks = new ArrayList<>();

  private TextBlocks() {}

  /** The lines of a statement that is too long for one line. */
  static List<String> lines(String statement) {
    TextBlocks blocks = new TextBlocks();
    String shortened = blocks.shortened(statement);
    if (blocks.blocks.isEmpty()) {
      return Wrapping.lines(statement);
    }
    List<String> lines = new ArrayList<>();
    for (String line : Wrapping.lines(shortened)) {
      if (!blocks.add(line, lines)) {
        return Wrapping.lines(statement);
      }
    }
    return lines;
  }

  private String shortened(String statement) {
    StringBuilder out = new StringBuilder();
    int at = 0;
    while (at < statement.length()) {
      char c = statement.charAt(at);
      Matcher literals = LINES.matcher(statement).region(at, statement.length());
      boolean possible = c == '"' || statement.startsWith("(\"", at);
      if (possible && literals.lookingAt() && isWhole(statement, literals)) {
        List<String> lines = contents(literals.group(1));
        if (!lines.isEmpty()) {
          boolean closed = literals.group(2) != null;
          out.append(c == '(' && !closed ? "(" : "").append(word(blocks.size()));
          blocks.add(lines);
          at = literals.end();
          continue;
        }
      }
      int end = c == '"' || c == '\'' ? JavaScan.literalEnd(statement, at) : at + 1;
      out.append(statement, at, end);
      at = end;
    }
    return out.toString();
  }

  /** Whether the literals are an operand of nothing else. */
  private static boolean isWhole(String statement, Matcher literals) {
    return !statement.startsWith(" + ", literals.end())
        && !statement.substring(0, literals.start()).endsWith(" + ");
  }

  /** The lines of the text, escaped as in a text block; none if it does not consist of lines. */
  private static List<String> contents(String literals) {
    List<String> lines = new ArrayList<>();
    int at = 0;
    while (at < literals.length()) {
      int end = JavaScan.literalEnd(literals, at);
      String literal = literals.substring(at + 1, end - 1);
      boolean last = end == literals.length();
      boolean ends = literal.replace("\\\\", "__").endsWith("\\n");
      String line = ends ? literal.substring(0, literal.length() - 2) : literal;
      if (!(ends || last) || line.replace("\\\\", "").matches(".*\\\\[nr].*")) {
        return List.of();
      }
      lines.add(escaped(line) + (ends ? "" : "\\"));
      at = end + " + ".length();
    }
    return lines;
  }

  private static String escaped(String line) {
    String quoted =
        line.replaceAll("(?<!\\\\)((?:\\\\\\\\)*)\\\\\"", "$1\"").replace(DELIMITER, "\"\"\\\"");
    return quoted.endsWith(" ") ? quoted.substring(0, quoted.length() - 1) + "\\s" : quoted;
  }

  private static String word(int index) {
    return "\"" + "_".repeat(LONGER_THAN_A_LINE) + index + "\"";
  }

  /** Adds a line, or the block that begins it; false if a block stands inside the line. */
  private boolean add(String line, List<String> lines) {
    String text = line.stripLeading();
    String indent = line.substring(0, line.length() - text.length());
    for (int i = 0; i < blocks.size(); i++) {
      String word = word(i);
      if (text.startsWith(word)) {
        lines.add(indent + DELIMITER);
        blocks.get(i).forEach(each -> lines.add(each.isEmpty() ? "" : indent + each));
        lines.add(indent + DELIMITER + text.substring(word.length()));
        return !text.substring(word.length()).contains("_".repeat(LONGER_THAN_A_LINE));
      }
    }
    lines.add(line);
    return !text.contains("_".repeat(LONGER_THAN_A_LINE));
  }
}
