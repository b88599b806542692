package io.gatemason.runtime.template;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The functions that templates call on text. They behave as the methods of that name of Java's
 * {@code String}; on another value, or with arguments of other kinds, they give null, and a call
 * that fails in Java throws.
 */
public final class TextFunctions {
  /** The width and the precision of what stands for a value. */
  private static final Pattern SIZES =
      Pattern.compile("%(?:[0-9]+\\$)?[-#+ 0,(<]*([0-9]*)(?:\\.([0-9]+))?");

  private TextFunctions() {}

  /** The character at a place in a text, as text. */
  public static @Nullable Object charAt(@Nullable Object value, @Nullable Object index) {
    return value instanceof String text && index instanceof Integer i
        ? String.valueOf(text.charAt(i))
        : null;
  }

  /** Negative, zero or positive as a text comes before, with or after another; case is ignored. */
  public static @Nullable Object compareToIgnoreCase(
      @Nullable Object value, @Nullable Object other) {
    return value instanceof String a && other instanceof String b
        ? (Object) a.compareToIgnoreCase(b)
        : null;
  }

  /** Both texts joined. */
  public static @Nullable Object concat(@Nullable Object value, @Nullable Object other) {
    return value instanceof String a && other instanceof String b ? Values.join(a, b) : null;
  }

  /** Whether a text ends with another. */
  public static @Nullable Object endsWith(@Nullable Object value, @Nullable Object end) {
    return value instanceof String a && end instanceof String b ? (Object) a.endsWith(b) : null;
  }

  /** Whether two texts are equal if case does not count. */
  public static @Nullable Object equalsIgnoreCase(@Nullable Object value, @Nullable Object other) {
    return value instanceof String a && other instanceof String b
        ? (Object) a.equalsIgnoreCase(b)
        : null;
  }

  /** The length of a text in UTF-16 units. */
  public static @Nullable Object length(@Nullable Object value) {
    return value instanceof String text ? (Object) text.length() : null;
  }

  /** Whether a whole text fits a regular expression. */
  public static @Nullable Object matches(@Nullable Object value, @Nullable Object regex) {
    TextPattern pattern = TextPattern.from(regex);
    return value instanceof String text && pattern != null ? (Object) pattern.matches(text) : null;
  }

  /** Replaces every occurrence of a text. */
  public static @Nullable Object replace(
      @Nullable Object value, @Nullable Object old, @Nullable Object replacement) {
    if (value instanceof String text
        && old instanceof String a
        && replacement instanceof String b) {
      long most = a.isEmpty() ? text.length() + 1L : text.length() / a.length();
      Values.checkLength(text.length() + most * Math.max(0, b.length() - a.length()));
      return text.replace(a, b);
    }
    return null;
  }

  /** Replaces every part of a text that fits a regular expression. */
  public static @Nullable Object replaceAll(
      @Nullable Object value, @Nullable Object regex, @Nullable Object replacement) {
    TextPattern pattern = TextPattern.from(regex);
    return value instanceof String text && pattern != null && replacement instanceof String with
        ? pattern.replaceAll(text, with)
        : null;
  }

  /** Replaces the first part of a text that fits a regular expression. */
  public static @Nullable Object replaceFirst(
      @Nullable Object value, @Nullable Object regex, @Nullable Object replacement) {
    TextPattern pattern = TextPattern.from(regex);
    return value instanceof String text && pattern != null && replacement instanceof String with
        ? pattern.replaceFirst(text, with)
        : null;
  }

  /** The parts of a text between what fits a regular expression, as a list. */
  public static @Nullable Object split(@Nullable Object value, @Nullable Object regex) {
    TextPattern pattern = TextPattern.from(regex);
    return value instanceof String text && pattern != null ? pattern.split(text, 0) : null;
  }

  /** The same with a limit: so many parts at most if it is positive, empty ones kept if not 0. */
  public static @Nullable Object split(
      @Nullable Object value, @Nullable Object regex, @Nullable Object limit) {
    TextPattern pattern = TextPattern.from(regex);
    return value instanceof String text && pattern != null && limit instanceof Integer most
        ? pattern.split(text, most)
        : null;
  }

  /** Whether a text starts with another. */
  public static @Nullable Object startsWith(@Nullable Object value, @Nullable Object start) {
    return value instanceof String a && start instanceof String b ? (Object) a.startsWith(b) : null;
  }

  /** Whether a text goes on with another from a place on. */
  public static @Nullable Object startsWith(
      @Nullable Object value, @Nullable Object start, @Nullable Object from) {
    return value instanceof String a && start instanceof String b && from instanceof Integer i
        ? (Object) a.startsWith(b, i)
        : null;
  }

  /** The rest of a text from a place on. */
  public static @Nullable Object substring(@Nullable Object value, @Nullable Object from) {
    return value instanceof String text && from instanceof Integer start
        ? text.substring(start)
        : null;
  }

  /** The part of a text between two places. */
  public static @Nullable Object substring(
      @Nullable Object value, @Nullable Object from, @Nullable Object to) {
    return value instanceof String text
            && from instanceof Integer start
            && to instanceof Integer end
        ? text.substring(start, end)
        : null;
  }

  /** A text in lower case, in no particular language. */
  public static @Nullable Object toLowerCase(@Nullable Object value) {
    return value instanceof String text ? text.toLowerCase(Locale.ROOT) : null;
  }

  /** A text in upper case, in no particular language. */
  public static @Nullable Object toUpperCase(@Nullable Object value) {
    return value instanceof String text ? text.toUpperCase(Locale.ROOT) : null;
  }

  /** A text without the white space around it. */
  public static @Nullable Object trim(@Nullable Object value) {
    return value instanceof String text ? text.trim() : null;
  }

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
