package io.gatemason.runtime.template;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Decides which of Java's regular expressions mean the same to RE2/J. */
final class Re2Syntax {
  private Re2Syntax() {}

  /** The expression for RE2/J; null if that engine would read it otherwise or not at all. */
  static @Nullable Pattern compile(String regex) {
    if (differs(regex)) {
      return null;
    }
    try {
      return Pattern.compile(regex);
    } catch (PatternSyntaxException e) {
      return null;
    }
  }

  /**
   * What both engines accept with different meanings: intersections and nested sets in brackets,
   * inline flags, {@code \s}, {@code \h}, {@code \v}, {@code \R}, {@code \X}, {@code \Z}, {@code $}
   * and {@code .} with other line ends than {@code \n}.
   */
  private static boolean differs(String regex) {
    boolean inSet = false;
    for (int i = 0; i < regex.length(); i++) {
      char c = regex.charAt(i);
      char next = i + 1 < regex.length() ? regex.charAt(i + 1) : 0;
      if (c == '\\') {
        if ("dDwWtnrfbB.*+?()[]{}|^$\\/-\"'&#%@!:;,<>=~` _".indexOf(next) < 0) {
          return true;
        }
        i++;
      } else if (inSet) {
        if (c == '[' || (c == '&' && next == '&')) {
          return true;
        }
        inSet = c != ']';
      } else if (c == '[') {
        inSet = true;
        if (next == ']' || (next == '^' && regex.startsWith("]", i + 2))) {
          return true;
        }
      } else if (c == '$' || c == '.' || (c == '(' && next == '?') || isRepeat(c, next)) {
        return true;
      }
    }
    return false;
  }

  /** Possessive quantifiers, and braces that only one of the engines takes literally. */
  private static boolean isRepeat(char c, char next) {
    return (next == '+' && (c == '+' || c == '*' || c == '?' || c == '}')) || c == '{' || c == '}';
  }
}
