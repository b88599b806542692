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
  private static final int FREE = -1;

  private final String[] texts;
  private final byte[][] bytes;
  private final int[] slots;

  /** Of each slot the first and the last eight bytes of its text, zeros where it has fewer. */
  private final long[] ends;

  /** Of each text its first eight bytes, zeros where it has fewer, and which of them count. */
  private final long[] heads;

  private final long[] headMasks;

  private TextTable(List<String> texts) {
    this.texts = texts.toArray(String[]::new);
    this.bytes = new byte[this.texts.length][];
    this.slots = new int[Integer.highestOneBit(this.texts.length * 2 + 1) * 2];
    this.ends = new long[slots.length * 2];
    this.heads = new long[bytes.length];
    this.headMasks = new long[bytes.length];
    Arrays.fill(slots, FREE);
    for (int i = 0; i < bytes.length; i++) {
      put(this.texts[i].getBytes(StandardCharsets.UTF_8), i);
    }
  }

  /** A table of different texts. */
  public static TextTable of(List<String> texts) {
    return new TextTable(texts);
  }

  private void put(byte[] text, int index) {
    long first = first(text, 0, text.length);
    long last = last(text, 0, text.length);
    int slot = slot(first, last, text.length);
    while (slots[slot] != FREE) {
      slot = (slot + 1) & (slots.length - 1);
    }
    bytes[index] = text;
    heads[index] = isVerbatim(text) ? first : 1;
    headMasks[index] = isVerbatim(text) ? mask(text.length) : 0;
    slots[slot] = index;
    ends[slot * 2] = first;
    ends[slot * 2 + 1] = last;
  }

  /** Whether a text may stand between quotes as it is. */
  private static boolean isVerbatim(byte[] text) {
    boolean verbatim = true;
    for (byte b : text) {
      verbatim &= b != '"' && b != '\\' && (b < 0 || b >= ' ');
    }
    return verbatim;
  }

  int size() {
    return texts.length;
  }

  /** The text of an index, counted from 0 in the order given. */
  public String text(int index) {
    return texts[index];
  }

  int indexOf(String text) {
    return Arrays.asList(texts).indexOf(text);
  }

  /** The index of a text in UTF-8; -1 if it is not in the table. */
  int indexOf(byte[] in, int start, int end) {
    long first = first(in, start, end);
    long last = last(in, start, end);
    int slot = slot(first, last, end - start);
    while (slots[slot] != FREE) {
      if (ends[slot * 2] == first
          && ends[slot * 2 + 1] == last
          && isRest(bytes[slots[slot]], in, start, end)) {
        return slots[slot];
      }
      slot = (slot + 1) & (slots.length - 1);
    }
    return FREE;
  }

  /** The place after a text and a quote if they stand at a place as they are; else -1. */
  int after(int index, byte[] in, int start) {
    byte[] text = bytes[index];
    int end = start + text.length;
    boolean is =
        start <= in.length - Long.BYTES
            && ((long) WORDS.get(in, start) & headMasks[index]) == heads[index]
            && end < in.length
            && in[end] == '"'
            && (text.length <= Long.BYTES || Arrays.equals(text, 0, text.length, in, start, end));
    return is ? end + 1 : -1;
  }

  /** Whether texts whose ends are equal have equal lengths, and middles. */
  private static boolean isRest(byte[] text, byte[] in, int start, int end) {
    return text.length == end - start
        && (text.length <= 2 * Long.BYTES || Arrays.equals(text, 0, text.length, in, start, end));
  }

  private int slot(long first, long last, int length) {
    long mixed = (first * 31 + last * 7 + length) * 0x9E37_79B9_7F4A_7C15L;
    return (int) (mixed >>> 40) & (slots.length - 1);
  }

  private static long first(byte[] in, int start, int end) {
    int length = end - start;
    if (start <= in.length - Long.BYTES) {
      long word = (long) WORDS.get(in, start);
      return word & mask(length);
    }
    long word = 0;
    for (int i = end - 1; i >= start; i--) {
      word = (word << Byte.SIZE) | (in[i] & 0xFF);
    }
    return word;
  }

  /** The bytes of a word that a text of a length fills. */
  private static long mask(int length) {
    return length == 0 ? 0 : -1L >>> Math.max(0, Long.SIZE - length * Byte.SIZE);
  }

  private static long last(byte[] in, int start, int end) {
    return end - start < Long.BYTES ? 0 : (long) WORDS.get(in, end - Long.BYTES);
  }
}
