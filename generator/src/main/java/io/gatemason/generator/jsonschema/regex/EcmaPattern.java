package io.gatemason.generator.jsonschema.regex;

import io.gatemason.generator.jsonschema.regex.Element.Kind;
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
 * @param ahead what a pattern for {@link Engine#LINEAR} looks for at the beginning of the text
 */
public record EcmaPattern(
    String source,
    Engine engine,
    String translated,
    String java,
    List<CharacterRun> runs,
    List<Ahead> ahead) {

  /**
   * What has to be found in the text, or must not be.
   *
   * @param re2 the text for RE2
   * @param negative whether it must not be found
   */
  public record Ahead(String re2, boolean negative) {}

  private static final String START = "\\A";

  /** What searches a pattern. */
  public enum Engine {
    /** A loop over the characters, because the pattern is a row of {@link CharacterRun}. */
    RUNS,
    /** java.util.regex, because the pattern cannot backtrack much. */
    DIRECT,
    /** RE2, once for each look ahead at the beginning of the text and once for the rest. */
    LINEAR,
    /** java.util.regex with a limit of steps: other look-around, or back references. */
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
      return new EcmaPattern(source, engine, parsed.java(), parsed.java(), runs, List.of());
    }
    if (parsed.linear()) {
      return linear(source, parsed, parsed.re2(), List.of());
    }
    int rest = 1 + looksAtStart(parsed);
    List<Element> parts = parsed.parts();
    boolean splits =
        rest > 1
            && parts.subList(1, rest).stream().allMatch(look -> look.parts().get(0).linear())
            && parts.subList(rest, parts.size()).stream().allMatch(Element::linear);
    return splits
        ? linear(
            source,
            parsed,
            START + Element.sequence(parts.subList(rest, parts.size())).re2(),
            parts.subList(1, rest).stream().map(EcmaPattern::ahead).toList())
        : new EcmaPattern(
            source, Engine.BOUNDED, parsed.java(), parsed.java(), List.of(), List.of());
  }

  private static EcmaPattern linear(String source, Element parsed, String re2, List<Ahead> ahead) {
    return new EcmaPattern(source, Engine.LINEAR, re2, parsed.java(), List.of(), ahead);
  }

  /** How many looks ahead follow the anchor that the pattern begins with, 0 without that anchor. */
  private static int looksAtStart(Element pattern) {
    List<Element> parts = pattern.parts();
    if (pattern.kind() != Kind.SEQUENCE || parts.isEmpty() || parts.get(0).kind() != Kind.START) {
      return 0;
    }
    int looks = 0;
    while (1 + looks < parts.size() && isLook(parts.get(1 + looks))) {
      looks++;
    }
    return looks;
  }

  private static boolean isLook(Element part) {
    return part.kind() == Kind.AHEAD || part.kind() == Kind.NOT_AHEAD;
  }

  private static Ahead ahead(Element look) {
    return new Ahead(
        START + "(?:" + look.parts().get(0).re2() + ")", look.kind() == Kind.NOT_AHEAD);
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
