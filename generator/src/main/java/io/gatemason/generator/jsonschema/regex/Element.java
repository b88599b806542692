package io.gatemason.generator.jsonschema.regex;

import java.util.ArrayList;
import java.util.List;

/**
 * A part of a parsed pattern, with its text for each engine.
 *
 * @param kind what it is
 * @param java its text for java.util.regex
 * @param re2 its text for RE2; empty and unused where {@code linear} is false
 * @param linear whether RE2 has it
 * @param set what a CHARS element matches
 * @param parts the parts of a SEQUENCE or ALTERNATIVES, the one part of a GROUP or REPEAT
 * @param min how often a REPEAT is needed
 * @param max how often a REPEAT is possible; -1 without limit
 */
record Element(
    Kind kind,
    String java,
    String re2,
    boolean linear,
    CharSet set,
    List<Element> parts,
    int min,
    int max) {

  enum Kind {
    CHARS,
    START,
    END,
    OTHER_ASSERTION,
    SEQUENCE,
    ALTERNATIVES,
    GROUP,
    REPEAT,
    /** {@code (?=…)}, with what it looks for as its one part. */
    AHEAD,
    /** {@code (?!…)}, likewise. */
    NOT_AHEAD,
    COMPLEX
  }

  static Element chars(String java, String re2, CharSet set) {
    return new Element(Kind.CHARS, java, re2, true, set, List.of(), 1, 1);
  }

  static Element assertion(Kind kind, String text) {
    return new Element(kind, text, text, true, CharSet.none(), List.of(), 0, 0);
  }

  /** Something only a backtracking engine can do. */
  static Element complex(String java) {
    return new Element(Kind.COMPLEX, java, "", false, CharSet.none(), List.of(), 0, 0);
  }

  /** A look at what follows, which only a backtracking engine can do in the midst of a pattern. */
  static Element ahead(Kind kind, String java, Element content) {
    return new Element(kind, java, "", false, CharSet.none(), List.of(content), 0, 0);
  }

  static Element sequence(List<Element> parts) {
    return joined(Kind.SEQUENCE, parts, "");
  }

  static Element alternatives(List<Element> parts) {
    return parts.size() == 1 ? parts.get(0) : joined(Kind.ALTERNATIVES, parts, "|");
  }

  private static Element joined(Kind kind, List<Element> parts, String separator) {
    List<String> java = new ArrayList<>();
    List<String> re2 = new ArrayList<>();
    boolean linear = true;
    for (Element part : parts) {
      java.add(part.java);
      re2.add(part.re2);
      linear &= part.linear;
    }
    return new Element(
        kind,
        String.join(separator, java),
        String.join(separator, re2),
        linear,
        CharSet.none(),
        List.copyOf(parts),
        1,
        1);
  }

  static Element group(String open, Element content) {
    return new Element(
        Kind.GROUP,
        open + content.java + ")",
        open + content.re2 + ")",
        content.linear,
        CharSet.none(),
        List.of(content),
        1,
        1);
  }

  static Element repeat(Element part, String quantifier, int min, int max) {
    boolean small = max <= 1000 && min <= 1000;
    return new Element(
        Kind.REPEAT,
        part.java + quantifier,
        part.re2 + quantifier,
        part.linear && small,
        part.set,
        List.of(part),
        min,
        max);
  }

  /** How many characters it needs at least, or whether it can be empty. */
  boolean canBeEmpty() {
    return switch (kind) {
      case CHARS -> false;
      case START, END, OTHER_ASSERTION, AHEAD, NOT_AHEAD, COMPLEX -> true;
      case SEQUENCE -> parts.stream().allMatch(Element::canBeEmpty);
      case ALTERNATIVES -> parts.stream().anyMatch(Element::canBeEmpty);
      case GROUP -> parts.get(0).canBeEmpty();
      case REPEAT -> min == 0 || parts.get(0).canBeEmpty();
    };
  }

  /** What its first character can be. */
  CharSet first() {
    CharSet first = CharSet.none();
    switch (kind) {
      case CHARS -> first = set;
      case SEQUENCE -> {
        for (Element part : parts) {
          first = first.or(part.first());
          if (!part.canBeEmpty()) {
            return first;
          }
        }
      }
      case ALTERNATIVES -> {
        for (Element part : parts) {
          first = first.or(part.first());
        }
      }
      case GROUP, REPEAT -> first = parts.get(0).first();
      default -> first = CharSet.none();
    }
    return first;
  }

  /** Whether it matches texts of one length only and in one way per alternative. */
  boolean isFixed() {
    return switch (kind) {
      case CHARS -> true;
      case START, END, OTHER_ASSERTION -> true;
      case AHEAD, NOT_AHEAD, COMPLEX -> false;
      case SEQUENCE, ALTERNATIVES -> parts.stream().allMatch(Element::isFixed);
      case GROUP -> parts.get(0).isFixed();
      case REPEAT -> min == max && max <= 100 && parts.get(0).isFixed();
    };
  }
}
