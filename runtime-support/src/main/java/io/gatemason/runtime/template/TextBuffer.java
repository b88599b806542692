package io.gatemason.runtime.template;

import io.gatemason.runtime.payload.MemoryBudget;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Text that is being written, at most as long as a payload may be. The array of a finished buffer
 * serves a later one, so that most renderings allocate nothing but their result. Not thread-safe.
 */
final class TextBuffer {
  private static final int FIRST_LENGTH = 512;

  /** Longer arrays are not kept: 64 KB each. */
  private static final int LONGEST_KEPT = 32 * 1024;

  private static final int SLOTS = 16;

  /** Keeps slots in cache lines of their own. */
  private static final int STRIDE = 16;

  private static final AtomicReferenceArray<char @Nullable []> KEPT =
      new AtomicReferenceArray<>(SLOTS * STRIDE);

  private static final String[] ESCAPES = escapes();
  private static final char[] NONE = {};

  private char[] text;
  private int length;

  TextBuffer() {
    char[] kept = KEPT.getAndSet(slot(), null);
    text = kept == null ? new char[FIRST_LENGTH] : kept;
  }

  private static int slot() {
    return (int) (Thread.currentThread().threadId() % SLOTS) * STRIDE;
  }

  /** The whole text; the buffer cannot be used any more. */
  String finish() {
    String result = new String(text, 0, length);
    release();
    return result;
  }

  /** Leaves the array to other buffers; this one cannot be used any more. */
  void release() {
    if (text.length <= LONGEST_KEPT) {
      KEPT.setRelease(slot(), text);
    }
    text = NONE;
    length = 0;
  }

  int length() {
    return length;
  }

  /** Removes what was written from a place on and gives it. */
  String cut(int from) {
    String end = new String(text, from, length - from);
    length = from;
    return end;
  }

  TextBuffer append(String piece) {
    return append(piece, 0, piece.length());
  }

  TextBuffer append(String piece, int from, int to) {
    int end = length + to - from;
    if (end > text.length) {
      grow(end);
    }
    piece.getChars(from, to, text, length);
    length = end;
    return this;
  }

  TextBuffer append(char c) {
    if (length == text.length) {
      grow(length + 1);
    }
    text[length++] = c;
    return this;
  }

  /** Writes an integer in decimal. */
  TextBuffer append(int number) {
    if (number < 0) {
      return append(Integer.toString(number));
    }
    int end = length + digits(number);
    if (end > text.length) {
      grow(end);
    }
    int at = end;
    for (int rest = number; at > length; rest /= 10) {
      text[--at] = (char) ('0' + rest % 10);
    }
    length = end;
    return this;
  }

  private static int digits(int number) {
    int digits = 1;
    for (int rest = number; rest > 9; rest /= 10) {
      digits++;
    }
    return digits;
  }

  /**
   * Writes text as it stands between the quotes of a JSON string, or, with {@code singleQuotes}, of
   * a JavaScript string.
   */
  TextBuffer appendEscaped(String piece, boolean singleQuotes) {
    int copied = 0;
    for (int i = 0; i < piece.length(); i++) {
      char c = piece.charAt(i);
      if (c < ' ' || c == '"' || c == '\\' || (c == '\'' && singleQuotes)) {
        append(piece, copied, i).append(ESCAPES[c]);
        copied = i + 1;
      }
    }
    return append(piece, copied, piece.length());
  }

  private static String[] escapes() {
    String[] escapes = new String['\\' + 1];
    for (char c = 0; c < ' '; c++) {
      escapes[c] = "\\u" + HexFormat.of().withUpperCase().toHexDigits(c);
    }
    escapes['\n'] = "\\n";
    escapes['\r'] = "\\r";
    escapes['\t'] = "\\t";
    escapes['\b'] = "\\b";
    escapes['\f'] = "\\f";
    for (char c : new char[] {'"', '\\', '\''}) {
      escapes[c] = "\\" + c;
    }
    return escapes;
  }

  private void grow(int needed) {
    Values.checkLength(needed < 0 ? Long.MAX_VALUE : needed);
    int doubled = Math.max(text.length * 2, needed);
    int room = Math.min(doubled, TemplateLimits.TEXT_LENGTH);
    MemoryBudget.hold((long) Character.BYTES * (room - text.length));
    text = Arrays.copyOf(text, room);
  }
}
