package io.gatemason.generator.emit.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Takes texts apart that are too long for one constant of a class file, which holds 65,535 bytes
 * (JVMS 4.4.7). The compiler also makes one constant of the texts of a concatenation, as far as 200
 * operands. Labels of a {@code switch} cannot be taken apart: keys of documents are shorter.
 */
final class LongLiterals {
  private static final int MAX_BYTES = 60_000;
  private static final int SHORT = MAX_BYTES / 200;
  private static final int BYTES_OF_ANY_CHAR = 3;

  private LongLiterals() {}

  /** The same statement with constants that fit. */
  static String split(String statement) {
    if (statement.length() <= MAX_BYTES / BYTES_OF_ANY_CHAR) {
      return statement;
    }
    StringBuilder out = new StringBuilder();
    int at = 0;
    while (at < statement.length()) {
      if (statement.charAt(at) != '"') {
        out.append(statement.charAt(at++));
        continue;
      }
      int end = JavaScan.literalEnd(statement, at);
      StringBuilder text = new StringBuilder(statement.substring(at + 1, end - 1));
      while (statement.startsWith(" + \"", end)) {
        int next = end + " + ".length();
        end = JavaScan.literalEnd(statement, next);
        text.append(statement, next + 1, end - 1);
      }
      out.append(literal(text.toString()));
      at = end;
    }
    return out.toString();
  }

  private static String literal(String text) {
    return text.length() * BYTES_OF_ANY_CHAR <= SHORT
        ? "\"" + text + "\""
        : "String.join(\"\", \"" + String.join("\", \"", pieces(text)) + "\")";
  }

  /** Cuts between characters, never inside an escape sequence. */
  private static List<String> pieces(String text) {
    List<String> pieces = new ArrayList<>();
    int start = 0;
    int at = 0;
    while (at < text.length()) {
      int end = at + length(text, at);
      if ((end - start) * BYTES_OF_ANY_CHAR > MAX_BYTES) {
        pieces.add(text.substring(start, at));
        start = at;
      }
      at = end;
    }
    pieces.add(text.substring(start));
    return pieces;
  }

  private static int length(String text, int at) {
    if (text.charAt(at) == '\\') {
      return text.charAt(at + 1) == 'u' ? "\\u0000".length() : 2;
    }
    return Character.charCount(text.codePointAt(at));
  }
}
