package io.gatemason.runtime.schema;

/** Keywords of strings; every other type passes. */
public final class TextChecks {
  private TextChecks() {}

  /** Whether a string has at least so many characters (code points). */
  public static boolean minLength(JsonCursor in, int limit) {
    if (in.kind != JsonCursor.STRING) {
      return true;
    }
    CharSequence text = in.text();
    return (text.length() >= limit && length(text) >= limit)
        || in.failed(
            SchemaKeyword.MIN_LENGTH,
            "string \"%s\" is too short (length: %d, required minimum: %d)",
            text,
            length(text),
            limit);
  }

  /** Whether a string has at most so many characters (code points). */
  public static boolean maxLength(JsonCursor in, int limit) {
    if (in.kind != JsonCursor.STRING) {
      return true;
    }
    CharSequence text = in.text();
    return text.length() <= limit
        || length(text) <= limit
        || in.failed(
            SchemaKeyword.MAX_LENGTH,
            "string \"%s\" is too long (length: %d, maximum allowed: %d)",
            text,
            length(text),
            limit);
  }

  private static int length(CharSequence text) {
    int length = text.length();
    for (int i = text.length() - 1; i > 0; i--) {
      if (Character.isLowSurrogate(text.charAt(i))
          && Character.isHighSurrogate(text.charAt(i - 1))) {
        length--;
      }
    }
    return length;
  }

  /** Whether the pattern is found in a string. */
  public static boolean pattern(JsonCursor in, SchemaPattern pattern) {
    return in.kind != JsonCursor.STRING
        || in.matches(pattern, in.text())
        || in.failed(
            SchemaKeyword.PATTERN,
            "ECMA 262 regex \"%s\" does not match input string \"%s\"",
            pattern,
            in.text());
  }

  /** Whether a string has a format. */
  public static boolean format(JsonCursor in, TextFormat format) {
    if (in.kind != JsonCursor.STRING) {
      return true;
    }
    CharSequence text = in.text();
    return format.accepts(text.toString())
        || in.failed(SchemaKeyword.FORMAT, "%s", format.error(text.toString()));
  }
}
