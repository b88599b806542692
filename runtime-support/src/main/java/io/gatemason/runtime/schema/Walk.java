package io.gatemason.runtime.schema;

import io.gatemason.runtime.regex.CountedText;
import java.util.Arrays;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/**
 * What all cursors of one walk over a body share: matchers, reused for every string, and how much
 * may still be done. Schemas that contain themselves in several ways, such as the alternatives of a
 * tree's node, can multiply the work with every level of a body; a walk that takes more than
 * {@value #STEPS_PER_BYTE} steps per byte and {@value #FREE_STEPS} more is given up. So is one
 * whose patterns take more than {@value #SEARCHES_PER_BYTE} looks at characters per byte and
 * {@value #FREE_SEARCHES} more, or more than {@value #MOST_SEARCHES} whatever the size of the body
 * (docs/behaviour/validation.md#work). Not thread-safe.
 */
final class Walk {
  private static final int STEPS_PER_BYTE = 16;
  private static final long FREE_STEPS = 100_000;
  private static final long SEARCHES_PER_BYTE = 32;
  private static final long FREE_SEARCHES = 200_000;
  private static final long MOST_SEARCHES = 20_000_000;
  private static final @Nullable SchemaPattern[] NO_PATTERNS = {};
  private static final @Nullable Matcher[] NO_MATCHERS = {};

  private @Nullable SchemaPattern[] patterns = NO_PATTERNS;
  private @Nullable Matcher[] matchers = NO_MATCHERS;

  private long steps;
  private long searches;

  Walk(int bytes) {
    this.steps = FREE_STEPS + (long) STEPS_PER_BYTE * bytes;
    this.searches = Math.min(FREE_SEARCHES + SEARCHES_PER_BYTE * bytes, MOST_SEARCHES);
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
      case SchemaPattern.Linear linear -> findAll(linear.terms(), text);
      case SchemaPattern.Bounded bounded -> findBounded(bounded, text);
    };
  }

  /** So many more steps of a search; each takes some nanoseconds. */
  void search(long more) {
    searches -= more;
    if (searches < 0) {
      throw new TooManyStepsException();
    }
  }

  private boolean findAll(SchemaPattern.Term[] terms, CharSequence text) {
    for (SchemaPattern.Term term : terms) {
      search((long) term.stepsPerCharacter() * text.length());
      if (term.pattern().matcher(text).find() == term.refuses()) {
        return false;
      }
    }
    return true;
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

  private boolean findBounded(SchemaPattern.Bounded bounded, CharSequence text) {
    try {
      return bounded.pattern().matcher(new CountedText(text.toString(), () -> search(1))).find();
    } catch (StackOverflowError e) {
      throw new TooManyStepsException();
    }
  }

  /** Something took longer than a body of its size may take. Without stack trace. */
  static final class TooManyStepsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooManyStepsException() {
      super("too many steps", null, false, false);
    }
  }
}
