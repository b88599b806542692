package io.gatemason.runtime.template;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code format} and {@code join}, which templates call on any text: the static methods of Java's
 * {@code String}. On another value they give null; a call that fails in Java throws.
 */
public final class FormatFunctions {
  /** The width and the precision of what stands for a value. */
  private static final Pattern SIZES =
      Pattern.compile("%(?:[0-9]+\\$)?[-#+ 0,(<]*([0-9]*)(?:\\.([0-9]+))?");

  private FormatFunctions() {}

  /**
   * A text with values put in for its {@code %s}, {@code %d} and so on.
   *
   * @throws TemplateException if the result would be too long
   */
  public static @Nullable Object format(
      @Nullable Object value, @Nullable Object format, @Nullable Object... values) {
    if (!(value instanceof String) || !(format instanceof String text)) {
      return null;
    }
    checkSizes(text);
    @Nullable Object[] shown = new Object[values.length];
    for (int i = 0; i < values.length; i++) {
      shown[i] = shown(values[i]);
    }
    String result = String.format(Locale.ROOT, text, shown);
    Values.checkLength(result.length());
    return result;
  }

  /** Maps and lists have a text form of their own. */
  private static @Nullable Object shown(@Nullable Object value) {
    return value instanceof Map || value instanceof Collection ? Values.text(value) : value;
  }

  private static void checkSizes(String format) {
    Matcher sizes = SIZES.matcher(format);
    long sum = 0;
    while (sizes.find()) {
      sum += size(sizes.group(1)) + size(sizes.group(2));
      Values.checkLength(sum);
    }
  }

  private static long size(@Nullable String digits) {
    if (digits == null || digits.isEmpty()) {
      return 0;
    }
    return digits.length() > 9 ? Integer.MAX_VALUE : Long.parseLong(digits);
  }

  /** The texts of a list, or the texts that follow, with a text between them. */
  public static @Nullable Object join(
      @Nullable Object value, @Nullable Object separator, @Nullable Object... texts) {
    if (!(value instanceof String) || !(separator instanceof String between)) {
      return null;
    }
    boolean list = texts.length == 1 && texts[0] instanceof Collection<?>;
    if (list) {
      return joined(between, (Collection<?>) texts[0]);
    }
    for (Object text : texts) {
      if (!(text instanceof String)) {
        return null;
      }
    }
    return joined(between, List.of(texts));
  }

  private static String joined(String separator, Collection<?> texts) {
    TextBuffer joined = new TextBuffer();
    boolean first = true;
    for (Object text : texts) {
      if (!first) {
        joined.append(separator);
      }
      first = false;
      joined.append(text == null ? "null" : (String) text);
    }
    return joined.finish();
  }
}
