package io.gatemason.generator.jsonschema.regex;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A regular expression of ECMA-262, translated. Immutable.
 *
 * @param source as written
 * @param engine what can search it in time linear in the text
 * @param translated the text for that engine
 * @param java the text for java.util.regex, whichever engine is chosen
 * @param runs the parts of a pattern for {@link Engine#RUNS}; empty otherwise
 */
public record EcmaPattern(
    String source, Engine engine, String translated, String java, List<CharacterRun> runs) {

  /** What searches a pattern. */
  public enum Engine {
    /** A loop over the characters, because the pattern is a row of {@link CharacterRun}. */
    RUNS,
    /** java.util.regex, because the pattern cannot backtrack much. */
    DIRECT,
    /** RE2. */
    LINEAR,
    /** java.util.regex with a limit of steps: the pattern has look-around or back references. */
    BOUNDED
  }

  /** The pattern is not ECMA-262, or cannot be mapped to Java. */
  public static final class UnmappableException extends Exception {
    private static final long serialVersionUID = 1L;

    UnmappableException(String message) {
      super(message);
    }
  }

  /**
   * Translates a pattern.
   *
   * @throws UnmappableException with the reason as message
   */
  public static EcmaPattern of(String source) throws UnmappableException {
    Element parsed = new EcmaParser(source).parse();
    requireJava(parsed.java());
    if (BacktrackingBound.isLinear(parsed)) {
      List<CharacterRun> runs = CharacterRun.of(parsed);
      Engine engine = runs.isEmpty() ? Engine.DIRECT : Engine.RUNS;
      return new EcmaPattern(source, engine, parsed.java(), parsed.java(), runs);
    }
    Engine engine = parsed.linear() ? Engine.LINEAR : Engine.BOUNDED;
    String translated = parsed.linear() ? parsed.re2() : parsed.java();
    return new EcmaPattern(source, engine, translated, parsed.java(), List.of());
  }

  private static void requireJava(String java) throws UnmappableException {
    try {
      Pattern.compile(java);
    } catch (IllegalArgumentException e) {
      throw new UnmappableException("it has no counterpart in Java");
    }
  }

  /** Whether the pattern is found in a short text known when the code is generated. */
  public boolean find(String text) {
    return Pattern.compile(java).matcher(text).find();
  }
}
