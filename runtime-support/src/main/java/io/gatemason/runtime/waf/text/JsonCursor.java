package io.gatemason.runtime.waf.text;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A place in a JSON text (RFC 8259). What is read and not there is null. */
final class JsonCursor {
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
  private static final String ESCAPES = "\"\\/bfnrt";
  private static final String ESCAPED = "\"\\/\b\f\n\r\t";
  private static final int REPLACEMENT = 0xFFFD;

  /** All repetitions are of characters that the next part cannot begin with: linear. */
  private static final Pattern LEAF =
      Pattern.compile("-?(0|[1-9][0-9]*+)(\\.[0-9]++)?([eE][+-]?[0-9]++)?|true|false|null");

  private final byte[] text;
  private int place;

  JsonCursor(byte[] text) {
    this.text = text;
  }

  boolean atEnd() {
    return place == text.length;
  }

  /** Whether a character stands here, which is taken then. */
  boolean take(char character) {
    boolean here = Letters.at(text, place) == character;
    place += here ? 1 : 0;
    return here;
  }

  void skipMarkAndBlanks() {
    int mark = BYTE_ORDER_MARK.length;
    if (text.length >= mark && Arrays.equals(text, 0, mark, BYTE_ORDER_MARK, 0, mark)) {
      place = mark;
    }
    skipBlanks();
  }

  void skipBlanks() {
    skipBlanksAnd(' ');
  }

  /** Skips blanks and any number of a character. */
  void skipBlanksAnd(char other) {
    int next = Letters.at(text, place);
    while (next == other || next == ' ' || next == '\t' || next == '\n' || next == '\r') {
      next = Letters.at(text, ++place);
    }
  }

  /** A string, or a number, {@code true}, {@code false} or {@code null} as it is written. */
  byte @Nullable [] leaf() {
    if (Letters.at(text, place) == '"') {
      return string();
    }
    int end = place;
    while (isOfLeaf(Letters.at(text, end))) {
      end++;
    }
    byte[] leaf = Arrays.copyOfRange(text, place, end);
    if (!LEAF.matcher(new String(leaf, StandardCharsets.ISO_8859_1)).matches()) {
      return null;
    }
    place = end;
    return leaf;
  }

  private static boolean isOfLeaf(int value) {
    return Letters.isLetter(value)
        || Letters.isDigit(value)
        || value == '+'
        || value == '-'
        || value == '.';
  }

  /** What a string says. */
  byte @Nullable [] string() {
    int end = Letters.at(text, place) == '"' ? endOfString(place + 1) : -1;
    if (end < 0) {
      return null;
    }
    Output output = new Output(end - place);
    int i = place + 1;
    while (i < end) {
      if (text[i] == '\\') {
        i = unescape(i + 1, output);
        if (i < 0) {
          return null;
        }
      } else {
        output.add(text[i++]);
      }
    }
    place = end + 1;
    return output.bytes();
  }

  /** Where the closing quote is, or -1 if there is none or a control character before it. */
  private int endOfString(int from) {
    int i = from;
    while (i < text.length && (text[i] < 0 || text[i] >= ' ')) {
      if (text[i] == '"') {
        return i;
      }
      i += text[i] == '\\' ? 2 : 1;
    }
    return -1;
  }

  /** Behind the escape whose letter is at a place, or -1 if it is none. */
  private int unescape(int letter, Output output) {
    int simple = ESCAPES.indexOf(text[letter]);
    if (simple >= 0) {
      output.add(ESCAPED.charAt(simple));
      return letter + 1;
    }
    int unit = text[letter] == 'u' ? Letters.hex(text, letter + 1, 4) : -1;
    if (unit < 0) {
      return -1;
    }
    int end = letter + 5;
    int second = Letters.startsWith(text, end, "\\u") ? Letters.hex(text, end + 2, 4) : -1;
    if (Character.isSurrogate((char) unit)
        && second >= 0
        && Character.isSurrogatePair((char) unit, (char) second)) {
      output.addCharacter(Character.toCodePoint((char) unit, (char) second));
      return end + 6;
    }
    output.addCharacter(Character.isSurrogate((char) unit) ? REPLACEMENT : unit);
    return end;
  }
}
