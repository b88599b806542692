package io.gatemason.runtime.schema;

import java.util.Arrays;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** The matchers of one walk over a body, reused for every string. Not thread-safe. */
final class PatternMatchers {
  private static final @Nullable SchemaPattern[] NO_PATTERNS = {};
  private static final @Nullable Matcher[] NO_MATCHERS = {};

  private @Nullable SchemaPattern[] patterns = NO_PATTERNS;
  private @Nullable Matcher[] matchers = NO_MATCHERS;

  boolean find(SchemaPattern pattern, CharSequence text) {
    return switch (pattern.engine()) {
      case SchemaPattern.Runs runs -> runs.make(text);
      case SchemaPattern.Direct direct -> matcher(pattern, direct).reset(text).find();
      case SchemaPattern.Linear linear -> linear.pattern().matcher(text).find();
      case SchemaPattern.Bounded bounded -> findBounded(bounded, text);
    };
  }

  private Matcher matcher(SchemaPattern pattern, SchemaPattern.Direct direct) {
    int free = 0;
    while (free < patterns.length && patterns[free] != null) {
      Matcher known = matchers[free];
      if (patterns[free] == pattern && known != null) {
        return known;
      }
      free++;
    }
    if (free == patterns.length) {
      patterns = Arrays.copyOf(patterns, free + 2);
      matchers = Arrays.copyOf(matchers, free + 2);
    }
    Matcher matcher = direct.pattern().matcher("");
    patterns[free] = pattern;
    matchers[free] = matcher;
    return matcher;
  }

  private static boolean findBounded(SchemaPattern.Bounded bounded, CharSequence text) {
    try {
      return bounded.pattern().matcher(new CountedText(text.toString())).find();
    } catch (CountedText.TooManyStepsException | StackOverflowError e) {
      return false;
    }
  }
}
