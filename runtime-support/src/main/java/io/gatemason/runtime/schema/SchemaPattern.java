package io.gatemason.runtime.schema;

import java.util.Arrays;
import java.util.regex.Pattern;

/** A regular expression of a schema, translated from ECMA-262 when the code was generated. */
public final class SchemaPattern {
  private final String source;
  private final Engine engine;

  /** How a pattern is searched; each kind bounds the work by the length of the text. */
  sealed interface Engine {}

  /** A pattern that backtracks at most a constant number of times per character. */
  record Direct(Pattern pattern) implements Engine {}

  /** Automata, all of which have to agree. */
  static final class Linear implements Engine {
    private final Term[] terms;

    Linear(Term... terms) {
      this.terms = terms;
    }

    Term[] terms() {
      return terms;
    }

    Linear and(Term term) {
      Term[] all = Arrays.copyOf(terms, terms.length + 1);
      all[terms.length] = term;
      return new Linear(all);
    }
  }

  /**
   * An automaton that is to find something, or nothing.
   *
   * @param refuses whether a text in which it finds something does not match
   */
  record Term(com.google.re2j.Pattern pattern, boolean refuses) {
    private static final int LEAST_STEPS = 4;

    static Term of(String re2, boolean refuses) {
      return new Term(com.google.re2j.Pattern.compile(re2), refuses);
    }

    /** What one character costs, in looks of a backtracking search. */
    int stepsPerCharacter() {
      return Math.max(LEAST_STEPS, pattern.programSize() / 2);
    }
  }

  /** A backtracking search of which the walk counts the steps. */
  record Bounded(Pattern pattern) implements Engine {}

  /** Runs of ASCII characters that make up the whole text. */
  static final class Runs implements Engine {
    private final CharacterRun[] runs;

    Runs(CharacterRun... runs) {
      this.runs = runs;
    }

    boolean make(byte[] ascii, int start, int end) {
      return CharacterRun.matches(runs, ascii, start, end);
    }

    boolean make(CharSequence text) {
      byte[] ascii = new byte[text.length()];
      for (int i = 0; i < ascii.length; i++) {
        ascii[i] = text.charAt(i) < 128 ? (byte) text.charAt(i) : -1;
      }
      return make(ascii, 0, ascii.length);
    }
  }

  private SchemaPattern(String source, Engine engine) {
    this.source = source;
    this.engine = engine;
  }

  /** A pattern that makes up the whole text by the runs added to it; so far by nothing. */
  public static SchemaPattern runs(String source) {
    return new SchemaPattern(source, new Runs());
  }

  /**
   * This pattern and one more run. A run takes as many characters as it can; what follows it never
   * begins with one of them.
   *
   * @param min the least number of characters
   * @param max the greatest number of characters
   * @param ranges first and last character of each range, all of them ASCII
   */
  public SchemaPattern run(int min, int max, String... ranges) {
    if (!(engine instanceof Runs before)) {
      throw new IllegalStateException("not made of runs");
    }
    CharacterRun[] all = Arrays.copyOf(before.runs, before.runs.length + 1);
    all[all.length - 1] = CharacterRun.of(min, max, ranges);
    return new SchemaPattern(source, new Runs(all));
  }

  /**
   * A pattern whose search cannot backtrack much.
   *
   * @param source the pattern as the schema has it, for messages
   * @param java the same for {@link Pattern}
   */
  public static SchemaPattern direct(String source, String java) {
    return new SchemaPattern(source, new Direct(Pattern.compile(java)));
  }

  /**
   * A pattern without look-around and back references.
   *
   * @param source the pattern as the schema has it, for messages
   * @param re2 the same for RE2
   */
  public static SchemaPattern linear(String source, String re2) {
    return new SchemaPattern(source, new Linear(Term.of(re2, false)));
  }

  /**
   * This pattern, for texts in which {@code re2} is found too: what a look ahead at the beginning
   * of the text demands.
   */
  public SchemaPattern and(String re2) {
    return also(Term.of(re2, false));
  }

  /** This pattern, for texts in which {@code re2} is not found. */
  public SchemaPattern butNot(String re2) {
    return also(Term.of(re2, true));
  }

  private SchemaPattern also(Term term) {
    if (!(engine instanceof Linear linear)) {
      throw new IllegalStateException("not an automaton");
    }
    return new SchemaPattern(source, linear.and(term));
  }

  /**
   * A pattern that can only be searched by backtracking. A body whose texts take too many steps is
   * refused as a whole, see {@link PayloadValidation}.
   *
   * @param source the pattern as the schema has it, for messages
   * @param java the same for {@link Pattern}
   */
  public static SchemaPattern bounded(String source, String java) {
    return new SchemaPattern(source, new Bounded(Pattern.compile(java)));
  }

  Engine engine() {
    return engine;
  }

  /** The pattern as the schema has it. */
  @Override
  public String toString() {
    return source;
  }
}
