package io.gatemason.runtime.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** The last string that was read. */
final class JsonString {
  private static final VarHandle WORDS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101_0101_0101_0101L;
  private static final long HIGH_BITS = 0x8080_8080_8080_8080L;

  private final byte[] in;
  private int start;
  private int end;
  private boolean plain;
  private boolean escaped;

  JsonString(byte[] in) {
    this.in = in;
  }

  /** Reads a string whose first quote was read. Returns the place after its last one. */
  int read(int from) {
    int i = plainEnd(from);
    start = from;
    plain = i < in.length && in[i] == '"';
    end = plain ? i : specialEnd(i);
    return end + 1;
  }

  private int specialEnd(int from) {
    int i = from;
    escaped = false;
    while (i < in.length && in[i] != '"') {
      i = plainEnd(afterSpecial(i));
    }
    if (i >= in.length) {
      throw new JsonFormatException("a string has no end");
    }
    return i;
  }

  /** The place of the first byte that is a quote, a backslash, a control or beyond ASCII. */
  private int plainEnd(int from) {
    int i = from;
    while (i <= in.length - Long.BYTES) {
      long special = special((long) WORDS.get(in, i));
      if (special != 0) {
        return i + (Long.numberOfTrailingZeros(special) >>> 3);
      }
      i += Long.BYTES;
    }
    while (i < in.length && in[i] >= ' ' && in[i] != '"' && in[i] != '\\') {
      i++;
    }
    return i;
  }

  /** The highest bit of bytes that are not plain; exact up to the first of them. */
  private static long special(long word) {
    long quotes = word ^ (ONES * '"');
    long backslashes = word ^ (ONES * '\\');
    return (((quotes - ONES) & ~quotes)
            | ((backslashes - ONES) & ~backslashes)
            | ((word - ONES * ' ') & ~word)
            | word)
        & HIGH_BITS;
  }

  private int afterSpecial(int at) {
    if (in[at] < 0) {
      return Utf8.after(in, at);
    }
    if (in[at] != '\\' || at + 1 >= in.length) {
      throw new JsonFormatException("a control character or half an escape at byte " + at);
    }
    escaped = true;
    if (in[at + 1] == 'u') {
      hex(at + 2);
      return at + 6;
    }
    unescaped(in[at + 1]);
    return at + 2;
  }

  private char hex(int at) {
    int code = 0;
    for (int i = at; i < at + 4; i++) {
      int digit = i < in.length ? Character.digit(in[i], 16) : -1;
      if (digit < 0) {
        throw new JsonFormatException("no hexadecimal digit at byte " + i);
      }
      code = code * 16 + digit;
    }
    return (char) code;
  }

  private static char unescaped(byte escape) {
    return switch (escape) {
      case '"', '\\', '/' -> (char) escape;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      default -> throw new JsonFormatException("no such escape: \\" + (char) escape);
    };
  }

  /** Whether the string is ASCII and stands as it is between its quotes. */
  boolean isPlain() {
    return plain;
  }

  int start() {
    return start;
  }

  int end() {
    return end;
  }

  /** The number of code points. */
  int length() {
    if (plain) {
      return end - start;
    }
    String text = decoded();
    return text.codePointCount(0, text.length());
  }

  String decoded() {
    if (!escaped) {
      return new String(in, start, end - start, StandardCharsets.UTF_8);
    }
    StringBuilder text = new StringBuilder();
    int from = start;
    for (int i = start; i < end; i++) {
      if (in[i] == '\\') {
        text.append(new String(in, from, i - from, StandardCharsets.UTF_8));
        i++;
        text.append(in[i] == 'u' ? hex(i + 1) : unescaped(in[i]));
        i += in[i] == 'u' ? 4 : 0;
        from = i + 1;
      }
    }
    return text.append(new String(in, from, end - from, StandardCharsets.UTF_8)).toString();
  }
}
