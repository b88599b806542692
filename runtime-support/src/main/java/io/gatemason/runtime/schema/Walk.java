package io.gatemason.runtime.schema;

import java.util.Arrays;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/**
 * What all cursors of one walk over a body share: matchers, reused for every string, and how much
 * may still be done. Schemas that contain themselves in several ways, such as the alternatives of a
 * tree's node, can multiply the work with every level of a body; a walk that takes more than
 * {@value #STEPS_PER_BYTE} steps per byte and {@value #FREE_STEPS} more is given up. Not
 * thread-safe.
 */
final class Walk {
  private static final int STEPS_PER_BYTE = 16;
  private static final long FREE_STEPS = 100_000;
  private static final @Nullable SchemaPattern[] NO_PATTERNS = {};
  private static final @Nullable Matcher[] NO_MATCHERS = {};

  private @Nullable SchemaPattern[] patterns = NO_PATTERNS;
  private @Nullable Matcher[] matchers = NO_MATCHERS;

  private long steps;

  Walk(int bytes) {
    this.steps = FREE_STEPS + (long) STEPS_PER_BYTE * bytes;
  }

  /** One more look at a value of a tree. */
  void step() {
    if (--steps < 0) {
      throw new TooManyStepsException();
    }
  }

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
    } catch (TooManyStepsException | StackOverflowError e) {
      return false;
    }
  }
}
