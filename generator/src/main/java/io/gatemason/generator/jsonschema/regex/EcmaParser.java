package io.gatemason.generator.jsonschema.regex;

import io.gatemason.generator.jsonschema.regex.EcmaPattern.UnmappableException;
import io.gatemason.generator.jsonschema.regex.Element.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Parses ECMA-262 patterns: the Unicode grammar, with the lenient escapes and lone braces of the
 * grammar's Annex B, since schemas are full of them.
 */
final class EcmaParser {
  private static final int MAX_DEPTH = 200;
  private static final String NO_LINE_END = "[^\\n\\r\\x{2028}\\x{2029}]";

  private final String source;
  private final EcmaClasses classes;
  private final List<String> groupNames = new ArrayList<>();
  private int at;
  private int depth;

  EcmaParser(String source) {
    this.source = source;
    this.classes = new EcmaClasses(source);
  }

  Element parse() throws UnmappableException {
    Element pattern = alternatives();
    if (at < source.length()) {
      throw error("there is a ) without (");
    }
    return pattern;
  }

  private Element alternatives() throws UnmappableException {
    if (++depth > MAX_DEPTH) {
      throw error("it is nested too deeply");
    }
    List<Element> alternatives = new ArrayList<>();
    alternatives.add(sequence());
    while (peek('|')) {
      at++;
      alternatives.add(sequence());
    }
    depth--;
    return Element.alternatives(alternatives);
  }

  private Element sequence() throws UnmappableException {
    List<Element> parts = new ArrayList<>();
    while (at < source.length() && source.charAt(at) != '|' && source.charAt(at) != ')') {
      parts.add(quantified(term()));
    }
    return Element.sequence(parts);
  }

  private Element term() throws UnmappableException {
    char c = source.charAt(at);
    return switch (c) {
      case '(' -> group();
      case '[' -> classes.characterClass(this);
      case '\\' -> escape();
      case '*', '+', '?' -> throw error("there is nothing to repeat before " + c);
      default -> simpleTerm(c);
    };
  }

  private Element simpleTerm(char c) {
    int codePoint = source.codePointAt(at);
    at += Character.charCount(codePoint);
    return switch (c) {
      case '^' -> Element.assertion(Kind.START, "\\A");
      case '$' -> Element.assertion(Kind.END, "\\z");
      case '.' -> Element.chars(NO_LINE_END, NO_LINE_END, CharSet.of("\n\r", false).complement());
      default -> EcmaClasses.literal(codePoint);
    };
  }

  private Element group() throws UnmappableException {
    at++;
    for (String look : List.of("?=", "?!", "?<=", "?<!")) {
      if (source.startsWith(look, at)) {
        at += look.length();
        Element content = close(alternatives());
        String java = "(" + look + content.java() + ")";
        return switch (look) {
          case "?=" -> Element.ahead(Kind.AHEAD, java, content);
          case "?!" -> Element.ahead(Kind.NOT_AHEAD, java, content);
          default -> Element.complex(java);
        };
      }
    }
    if (source.startsWith("?:", at)) {
      at += 2;
      return Element.group("(?:", close(alternatives()));
    }
    if (source.startsWith("?<", at)) {
      groupNames.add(groupName());
    } else if (peek('?')) {
      throw error("(? is followed by nothing that ECMA-262 knows");
    } else {
      groupNames.add("");
    }
    return Element.group("(", close(alternatives()));
  }

  private Element close(Element content) throws UnmappableException {
    if (!peek(')')) {
      throw error("there is a ( without )");
    }
    at++;
    return content;
  }

  private String groupName() throws UnmappableException {
    int end = source.indexOf('>', at);
    if (end < 0) {
      throw error("the name of a group has no end");
    }
    String name = source.substring(at + 2, end);
    at = end + 1;
    return name;
  }

  private Element escape() throws UnmappableException {
    if (at + 1 >= source.length()) {
      throw error("it ends with \\");
    }
    char c = source.charAt(at + 1);
    if (c == 'b' || c == 'B') {
      at += 2;
      return Element.assertion(Kind.OTHER_ASSERTION, "\\" + c);
    }
    if (c >= '1' && c <= '9') {
      return backReference();
    }
    if (c == 'k' && source.startsWith("<", at + 2)) {
      at += 1;
      int group = groupNames.indexOf(groupName()) + 1;
      if (group == 0) {
        throw error("a reference names a group that does not stand before it");
      }
      return Element.complex("(?:\\" + group + ")");
    }
    return classes.escape(this);
  }

  private Element backReference() throws UnmappableException {
    int end = at + 1;
    while (end < source.length() && Character.isDigit(source.charAt(end)) && end - at < 4) {
      end++;
    }
    int group = Integer.parseInt(source.substring(at + 1, end));
    if (group > groupNames.size()) {
      throw error("\\" + group + " refers to a group that does not stand before it");
    }
    at = end;
    return Element.complex("(?:\\" + group + ")");
  }

  private Element quantified(Element term) throws UnmappableException {
    int start = at;
    int[] bounds = bounds();
    if (bounds.length == 0) {
      at = start;
      return term;
    }
    if (bounds[1] >= 0 && bounds[1] < bounds[0]) {
      throw error("a repetition has its limits the wrong way round");
    }
    if (term.kind() == Kind.START || term.kind() == Kind.END) {
      throw error("an anchor cannot be repeated");
    }
    String lazy = peek('?') ? "?" : "";
    at += lazy.length();
    String quantifier =
        "{" + bounds[0] + (bounds[1] == bounds[0] ? "" : "," + (bounds[1] < 0 ? "" : bounds[1]));
    if (term.kind() == Kind.COMPLEX) {
      return Element.complex(term.java() + quantifier + "}" + lazy);
    }
    return Element.repeat(term, quantifier + "}" + lazy, bounds[0], bounds[1]);
  }

  /** The least and the most repetitions; empty if no quantifier stands here. */
  private int[] bounds() throws UnmappableException {
    if (at >= source.length()) {
      return new int[0];
    }
    return switch (source.charAt(at++)) {
      case '*' -> new int[] {0, -1};
      case '+' -> new int[] {1, -1};
      case '?' -> new int[] {0, 1};
      case '{' -> counted();
      default -> new int[0];
    };
  }

  private int[] counted() throws UnmappableException {
    int end = source.indexOf('}', at);
    String inside = end < 0 ? "" : source.substring(at, end);
    if (!inside.matches("[0-9]+(,[0-9]*)?")) {
      return new int[0];
    }
    at = end + 1;
    int comma = inside.indexOf(',');
    int min = number(comma < 0 ? inside : inside.substring(0, comma));
    if (comma < 0) {
      return new int[] {min, min};
    }
    String max = inside.substring(comma + 1);
    return new int[] {min, max.isEmpty() ? -1 : number(max)};
  }

  private int number(String digits) throws UnmappableException {
    try {
      return Integer.parseInt(digits);
    } catch (NumberFormatException e) {
      throw error(digits + " repetitions are too many");
    }
  }

  private boolean peek(char c) {
    return at < source.length() && source.charAt(at) == c;
  }

  int at() {
    return at;
  }

  void moveTo(int position) {
    at = position;
  }

  UnmappableException error(String reason) {
    return new UnmappableException(reason);
  }
}
