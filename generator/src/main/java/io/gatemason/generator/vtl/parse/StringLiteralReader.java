package io.gatemason.generator.vtl.parse;

import io.gatemason.generator.vtl.tree.Expression;
import java.util.ArrayList;
import java.util.List;

/**
 * Undoes the quoting of a string literal: a doubled quote stands for one, and between double quotes
 * four hexadecimal digits after a backslash and a "u" stand for a character. No other escape is
 * processed (recorded).
 */
public final class StringLiteralReader {
  private final StringBuilder value = new StringBuilder();
  private final List<Integer> origins = new ArrayList<>();
  private final String image;
  private final int at;
  private final ReadContext context;

  private StringLiteralReader(String image, int at, ReadContext context) {
    this.image = image;
    this.at = at;
    this.context = context;
  }

  static Expression read(String image, int at, ReadContext context) throws TemplateSyntaxException {
    return new StringLiteralReader(image, at, context).read();
  }

  private Expression read() throws TemplateSyntaxException {
    char quote = image.charAt(0);
    for (int i = 1; i < image.length() - 1; ) {
      i += quote == '"' && image.startsWith("\\u", i) ? codePoint(i) : character(i, quote);
    }
    String text = value.toString();
    if (quote == '\'' || (image.indexOf('$') < 0 && image.indexOf('#') < 0)) {
      return new Expression.Text(text, at);
    }
    origins.add(at + image.length() - 1);
    int[] offsets = origins.stream().mapToInt(Integer::intValue).toArray();
    ReadContext inner = context.inside(Fragment.literal(text, offsets));
    return new Expression.Interpolated(StatementReader.read(inner), at);
  }

  private int character(int i, char quote) {
    append(image.charAt(i), i);
    boolean doubled =
        image.charAt(i) == quote && i + 1 < image.length() - 1 && image.charAt(i + 1) == quote;
    return doubled ? 2 : 1;
  }

  private int codePoint(int i) throws TemplateSyntaxException {
    String digits = image.substring(i + 2, Math.min(i + 6, image.length() - 1));
    if (digits.matches("[0-9A-Fa-f]{4}")) {
      append((char) Integer.parseInt(digits, 16), i);
      return 6;
    }
    throw new TemplateSyntaxException(
        at + i, "\"\\u\" needs four hexadecimal digits", "use single quotes to keep it as text");
  }

  private void append(char c, int offset) {
    value.append(c);
    origins.add(at + offset);
  }
}
