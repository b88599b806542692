package io.gatemason.generator.emit.text;

import java.util.ArrayList;
import java.util.List;

/** Finds places in a line of Java that stand in no literal, parenthesis or type argument. */
final class JavaScan {
  private JavaScan() {}

  /** The first place of a text; negative if nowhere. */
  static int find(String java, String wanted) {
    for (int i = 0; i < java.length(); i = next(java, i)) {
      if (java.startsWith(wanted, i)) {
        return i;
      }
    }
    return -1;
  }

  /** The colon that belongs to the first question mark. */
  static int colon(String java) {
    int open = 0;
    for (int i = 0; i < java.length(); i = next(java, i)) {
      if (java.startsWith(" ? ", i)) {
        open++;
      } else if (java.startsWith(" : ", i) && --open == 0) {
        return i;
      }
    }
    return -1;
  }

  /** The parts between separators, without the spaces around them. */
  static List<String> split(String java, String separator) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < java.length(); i = next(java, i)) {
      if (java.startsWith(separator, i)) {
        parts.add(java.substring(start, i).strip());
        start = i + separator.length();
      }
    }
    parts.add(java.substring(start).strip());
    return parts;
  }

  /** Operands with the operators between them; one element where there is no operator. */
  static List<String> operands(String java, List<String> operators) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < java.length(); i = next(java, i)) {
      for (String operator : operators) {
        if (java.startsWith(" " + operator + " ", i)) {
          parts.add(java.substring(start, i));
          parts.add(operator);
          start = i + operator.length() + 2;
        }
      }
    }
    parts.add(java.substring(start));
    return parts;
  }

  /** The parenthesis that closes another. */
  static int close(String java, int open) {
    return next(java, open) - 1;
  }

  /** The place after the literal, the parenthesis with its content, or the character here. */
  private static int next(String java, int at) {
    char c = java.charAt(at);
    if (c == '"' || c == '\'') {
      return literalEnd(java, at);
    }
    boolean typeArguments = c == '<' && at > 0 && java.charAt(at - 1) != ' ';
    if (c != '(' && c != '[' && c != '{' && !typeArguments) {
      return at + 1;
    }
    int i = at + 1;
    while (i < java.length() && ")]}".indexOf(java.charAt(i)) < 0) {
      if (typeArguments && java.charAt(i) == '>') {
        break;
      }
      i = next(java, i);
    }
    return Math.min(i + 1, java.length());
  }

  /** The place after the literal that starts here. */
  static int literalEnd(String java, int at) {
    int i = at + 1;
    while (i < java.length() && java.charAt(i) != java.charAt(at)) {
      i += java.charAt(i) == '\\' ? 2 : 1;
    }
    return Math.min(i + 1, java.length());
  }
}
