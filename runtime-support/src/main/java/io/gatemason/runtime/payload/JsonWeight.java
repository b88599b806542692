package io.gatemason.runtime.payload;

/**
 * About how many bytes the values of a JSON text take beside the text, when they are read: they are
 * objects of their own, many times as large as what is written of them. Counted by the characters
 * that begin or separate values, which may be too many where texts contain them. It is some two
 * fifths of what measuring gives: a {@link MemoryBudget} is a quarter of the memory.
 */
public final class JsonWeight {
  private static final int OBJECT = 64;
  private static final int ARRAY = 32;
  private static final int MEMBER = 16;
  private static final int VALUE = 12;

  private JsonWeight() {}

  /** The weight of a text. */
  public static long of(String json) {
    long weight = 0;
    for (int i = 0; i < json.length(); i++) {
      weight += weight(json.charAt(i));
    }
    return weight;
  }

  /** The weight of a part of a text in UTF-8. */
  public static long of(byte[] json, int start, int end) {
    long weight = 0;
    for (int i = start; i < end; i++) {
      weight += weight(json[i]);
    }
    return weight;
  }

  private static int weight(int c) {
    return switch (c) {
      case '{' -> OBJECT;
      case '[' -> ARRAY;
      case ':' -> MEMBER;
      case ',' -> VALUE;
      default -> 0;
    };
  }
}
