package io.gatemason.runtime.template;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * A regular expression of a template. Matching time is bounded: RE2/J is used for every expression
 * it understands, Java's own engine with a limit on its steps for the rest (look-around, back
 * references, possessive quantifiers). Immutable and thread-safe.
 */
public final class TextPattern {
  private static final int LONGEST_REGEX = 10_000;

  private final com.google.re2j.@Nullable Pattern linear;
  private final @Nullable Pattern bounded;

  private TextPattern(com.google.re2j.@Nullable Pattern linear, @Nullable Pattern bounded) {
    this.linear = linear;
    this.bounded = bounded;
  }

  /**
   * Compiles an expression in Java's syntax. One that cannot be read, or is longer than 10,000
   * characters, fails when it is used, not here.
   */
  public static TextPattern of(String regex) {
    if (regex.length() > LONGEST_REGEX) {
      return new TextPattern(null, null);
    }
    try {
      Pattern java = Pattern.compile(regex);
      com.google.re2j.Pattern re2 = Re2Syntax.compile(regex);
      return re2 == null ? new TextPattern(null, java) : new TextPattern(re2, null);
    } catch (PatternSyntaxException e) {
      return new TextPattern(null, null);
    }
  }

  /** The argument of a function: a constant that was compiled before, or text; else null. */
  static @Nullable TextPattern from(@Nullable Object regex) {
    if (regex instanceof TextPattern pattern) {
      return pattern;
    }
    if (regex instanceof String text) {
      return of(text);
    }
    return null;
  }

  boolean matches(String text) {
    if (linear != null) {
      return linear.matcher(text).matches();
    }
    return java().matcher(new SteppedText(text)).matches();
  }

  private Pattern java() {
    if (bounded == null) {
      throw new TemplateException("regular expression cannot be read or is too long");
    }
    return bounded;
  }

  String replaceAll(String text, String replacement) {
    return replace(text, replacement, Integer.MAX_VALUE);
  }

  String replaceFirst(String text, String replacement) {
    return replace(text, replacement, 1);
  }

  private String replace(String text, String replacement, int most) {
    Finder finder = finder(text);
    StringBuilder result = new StringBuilder();
    int copied = 0;
    for (int n = 0; n < most && finder.find(); n++) {
      result.append(text, copied, finder.start());
      Replacement.append(replacement, finder, result);
      Values.checkLength(result.length());
      copied = finder.end();
    }
    return result.append(text, copied, text.length()).toString();
  }

  /** As {@code String.split}: no empty text in front of a match of nothing, none at the end. */
  List<@Nullable Object> split(String text) {
    Finder finder = finder(text);
    List<@Nullable Object> parts = new ArrayList<>();
    int copied = 0;
    while (finder.find()) {
      if (finder.end() > 0) {
        parts.add(text.substring(copied, finder.start()));
        copied = finder.end();
      }
    }
    if (parts.isEmpty() && copied == 0) {
      parts.add(text);
      return parts;
    }
    parts.add(text.substring(copied));
    while (!parts.isEmpty() && "".equals(parts.getLast())) {
      parts.removeLast();
    }
    return parts;
  }

  private Finder finder(String text) {
    return linear != null
        ? new LinearFinder(linear.matcher(text))
        : new SteppedFinder(java().matcher(new SteppedText(text)));
  }

  /** What both engines' matchers have in common. */
  interface Finder {
    boolean find();

    int start();

    int end();

    int groupCount();

    @Nullable String group(int number);

    @Nullable String group(String name);
  }

  private record LinearFinder(com.google.re2j.Matcher matcher) implements Finder {
    @Override
    public boolean find() {
      return matcher.find();
    }

    @Override
    public int start() {
      return matcher.start();
    }

    @Override
    public int end() {
      return matcher.end();
    }

    @Override
    public int groupCount() {
      return matcher.groupCount();
    }

    @Override
    public @Nullable String group(int number) {
      return matcher.group(number);
    }

    @Override
    public @Nullable String group(String name) {
      return matcher.group(name);
    }
  }

  private record SteppedFinder(java.util.regex.Matcher matcher) implements Finder {
    @Override
    public boolean find() {
      return matcher.find();
    }

    @Override
    public int start() {
      return matcher.start();
    }

    @Override
    public int end() {
      return matcher.end();
    }

    @Override
    public int groupCount() {
      return matcher.groupCount();
    }

    @Override
    public @Nullable String group(int number) {
      return matcher.group(number);
    }

    @Override
    public @Nullable String group(String name) {
      return matcher.group(name);
    }
  }
}
