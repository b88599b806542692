package io.gatemason.runtime.template;

import io.gatemason.runtime.regex.CountedText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * A regular expression of a template, in Java's syntax and with Java's meaning. Matching time is
 * bounded: by the characters that one match may look at, and by the choices that need no character.
 * Immutable and thread-safe.
 */
public final class TextPattern {
  private static final int LONGEST_REGEX = 10_000;

  private final @Nullable Pattern pattern;

  private TextPattern(@Nullable Pattern pattern) {
    this.pattern = pattern;
  }

  /**
   * Compiles an expression. One that cannot be read, is longer than 10,000 characters or has too
   * many choices fails when it is used, not here.
   */
  public static TextPattern of(String regex) {
    if (regex.length() > LONGEST_REGEX || RegexChoices.tooMany(regex)) {
      return new TextPattern(null);
    }
    try {
      return new TextPattern(Pattern.compile(regex));
    } catch (PatternSyntaxException e) {
      return new TextPattern(null);
    }
  }

  /** The argument of a function: a constant that was compiled before, or text; else null. */
  static @Nullable TextPattern from(@Nullable Object regex) {
    if (regex instanceof TextPattern pattern) {
      return pattern;
    }
    return regex instanceof String text ? of(text) : null;
  }

  boolean matches(String text) {
    return matcher(text).matches();
  }

  String replaceAll(String text, String replacement) {
    return replace(text, replacement, Integer.MAX_VALUE);
  }

  String replaceFirst(String text, String replacement) {
    return replace(text, replacement, 1);
  }

  /** As {@code Matcher.replaceAll}, with the length of the text bounded while it grows. */
  private String replace(String text, String replacement, int most) {
    Matcher matcher = matcher(text);
    StringBuilder result = new StringBuilder();
    for (int n = 0; n < most && matcher.find(); n++) {
      matcher.appendReplacement(result, replacement);
      Values.checkLength(result.length());
    }
    return matcher.appendTail(result).toString();
  }

  /**
   * As {@code String.split}: no empty text in front of a match of nothing, none at the end unless
   * there is a limit; at most so many parts if it is positive.
   */
  List<@Nullable Object> split(String text, int limit) {
    Matcher matcher = matcher(text);
    List<@Nullable Object> parts = new ArrayList<>();
    int copied = 0;
    while ((limit <= 0 || parts.size() < limit - 1) && matcher.find()) {
      if (matcher.end() > 0) {
        parts.add(text.substring(copied, matcher.start()));
        copied = matcher.end();
      }
    }
    if (parts.isEmpty() && copied == 0) {
      parts.add(text);
      return KeptValues.keepAll(parts);
    }
    parts.add(text.substring(copied));
    while (limit == 0 && !parts.isEmpty() && "".equals(parts.getLast())) {
      parts.removeLast();
    }
    return KeptValues.keepAll(parts);
  }

  private Matcher matcher(String text) {
    if (pattern == null) {
      throw new TemplateException("regular expression cannot be read or is too complex");
    }
    return pattern.matcher(new CountedText(text, KeptValues.looks()));
  }
}
