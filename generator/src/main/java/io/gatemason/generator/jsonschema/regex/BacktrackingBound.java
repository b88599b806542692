package io.gatemason.generator.jsonschema.regex;

import io.gatemason.generator.jsonschema.regex.Element.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Decides whether a backtracking engine needs time linear in the text. Sufficient conditions only:
 * what follows a repetition must not begin with a character that the repetition can take, so that
 * giving characters back never leads anywhere; and a search without anchor may repeat only at its
 * end, so that starting anew at every character stays cheap.
 */
final class BacktrackingBound {
  private static final int MAX_CHOICES = 64;

  private BacktrackingBound() {}

  static boolean isLinear(Element pattern) {
    if (choices(pattern) > MAX_CHOICES) {
      return false;
    }
    for (Element alternative : alternatives(pattern)) {
      if (!isLinearAlternative(flat(alternative))) {
        return false;
      }
    }
    return true;
  }

  private static List<Element> alternatives(Element pattern) {
    return pattern.kind() == Kind.ALTERNATIVES ? pattern.parts() : List.of(pattern);
  }

  private static List<Element> flat(Element element) {
    List<Element> flat = new ArrayList<>();
    switch (element.kind()) {
      case SEQUENCE -> element.parts().forEach(part -> flat.addAll(flat(part)));
      case GROUP -> {
        if (element.parts().get(0).kind() == Kind.ALTERNATIVES) {
          flat.add(element);
        } else {
          flat.addAll(flat(element.parts().get(0)));
        }
      }
      default -> flat.add(element);
    }
    return flat;
  }

  private static boolean isLinearAlternative(List<Element> parts) {
    boolean anchored = !parts.isEmpty() && parts.get(0).kind() == Kind.START;
    for (int i = 0; i < parts.size(); i++) {
      Element part = parts.get(i);
      if (part.isFixed()) {
        continue;
      }
      boolean last = i == parts.size() - 1;
      if (!isSimple(part) || (!last && !anchored) || !partsWays(part, parts, i + 1)) {
        return false;
      }
    }
    return true;
  }

  /**
   * A repeated character, or an optional group of parts that are simple and part ways themselves.
   */
  private static boolean isSimple(Element part) {
    if (part.kind() != Kind.REPEAT) {
      return false;
    }
    Element repeated = part.parts().get(0);
    if (repeated.kind() == Kind.CHARS) {
      return true;
    }
    if (part.max() != 1) {
      return false;
    }
    List<Element> inside = flat(repeated);
    for (int i = 0; i < inside.size(); i++) {
      Element element = inside.get(i);
      boolean last = i == inside.size() - 1;
      if (!element.isFixed()
          && (!isSimple(element)
              || (last && element.max() == -1 && element.min() == 0)
              || !partsWays(element, inside, i + 1))) {
        return false;
      }
    }
    return true;
  }

  /** Whether nothing that can follow begins with a character of the repetition. */
  private static boolean partsWays(Element part, List<Element> parts, int next) {
    CharSet own = last(part);
    for (int i = next; i < parts.size(); i++) {
      if (own.overlaps(parts.get(i).first())) {
        return false;
      }
      if (!parts.get(i).canBeEmpty()) {
        return true;
      }
    }
    return true;
  }

  /** The characters that may be given back: all of the part, roughly. */
  private static CharSet last(Element part) {
    CharSet all = part.kind() == Kind.CHARS ? part.set() : CharSet.none();
    for (Element inner : part.parts()) {
      all = all.or(last(inner));
    }
    return all;
  }

  private static long choices(Element element) {
    long own = element.kind() == Kind.ALTERNATIVES ? element.parts().size() : 1;
    for (Element part : element.parts()) {
      own *= choices(part);
      if (own > MAX_CHOICES) {
        return own;
      }
    }
    return own;
  }
}
