package io.gatemason.generator.jsonschema.regex;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Which characters an element can match: exactly for ASCII, "some" beyond. */
final class CharSet {
  private static final int ASCII = 128;

  private final BitSet ascii;
  private final boolean others;

  CharSet(BitSet ascii, boolean others) {
    this.ascii = ascii;
    this.others = others;
  }

  static CharSet of(int codePoint) {
    return range(codePoint, codePoint);
  }

  static CharSet range(int from, int to) {
    BitSet set = new BitSet(ASCII);
    if (from < ASCII) {
      set.set(from, Math.min(to, ASCII - 1) + 1);
    }
    return new CharSet(set, to >= ASCII);
  }

  static CharSet none() {
    return new CharSet(new BitSet(ASCII), false);
  }

  static CharSet of(String characters, boolean others) {
    BitSet set = new BitSet(ASCII);
    characters.chars().forEach(set::set);
    return new CharSet(set, others);
  }

  CharSet or(CharSet other) {
    BitSet set = (BitSet) ascii.clone();
    set.or(other.ascii);
    return new CharSet(set, others || other.others);
  }

  /** Everything else; beyond ASCII always possible. */
  CharSet complement() {
    BitSet set = (BitSet) ascii.clone();
    set.flip(0, ASCII);
    return new CharSet(set, true);
  }

  /** Whether nothing beyond ASCII is in it, so that {@link #ranges} is exact. */
  boolean isAscii() {
    return !others;
  }

  /** Its ASCII characters as ranges: first and last character of each. */
  List<String> ranges() {
    List<String> ranges = new ArrayList<>();
    for (int from = ascii.nextSetBit(0); from >= 0; ) {
      int end = ascii.nextClearBit(from);
      ranges.add("" + (char) from + (char) (end - 1));
      from = ascii.nextSetBit(end);
    }
    return ranges;
  }

  boolean overlaps(CharSet other) {
    return ascii.intersects(other.ascii) || (others && other.others);
  }
}
