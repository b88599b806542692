package io.gatemason.generator.source;

import io.gatemason.generator.source.ScalarNode.Kind;
import java.util.regex.Pattern;

/**
 * What an unquoted YAML scalar is. The words of YAML 1.1 ({@code yes}, {@code on}, {@code 0o7},
 * {@code 12:30}) are text, as for the managed service's import.
 *
 * @see <a href="https://yaml.org/spec/1.2.2/#1032-tag-resolution">YAML 1.2, core schema</a>
 */
final class CoreSchema {
  private static final Pattern INTEGER = Pattern.compile("[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+");
  private static final Pattern NUMBER =
      Pattern.compile(
          "[-+]?(?:\\.[0-9]+|[0-9]+(?:\\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?"
              + "|[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN)");
  private static final int LONGEST_NUMBER = 1000;

  private CoreSchema() {}

  static Kind kind(String text) {
    return switch (text) {
      case "", "~", "null", "Null", "NULL" -> Kind.NULL;
      case "true", "True", "TRUE", "false", "False", "FALSE" -> Kind.BOOLEAN;
      default -> numberOrText(text);
    };
  }

  private static Kind numberOrText(String text) {
    if (text.length() > LONGEST_NUMBER) {
      return Kind.STRING;
    }
    char first = text.charAt(0);
    if (first != '-' && first != '+' && first != '.' && (first < '0' || first > '9')) {
      return Kind.STRING;
    }
    if (INTEGER.matcher(text).matches()) {
      return Kind.INTEGER;
    }
    return NUMBER.matcher(text).matches() ? Kind.NUMBER : Kind.STRING;
  }
}
