package io.gatemason.generator.jsonschema.regex;

import io.gatemason.generator.jsonschema.regex.Element.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * A number of ASCII characters out of a set. A pattern between {@code ^} and {@code $} that is only
 * such runs, and cannot backtrack, is matched by taking as many characters as each run allows.
 *
 * @param ranges the set: first and last character of each range
 * @param min the least number
 * @param max the greatest number; {@link Integer#MAX_VALUE} for no limit
 */
public record CharacterRun(List<String> ranges, int min, int max) {

  /** The runs of a pattern that is nothing else; empty for every other pattern. */
  static List<CharacterRun> of(Element pattern) {
    List<Element> parts = pattern.parts();
    boolean whole =
        pattern.kind() == Kind.SEQUENCE
            && parts.size() > 2
            && parts.get(0).kind() == Kind.START
            && parts.get(parts.size() - 1).kind() == Kind.END;
    List<CharacterRun> runs = new ArrayList<>();
    for (Element part : whole ? parts.subList(1, parts.size() - 1) : List.<Element>of()) {
      boolean repeated = part.kind() == Kind.REPEAT;
      Element element = repeated ? part.parts().get(0) : part;
      if (element.kind() != Kind.CHARS || !element.set().isAscii()) {
        return List.of();
      }
      int max = part.max() < 0 ? Integer.MAX_VALUE : part.max();
      runs.add(new CharacterRun(element.set().ranges(), part.min(), max));
    }
    return runs;
  }
}
