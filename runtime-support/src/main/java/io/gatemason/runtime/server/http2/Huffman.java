package io.gatemason.runtime.server.http2;

/**
 * The code of strings in header blocks (RFC 7541, appendix B): canonical, so its lengths are all.
 */
final class Huffman {
  /** What is no string in this code. */
  static final int MALFORMED = -1;

  private static final int OCTETS = 256;
  private static final int SHORTEST = 5;
  private static final int LONGEST = 30;

  /** Bits of each octet's code, and of the end that no string may contain. */
  private static final byte[] LENGTHS = {
    13, 23, 28, 28, 28, 28, 28, 28, 28, 24, 30, 28, 28, 30, 28, 28, 28, 28, 28, 28, 28, 28, 30, 28,
    28, 28, 28, 28, 28, 28, 28, 28, 6, 10, 10, 12, 13, 6, 8, 11, 10, 10, 8, 11, 8, 6, 6, 6, 5, 5, 5,
    6, 6, 6, 6, 6, 6, 6, 7, 8, 15, 6, 12, 10, 13, 6, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7,
    7, 7, 7, 7, 7, 7, 8, 7, 8, 13, 19, 13, 14, 6, 15, 5, 6, 5, 6, 5, 6, 6, 6, 5, 7, 7, 6, 6, 6, 5,
    6, 7, 6, 5, 5, 6, 7, 7, 7, 7, 7, 15, 11, 14, 13, 28, 20, 22, 20, 20, 22, 22, 22, 23, 22, 23, 23,
    23, 23, 23, 24, 23, 24, 24, 22, 23, 24, 23, 23, 23, 23, 21, 22, 23, 22, 23, 23, 24, 22, 21, 20,
    22, 22, 23, 23, 21, 23, 22, 22, 24, 21, 22, 23, 23, 21, 21, 22, 21, 23, 22, 23, 23, 20, 22, 22,
    22, 23, 22, 22, 23, 26, 26, 20, 19, 22, 23, 22, 25, 26, 26, 26, 27, 27, 26, 24, 25, 19, 21, 26,
    27, 27, 26, 27, 24, 21, 21, 26, 26, 28, 27, 27, 27, 20, 24, 20, 21, 22, 21, 21, 23, 22, 22, 25,
    25, 24, 24, 26, 23, 26, 27, 26, 26, 27, 27, 27, 27, 27, 28, 27, 27, 27, 27, 27, 26, 30
  };

  /** Octets in the order of their codes. */
  private static final int[] SYMBOLS = new int[LENGTHS.length];

  /** The first code of each length, how many there are, and the place of the first symbol. */
  private static final int[] FIRST = new int[LONGEST + 1];

  private static final int[] COUNT = new int[LONGEST + 1];
  private static final int[] PLACE = new int[LONGEST + 1];

  static {
    int placed = 0;
    int code = 0;
    for (int bits = SHORTEST; bits <= LONGEST; bits++) {
      code <<= 1;
      FIRST[bits] = code;
      PLACE[bits] = placed;
      for (int symbol = 0; symbol < LENGTHS.length; symbol++) {
        if (LENGTHS[symbol] == bits) {
          SYMBOLS[placed++] = symbol;
        }
      }
      COUNT[bits] = placed - PLACE[bits];
      code += COUNT[bits];
    }
  }

  private Huffman() {}

  /** Most octets that a string of so many bytes can stand for. */
  static int mostOctets(int bytes) {
    return bytes * 8 / SHORTEST;
  }

  /** How many bits an octet takes. */
  static int bits(int octet) {
    return LENGTHS[octet];
  }

  /** Decodes a string into {@code target}; how many octets it stands for, or {@link #MALFORMED}. */
  static int decode(byte[] bytes, int from, int to, byte[] target) {
    long window = 0;
    int bits = 0;
    int at = from;
    for (int count = 0; ; count++) {
      while (bits <= LONGEST && at < to) {
        window = (window << 8) | (bytes[at++] & 0xFF);
        bits += 8;
      }
      int length = length(window, bits);
      if (length == 0) {
        // What fills the last byte is shorter than a byte, and all ones.
        boolean filling = bits < 8 && low(window, bits) == (1 << bits) - 1;
        return filling ? count : MALFORMED;
      }
      bits -= length;
      int symbol = SYMBOLS[PLACE[length] + low(window >> bits, length) - FIRST[length]];
      if (symbol == OCTETS) {
        return MALFORMED;
      }
      target[count] = (byte) symbol;
    }
  }

  /** The length of the code that the window begins with; 0 if there is no whole one. */
  private static int length(long window, int bits) {
    for (int length = SHORTEST; length <= Math.min(bits, LONGEST); length++) {
      if (low(window >> (bits - length), length) - FIRST[length] < COUNT[length]) {
        return length;
      }
    }
    return 0;
  }

  private static int low(long window, int bits) {
    return (int) (window & ((1L << bits) - 1));
  }
}
