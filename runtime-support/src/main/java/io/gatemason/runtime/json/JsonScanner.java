package io.gatemason.runtime.json;

import com.fasterxml.jackson.core.JsonTokenId;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Reads strict JSON (RFC 8259) from UTF-8 bytes token by token, without copying them: nesting at
 * most {@value #MAX_DEPTH} levels, numbers at most {@value JsonNumber#MAX_DIGITS} digits. A byte
 * order mark is skipped; every other encoding is refused. Names may repeat. Not thread-safe.
 *
 * <p>All methods throw {@link JsonFormatException} where the bytes are no JSON. Kinds of tokens are
 * those of {@link JsonTokenId}.
 */
public final class JsonScanner {
  /** Deepest nesting of arrays and objects that is read. */
  public static final int MAX_DEPTH = 1000;

  /** A name that is none of the known ones. */
  public static final int UNKNOWN = -1;

  /** The end of an object. */
  public static final int NO_MEMBER = -2;

  private final byte[] in;
  private int at;
  private final JsonString string;
  private final JsonNumber number = new JsonNumber();
  private @Nullable AsciiText view;

  /** Begins at the first byte. */
  public JsonScanner(byte[] utf8) {
    this(utf8, hasMark(utf8) ? 3 : 0);
  }

  private JsonScanner(byte[] utf8, int start) {
    this.in = utf8;
    this.at = start;
    this.string = new JsonString(utf8);
  }

  private static boolean hasMark(byte[] in) {
    return in.length > 2 && in[0] == (byte) 0xEF && in[1] == (byte) 0xBB && in[2] == (byte) 0xBF;
  }

  /** Another scanner, at the same place. */
  public JsonScanner copy() {
    return new JsonScanner(in, at);
  }

  /** The bytes that are read. */
  public byte[] bytes() {
    return in;
  }

  /** The index of the next byte. */
  public int position() {
    return at;
  }

  /** Goes to a place where it was before. */
  public void position(int position) {
    at = position;
  }

  /** Reads a scalar, or the opening bracket of a container. */
  public int value() {
    return value(JsonBytes.token(in, at));
  }

  /** Reads the name of the next member and its colon; or the end of the object, then false. */
  public boolean member(boolean first) {
    int start = name(first);
    if (start < 0) {
      return false;
    }
    at = JsonBytes.after(in, JsonBytes.token(in, string.read(start)), ':');
    return true;
  }

  /**
   * As {@link #member(boolean)}, looking for the name among known ones: its index, or {@link
   * #UNKNOWN} and the name is {@link #text}; {@link #NO_MEMBER} at the end of the object.
   *
   * @param guess an index to try first, at most the number of known names
   */
  public int member(boolean first, TextTable known, int guess) {
    int start = name(first);
    if (start < 0) {
      return NO_MEMBER;
    }
    int index = guess;
    int end = guess < known.size() ? known.after(guess, in, start) : -1;
    if (end < 0) {
      end = string.read(start);
      index = indexIn(known);
    }
    at = JsonBytes.after(in, JsonBytes.token(in, end), ':');
    return index;
  }

  /** The place where the next name begins, after its quote; -1 after the end of the object. */
  private int name(boolean first) {
    int i = JsonBytes.token(in, at);
    if (in[i] == '}') {
      at = i + 1;
      return -1;
    }
    return JsonBytes.after(in, first ? i : JsonBytes.token(in, JsonBytes.after(in, i, ',')), '"');
  }

  /** Reads the next item as {@link #value} does; or the end of the array, which is its kind. */
  public int item(boolean first) {
    int i = JsonBytes.token(in, at);
    if (in[i] == ']') {
      at = i + 1;
      return JsonTokenId.ID_END_ARRAY;
    }
    return value(first ? i : JsonBytes.token(in, JsonBytes.after(in, i, ',')));
  }

  /**
   * Reads the rest of a container.
   *
   * @param kind what {@link #value} said of it
   * @param depth how many containers are open with it
   */
  public void skip(int kind, int depth) {
    JsonBytes.require(depth <= MAX_DEPTH, at);
    if (kind == JsonTokenId.ID_START_OBJECT) {
      for (boolean first = true; member(first); first = false) {
        skipInside(value(), depth);
      }
    } else {
      int item = item(true);
      while (item != JsonTokenId.ID_END_ARRAY) {
        skipInside(item, depth);
        item = item(false);
      }
    }
  }

  private void skipInside(int kind, int depth) {
    if (kind == JsonTokenId.ID_START_OBJECT || kind == JsonTokenId.ID_START_ARRAY) {
      skip(kind, depth + 1);
    }
  }

  /** Reads what is left, which may only be blanks. */
  public void end() {
    JsonBytes.require(JsonBytes.afterBlanks(in, at) == in.length, at);
  }

  /** The name or string just read; valid until the next one is. */
  public CharSequence text() {
    if (!string.isPlain()) {
      return string.decoded();
    }
    AsciiText text = view == null ? new AsciiText(in) : view;
    view = text;
    return text.set(string.start(), string.end());
  }

  /** Whether the name or string just read is ASCII and stands as it is between its quotes. */
  public boolean isPlain() {
    return string.isPlain();
  }

  /** The index of the first byte of the name or string just read. */
  public int textStart() {
    return string.start();
  }

  /** The index after the last byte of the name or string just read. */
  public int textEnd() {
    return string.end();
  }

  /** The number of characters (code points) of the name or string just read. */
  public int textLength() {
    return string.length();
  }

  /** The index of the name or string just read among known ones; -1 if it is none of them. */
  public int indexIn(TextTable known) {
    return string.isPlain()
        ? known.indexOf(in, string.start(), string.end())
        : known.indexOf(string.decoded());
  }

  /** Whether the number just read is {@link #digits} divided by a power of ten. */
  public boolean isShort() {
    return number.isShort();
  }

  /** The digits of a short number, with its sign. */
  public long digits() {
    return number.digits();
  }

  /** The power of ten, 0 to 18, by which the digits of a short number are divided. */
  public int scale() {
    return number.scale();
  }

  /** The number just read, exactly; refused if its exponent is beyond that of BigDecimal. */
  public BigDecimal decimal() {
    return number.decimal(in);
  }

  private int value(int i) {
    switch (in[i]) {
      case '"' -> {
        at = string.read(i + 1);
        return JsonTokenId.ID_STRING;
      }
      case '{' -> {
        at = i + 1;
        return JsonTokenId.ID_START_OBJECT;
      }
      case '[' -> {
        at = i + 1;
        return JsonTokenId.ID_START_ARRAY;
      }
      case 't' -> {
        at = JsonBytes.literal(in, i, "true");
        return JsonTokenId.ID_TRUE;
      }
      case 'f' -> {
        at = JsonBytes.literal(in, i, "false");
        return JsonTokenId.ID_FALSE;
      }
      case 'n' -> {
        at = JsonBytes.literal(in, i, "null");
        return JsonTokenId.ID_NULL;
      }
      default -> {
        at = number.read(in, i);
        return number.isIntegral() ? JsonTokenId.ID_NUMBER_INT : JsonTokenId.ID_NUMBER_FLOAT;
      }
    }
  }
}
