package io.gatemason.runtime.schema;

import io.gatemason.runtime.schema.format.TextFormat;

/** Keywords of strings; every other type passes. */
public final class TextChecks {
  private TextChecks() {}

  /** Whether a string has at least so many characters (code points). */
  public static boolean minLength(JsonCursor in, int limit) {
    return in.kind != JsonCursor.STRING
        || in.textLength() >= limit
        || in.failed(
            SchemaKeyword.MIN_LENGTH,
            "string \"%s\" is too short (length: %d, required minimum: %d)",
            in.text(),
            in.textLength(),
            limit);
  }

  /** Whether a string has at most so many characters (code points). */
  public static boolean maxLength(JsonCursor in, int limit) {
    return in.kind != JsonCursor.STRING
        || in.textLength() <= limit
        || in.failed(
            SchemaKeyword.MAX_LENGTH,
            "string \"%s\" is too long (length: %d, maximum allowed: %d)",
            in.text(),
            in.textLength(),
            limit);
  }

  /** Whether the pattern is found in a string. */
  public static boolean pattern(JsonCursor in, SchemaPattern pattern) {
    return in.kind != JsonCursor.STRING
        || in.matches(pattern)
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
