package io.gatemason.runtime.template;

/** The replacement text of Java's {@code replaceAll}: {@code $1}, {@code ${name}}, backslashes. */
final class Replacement {
  private Replacement() {}

  static void append(String replacement, TextPattern.Finder match, StringBuilder to) {
    int i = 0;
    while (i < replacement.length()) {
      char c = replacement.charAt(i);
      if (c == '\\') {
        if (i + 1 == replacement.length()) {
          throw new IllegalArgumentException("character to be escaped is missing");
        }
        to.append(replacement.charAt(i + 1));
        i += 2;
      } else if (c == '$') {
        i = group(replacement, i + 1, match, to);
      } else {
        to.append(c);
        i++;
      }
    }
  }

  private static int group(String replacement, int at, TextPattern.Finder match, StringBuilder to) {
    if (at < replacement.length() && replacement.charAt(at) == '{') {
      int end = replacement.indexOf('}', at);
      if (end < 0) {
        throw new IllegalArgumentException("named group in replacement is not closed");
      }
      append(match.group(replacement.substring(at + 1, end)), to);
      return end + 1;
    }
    int digit = at < replacement.length() ? Character.digit(replacement.charAt(at), 10) : -1;
    if (digit < 0) {
      throw new IllegalArgumentException("group reference in replacement is not a number");
    }
    int number = digit;
    int next = at + 1;
    while (next < replacement.length()) {
      int more = Character.digit(replacement.charAt(next), 10);
      if (more < 0 || number * 10 + more > match.groupCount()) {
        break;
      }
      number = number * 10 + more;
      next++;
    }
    append(match.group(number), to);
    return next;
  }

  private static void append(@org.jspecify.annotations.Nullable String group, StringBuilder to) {
    if (group != null) {
      to.append(group);
    }
  }
}
