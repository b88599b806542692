package io.gatemason.runtime.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Texts that are found by their bytes, without making a text of these. Immutable. */
public final class TextTable {
  private static final VarHandle WORDS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final List<String> texts;
  private final Slot[] slots;

  /** A text with its first and its last eight bytes, zeros where it has fewer. */
  private static final class Slot {
    final int index;
    final byte[] text;
    final long first;
    final long last;

    Slot(int index, byte[] text, long first, long last) {
      this.index = index;
      this.text = text;
      this.first = first;
      this.last = last;
    }

    boolean has(byte[] in, int start, int end, long otherFirst, long otherLast) {
      return first == otherFirst
          && last == otherLast
          && text.length == end - start
          && (text.length <= 2 * Long.BYTES || Arrays.equals(text, 0, text.length, in, start, end));
    }
  }

  private static final Slot FREE = new Slot(-1, new byte[0], 0, 0);

  private TextTable(List<String> texts) {
    this.texts = texts;
    this.slots = new Slot[Integer.highestOneBit(texts.size() * 2 + 1) * 2];
    Arrays.fill(slots, FREE);
    for (int i = 0; i < texts.size(); i++) {
      put(texts.get(i).getBytes(StandardCharsets.UTF_8), i);
    }
  }

  /** A table of different texts. */
  public static TextTable of(List<String> texts) {
    return new TextTable(List.copyOf(texts));
  }

  private void put(byte[] text, int index) {
    long first = first(text, 0, text.length);
    long last = last(text, 0, text.length);
    int slot = slot(first, last, text.length);
    while (slots[slot].index >= 0) {
      slot = (slot + 1) & (slots.length - 1);
    }
    slots[slot] = new Slot(index, text, first, last);
  }

  /** The texts in the order given. */
  public List<String> texts() {
    return texts;
  }

  int indexOf(String text) {
    return texts.indexOf(text);
  }

  /** The index of a text in UTF-8; -1 if it is not in the table. */
  int indexOf(byte[] in, int start, int end) {
    long first = first(in, start, end);
    long last = last(in, start, end);
    int slot = slot(first, last, end - start);
    while (slots[slot].index >= 0 && !slots[slot].has(in, start, end, first, last)) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slots[slot].index;
  }

  private int slot(long first, long last, int length) {
    long mixed = (first * 31 + last * 7 + length) * 0x9E37_79B9_7F4A_7C15L;
    return (int) (mixed >>> 40) & (slots.length - 1);
  }

  private static long first(byte[] in, int start, int end) {
    int length = end - start;
    if (start <= in.length - Long.BYTES && length > 0) {
      long word = (long) WORDS.get(in, start);
      return length >= Long.BYTES ? word : word & (-1L >>> (Long.SIZE - length * Byte.SIZE));
    }
    long word = 0;
    for (int i = end - 1; i >= start; i--) {
      word = (word << Byte.SIZE) | (in[i] & 0xFF);
    }
    return word;
  }

  private static long last(byte[] in, int start, int end) {
    return end - start < Long.BYTES ? 0 : (long) WORDS.get(in, end - Long.BYTES);
  }
}
