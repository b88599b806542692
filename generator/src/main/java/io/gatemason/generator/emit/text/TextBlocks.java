package io.gatemason.generator.emit.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Writes literals of several lines as text blocks. While a statement is laid out a long word stands
 * for each of them, which therefore comes to the beginning of a line.
 */
final class TextBlocks {
  private static final String DELIMITER = "\"\"\"";
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
      int end = c == '"' || c == '\'' ? JavaScan.literalEnd(statement, at) : at + 1;
      if (c == '"') {
        int chain = chainEnd(statement, end);
        List<String> lines =
            endsWith(out, " + ") || statement.startsWith(" + ", chain)
                ? List.of()
                : contents(statement.substring(at, chain));
        if (lines.size() > 1) {
          end = replace(statement, chain, out);
          blocks.add(lines);
        } else {
          out.append(statement, at, chain);
          end = chain;
        }
      } else {
        out.append(statement, at, end);
      }
      at = end;
    }
    return out.toString();
  }

  private static boolean endsWith(StringBuilder text, String end) {
    return text.length() >= end.length()
        && text.substring(text.length() - end.length()).equals(end);
  }

  /** The end of the literals that are joined. */
  private static int chainEnd(String statement, int firstEnd) {
    int end = firstEnd;
    while (statement.startsWith(" + \"", end)) {
      end = JavaScan.literalEnd(statement, end + " + ".length());
    }
    return end;
  }

  /** Adds the word for the next block, which needs no parentheses; gives the place behind it. */
  private int replace(String statement, int end, StringBuilder out) {
    boolean enclosed =
        out.length() > 1
            && out.charAt(out.length() - 1) == '('
            && !Character.isJavaIdentifierPart(out.charAt(out.length() - 2))
            && statement.startsWith(").", end);
    if (enclosed) {
      out.setLength(out.length() - 1);
    }
    out.append(word(blocks.size()));
    return enclosed ? end + 1 : end;
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
      if (!(ends || last) || breaks(line)) {
        return List.of();
      }
      lines.add(escaped(line) + (ends ? "" : "\\"));
      at = end + " + ".length();
    }
    return lines;
  }

  /** Whether there is a line end inside. */
  private static boolean breaks(String line) {
    String escapes = line.replace("\\\\", "");
    return escapes.contains("\\n") || escapes.contains("\\r");
  }

  /** A quote needs no escape, unless it is the third in a row. */
  private static String escaped(String line) {
    StringBuilder text = new StringBuilder();
    int i = 0;
    while (i < line.length()) {
      char c = line.charAt(i);
      if (c == '\\') {
        i++;
        boolean quote = line.charAt(i) == '"' && !endsWith(text, "\"\"");
        text.append(quote ? "" : "\\");
      }
      text.append(line.charAt(i));
      i++;
    }
    if (endsWith(text, " ")) {
      text.setLength(text.length() - 1);
      text.append("\\s");
    }
    return text.toString();
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
