package io.gatemason.runtime.waf;

/** How the size of a field is compared with a number. */
public enum Comparison {
  EQ,
  NE,
  LE,
  LT,
  GE,
  GT;

  boolean holds(long size, long other) {
    return switch (this) {
      case EQ -> size == other;
      case NE -> size != other;
      case LE -> size <= other;
      case LT -> size < other;
      case GE -> size >= other;
      case GT -> size > other;
    };
  }
}
