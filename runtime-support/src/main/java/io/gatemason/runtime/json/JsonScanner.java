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
    return value(next());
  }

  /** Reads the name of the next member and its colon; or the end of the object, then false. */
  public boolean member(boolean first) {
    int c = next();
    if (c == '}') {
      return false;
    }
    if (!first) {
      require(c == ',');
      c = next();
    }
    require(c == '"');
    at = string.read(at);
    require(next() == ':');
    return true;
  }

  /** Reads the next item as {@link #value} does; or the end of the array, which is its kind. */
  public int item(boolean first) {
    int c = next();
    if (c == ']') {
      return JsonTokenId.ID_END_ARRAY;
    }
    if (first) {
      return value(c);
    }
    require(c == ',');
    return value(next());
  }

  /**
   * Reads the rest of a container.
   *
   * @param kind what {@link #value} said of it
   * @param depth how many containers are open with it
   */
  public void skip(int kind, int depth) {
    require(depth <= MAX_DEPTH);
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
    require(next() < 0);
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

  /** The next byte that is no blank; -1 at the end. */
  private int next() {
    while (at < in.length) {
      byte b = in[at++];
      if (b > ' ') {
        return b;
      }
      require(b == ' ' || b == '\n' || b == '\r' || b == '\t');
    }
    return -1;
  }

  private int value(int first) {
    switch (first) {
      case '"' -> {
        at = string.read(at);
        return JsonTokenId.ID_STRING;
      }
      case '{' -> {
        return JsonTokenId.ID_START_OBJECT;
      }
      case '[' -> {
        return JsonTokenId.ID_START_ARRAY;
      }
      case 't' -> {
        return literal("true", JsonTokenId.ID_TRUE);
      }
      case 'f' -> {
        return literal("false", JsonTokenId.ID_FALSE);
      }
      case 'n' -> {
        return literal("null", JsonTokenId.ID_NULL);
      }
      default -> {
        require(first >= 0);
        at = number.read(in, at - 1);
        return number.isIntegral() ? JsonTokenId.ID_NUMBER_INT : JsonTokenId.ID_NUMBER_FLOAT;
      }
    }
  }

  private int literal(String word, int kind) {
    int end = at + word.length() - 1;
    require(end <= in.length);
    for (int i = 1; i < word.length(); i++) {
      require(in[at++] == word.charAt(i));
    }
    return kind;
  }

  private void require(boolean condition) {
    if (!condition) {
      throw new JsonFormatException("no JSON at byte " + at);
    }
  }
}
