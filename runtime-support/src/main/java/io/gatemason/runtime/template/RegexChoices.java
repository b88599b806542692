package io.gatemason.runtime.template;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;

/**
 * Counts the ways through a regular expression that need no character of the text, such as those of
 * {@code (?:a?|b?)} at its end: no limit on the characters looked at ends a search among them. The
 * count is an upper bound: every group counts with its alternatives, twice if it is repeated.
 */
final class RegexChoices {
  /** Trying all of them takes some milliseconds. */
  private static final double MOST = 1 << 20;

  /** The comments of this mode could hide parentheses from the count. */
  private static final Pattern COMMENTS_MODE = Pattern.compile("\\(\\?[A-Za-z]*x");

  private final String regex;
  private final Deque<Integer> alternatives = new ArrayDeque<>();
  private double ways = 1;

  private RegexChoices(String regex) {
    this.regex = regex;
  }

  static boolean tooMany(String regex) {
    return COMMENTS_MODE.matcher(regex).find() || new RegexChoices(regex).count() > MOST;
  }

  private double count() {
    alternatives.push(1);
    for (int i = 0; i < regex.length(); i = next(i)) {
      switch (regex.charAt(i)) {
        case '(' -> alternatives.push(1);
        case '|' -> alternatives.push(alternatives.pop() + 1);
        case ')' -> close(i);
        default -> {
          // takes a character
        }
      }
    }
    return ways * alternatives.pop();
  }

  private void close(int i) {
    if (alternatives.size() > 1) {
      boolean repeated = i + 1 < regex.length() && "?*+{".indexOf(regex.charAt(i + 1)) >= 0;
      ways *= alternatives.pop() * (repeated ? 2.0 : 1.0);
    }
  }

  /** Behind a character, an escape or a whole set in brackets. */
  private int next(int i) {
    if (regex.startsWith("\\Q", i)) {
      int end = regex.indexOf("\\E", i);
      return end < 0 ? regex.length() : end + 2;
    }
    if (regex.charAt(i) != '[') {
      return i + (regex.charAt(i) == '\\' ? 2 : 1);
    }
    int inside = regex.startsWith("[^", i) ? i + 2 : i + 1;
    int at = regex.startsWith("]", inside) ? inside + 1 : inside;
    while (at < regex.length() && regex.charAt(at) != ']') {
      at = next(at);
    }
    return at + 1;
  }
}
