package io.gatemason.runtime.trace;

import java.util.Locale;

/** A text with {@code *} for any text and {@code ?} for any character, in any letter case. */
record Wildcard(String pattern) {
  static final Wildcard ANY = new Wildcard("*");

  Wildcard(String pattern) {
    this.pattern = pattern.toLowerCase(Locale.ROOT);
  }

  /** Whether all of {@code text} is meant; takes pattern times text at most. */
  boolean matches(String text) {
    if (pattern.equals("*")) {
      return true;
    }
    String lower = text.toLowerCase(Locale.ROOT);
    int at = 0;
    int star = -1;
    int resumed = 0;
    int i = 0;
    while (i < lower.length()) {
      if (at < pattern.length() && pattern.charAt(at) == '*') {
        star = at;
        at++;
        resumed = i;
      } else if (at < pattern.length()
          && (pattern.charAt(at) == '?' || pattern.charAt(at) == lower.charAt(i))) {
        at++;
        i++;
      } else if (star >= 0) {
        at = star + 1;
        resumed++;
        i = resumed;
      } else {
        return false;
      }
    }
    return pattern.substring(at).chars().allMatch(c -> c == '*');
  }
}
