package io.gatemason.runtime.stage;

/**
 * Ids that the managed service draws at random, here derived from names, so that they stay the same
 * from build to build.
 */
public final class StableId {
  private static final long OFFSET = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  private StableId() {}

  /** {@code length} lower-case letters and digits, the same for the same text. */
  public static String of(String text, int length) {
    long hash = OFFSET;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * PRIME;
    }
    StringBuilder id = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      hash = (hash ^ (hash >>> 29)) * PRIME;
      id.append(Character.forDigit((int) Long.remainderUnsigned(hash, 36), 36));
    }
    return id.toString();
  }
}
