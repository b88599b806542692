package io.gatemason.generator.jsonschema.regex;

import io.gatemason.generator.jsonschema.regex.EcmaPattern.UnmappableException;
import java.util.Locale;

/** The parts of a pattern that stand for one character: escapes and classes. */
final class EcmaClasses {
  private static final String SPACES =
      "\\t\\n\\x0B\\f\\r \\x{A0}\\x{1680}\\x{2000}-\\x{200A}"
          + "\\x{2028}\\x{2029}\\x{202F}\\x{205F}\\x{3000}\\x{FEFF}";
  private static final CharSet SPACE_SET = CharSet.of("\t\n\u000B\f\r ", true);
  private static final CharSet DIGIT_SET = CharSet.range('0', '9');
  private static final CharSet WORD_SET =
      DIGIT_SET.or(CharSet.range('A', 'Z')).or(CharSet.range('a', 'z')).or(CharSet.of('_'));
  private final String source;

  /** One member of a class: its text inside brackets, and its code point or -1 for a set. */
  private record Member(String text, CharSet set, int codePoint) {}

  EcmaClasses(String source) {
    this.source = source;
  }

  static Element literal(int codePoint) {
    String text = quoted(codePoint);
    return Element.chars(text, text, CharSet.of(codePoint));
  }

  private static String quoted(int codePoint) {
    boolean plain =
        (codePoint >= '0' && codePoint <= '9')
            || (codePoint >= 'A' && codePoint <= 'Z')
            || (codePoint >= 'a' && codePoint <= 'z')
            || " _@#%&=:;,<>\"'`!~/".indexOf(codePoint) >= 0;
    boolean escapable = "\\^$.|?*+()[]{}-".indexOf(codePoint) >= 0;
    return plain
        ? Character.toString(codePoint)
        : escapable
            ? "\\" + Character.toString(codePoint)
            : "\\x{" + Integer.toHexString(codePoint).toUpperCase(Locale.ROOT) + "}";
  }

  /** A backslash and what follows, outside a class. */
  Element escape(EcmaParser parser) throws UnmappableException {
    Member member = escaped(parser);
    if (member.codePoint >= 0) {
      return literal(member.codePoint);
    }
    String text = "[" + member.text + "]";
    return Element.chars(text, text, member.set);
  }

  Element characterClass(EcmaParser parser) throws UnmappableException {
    int start = parser.at() + 1;
    boolean negated = source.startsWith("^", start);
    parser.moveTo(negated ? start + 1 : start);
    StringBuilder text = new StringBuilder();
    CharSet set = CharSet.none();
    while (!source.startsWith("]", parser.at())) {
      Member from = member(parser);
      Member range = range(from, parser);
      text.append(range.text);
      set = set.or(range.set);
    }
    parser.moveTo(parser.at() + 1);
    if (text.length() == 0) {
      String all = "[\\x{0}-\\x{10FFFF}]";
      String none = "[^\\x{0}-\\x{10FFFF}]";
      return negated
          ? Element.chars(all, all, CharSet.none().complement())
          : Element.chars(none, none, CharSet.none());
    }
    String whole = (negated ? "[^" : "[") + text + "]";
    return Element.chars(whole, whole, negated ? set.complement() : set);
  }

  private Member range(Member from, EcmaParser parser) throws UnmappableException {
    boolean dash = source.startsWith("-", parser.at()) && !source.startsWith("-]", parser.at());
    if (!dash || from.codePoint < 0) {
      return from;
    }
    int beforeDash = parser.at();
    parser.moveTo(beforeDash + 1);
    Member to = member(parser);
    if (to.codePoint < 0) {
      parser.moveTo(beforeDash);
      return from;
    }
    if (to.codePoint < from.codePoint) {
      throw parser.error("a range of characters has its limits the wrong way round");
    }
    return new Member(from.text + "-" + to.text, CharSet.range(from.codePoint, to.codePoint), -1);
  }

  private Member member(EcmaParser parser) throws UnmappableException {
    if (parser.at() >= source.length()) {
      throw parser.error("there is a [ without ]");
    }
    if (source.charAt(parser.at()) == '\\') {
      if (source.startsWith("\\b", parser.at())) {
        parser.moveTo(parser.at() + 2);
        return single('\b');
      }
      return escaped(parser);
    }
    int codePoint = source.codePointAt(parser.at());
    parser.moveTo(parser.at() + Character.charCount(codePoint));
    return inClass(codePoint);
  }

  private static Member single(int codePoint) {
    return inClass(codePoint);
  }

  /** Inside brackets everything that is not a letter or digit is escaped: Java has operators. */
  private static Member inClass(int codePoint) {
    boolean plain = Character.isLetterOrDigit(codePoint) && codePoint < 128;
    String text =
        plain
            ? Character.toString(codePoint)
            : codePoint < 128 && codePoint > ' '
                ? "\\" + Character.toString(codePoint)
                : "\\x{" + Integer.toHexString(codePoint).toUpperCase(Locale.ROOT) + "}";
    return new Member(text, CharSet.of(codePoint), codePoint);
  }

  private Member escaped(EcmaParser parser) throws UnmappableException {
    int start = parser.at() + 1;
    if (start >= source.length()) {
      throw parser.error("it ends with \\");
    }
    int c = source.codePointAt(start);
    parser.moveTo(start + Character.charCount(c));
    return switch (c) {
      case 'd' -> new Member("0-9", DIGIT_SET, -1);
      case 'D' -> new Member("\\D", DIGIT_SET.complement(), -1);
      case 'w' -> new Member("0-9A-Za-z_", WORD_SET, -1);
      case 'W' -> new Member("\\W", WORD_SET.complement(), -1);
      case 's' -> new Member(SPACES, SPACE_SET, -1);
      case 'S' -> notSpace();
      case 't' -> single('\t');
      case 'n' -> single('\n');
      case 'v' -> single('\u000B');
      case 'f' -> single('\f');
      case 'r' -> single('\r');
      case '0' -> single(0);
      case 'c' -> control(parser);
      case 'x' -> hex(parser, 2, 'x');
      case 'u' -> unicode(parser);
      case 'p', 'P' -> property(parser, c == 'P');
      default -> single(c);
    };
  }

  /** RE2 and Java both lack nested negation in one syntax, so the gaps are spelled out. */
  private static Member notSpace() {
    return new Member(
        "\\x{0}-\\x{8}\\x{E}-\\x{1F}!-\\x{9F}\\x{A1}-\\x{167F}\\x{1681}-\\x{1FFF}"
            + "\\x{200B}-\\x{2027}\\x{202A}-\\x{202E}\\x{2030}-\\x{205E}\\x{2060}-\\x{2FFF}"
            + "\\x{3001}-\\x{FEFE}\\x{FF00}-\\x{10FFFF}",
        SPACE_SET.complement(), -1);
  }

  private Member control(EcmaParser parser) throws UnmappableException {
    int at = parser.at();
    if (at >= source.length() || !Character.isLetter(source.charAt(at))) {
      throw parser.error("\\c is not followed by a letter");
    }
    parser.moveTo(at + 1);
    return single(source.charAt(at) % 32);
  }

  private Member hex(EcmaParser parser, int digits, char otherwise) {
    int at = parser.at();
    int end = at + digits;
    if (end <= source.length() && source.substring(at, end).matches("[0-9A-Fa-f]+")) {
      parser.moveTo(end);
      return single(Integer.parseInt(source.substring(at, end), 16));
    }
    return single(otherwise);
  }

  private Member unicode(EcmaParser parser) throws UnmappableException {
    if (source.startsWith("{", parser.at())) {
      int end = source.indexOf('}', parser.at());
      String digits = end < 0 ? "" : source.substring(parser.at() + 1, end);
      if (!digits.matches("0*[0-9A-Fa-f]{1,6}") || Integer.parseInt(digits, 16) > 0x10FFFF) {
        throw parser.error("\\u{ is not followed by a code point and }");
      }
      parser.moveTo(end + 1);
      return single(Integer.parseInt(digits, 16));
    }
    Member first = hex(parser, 4, 'u');
    boolean pair =
        first.codePoint >= 0xD800
            && first.codePoint <= 0xDBFF
            && source.startsWith("\\u", parser.at());
    if (!pair) {
      return first;
    }
    int before = parser.at();
    parser.moveTo(before + 2);
    Member second = hex(parser, 4, 'u');
    if (second.codePoint >= 0xDC00 && second.codePoint <= 0xDFFF) {
      return single(Character.toCodePoint((char) first.codePoint, (char) second.codePoint));
    }
    parser.moveTo(before);
    return first;
  }

  private Member property(EcmaParser parser, boolean negated) throws UnmappableException {
    int end = source.startsWith("{", parser.at()) ? source.indexOf('}', parser.at()) : -1;
    if (end < 0) {
      return single(negated ? 'P' : 'p');
    }
    String name = source.substring(parser.at() + 1, end);
    parser.moveTo(end + 1);
    String category =
        UnicodeCategories.of(name)
            .orElseThrow(() -> parser.error("the Unicode property \"" + name + "\" is not known"));
    String text = (negated ? "\\P{" : "\\p{") + category + "}";
    return new Member(text, CharSet.none().complement(), -1);
  }
}
