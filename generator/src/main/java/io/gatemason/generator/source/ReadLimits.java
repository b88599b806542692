package io.gatemason.generator.source;

/**
 * How much of a hostile file is read. Thread-safe: immutable.
 *
 * @param characters the length of the text in UTF-16 units
 * @param depth how deep values may be nested
 * @param values how many values a tree may have, an alias counting as often as the values it stands
 *     for
 * @param keyCharacters the length of a key in UTF-16 units
 */
public record ReadLimits(int characters, int depth, int values, int keyCharacters) {

  /** Well above the 6 MB that the managed service imports. */
  public static final ReadLimits DEFAULT = new ReadLimits(16 << 20, 200, 1_000_000, 4096);
}
