package io.gatemason.runtime.auth.signature;

import java.nio.charset.StandardCharsets;

/** Percent-encoding as signatures want it (RFC 3986 §2.3), byte by byte: nothing gets lost. */
final class UriEncoding {
  private static final char[] HEX = "0123456789ABCDEF".toCharArray();

  private UriEncoding() {}

  /** The text with everything but unreserved characters encoded, percent signs too. */
  static String encoded(String text) {
    return encode(text.getBytes(StandardCharsets.UTF_8), false);
  }

  /** A part of a query: decoded, where a plus is a blank, and encoded again in the one way. */
  static String reencoded(String text) {
    return encode(text.getBytes(StandardCharsets.UTF_8), true);
  }

  private static String encode(byte[] raw, boolean decode) {
    StringBuilder encoded = new StringBuilder(raw.length + 16);
    for (int i = 0; i < raw.length; i++) {
      int octet = raw[i] & 0xFF;
      if (decode && octet == '+') {
        octet = ' ';
      } else if (decode && octet == '%' && i + 2 < raw.length) {
        int high = Character.digit(raw[i + 1], 16);
        int low = Character.digit(raw[i + 2], 16);
        if (high >= 0 && low >= 0) {
          octet = (high << 4) + low;
          i += 2;
        }
      }
      append(encoded, octet);
    }
    return encoded.toString();
  }

  private static void append(StringBuilder encoded, int octet) {
    boolean unreserved =
        (octet >= 'A' && octet <= 'Z')
            || (octet >= 'a' && octet <= 'z')
            || (octet >= '0' && octet <= '9')
            || octet == '-'
            || octet == '.'
            || octet == '_'
            || octet == '~';
    if (unreserved) {
      encoded.append((char) octet);
    } else {
      encoded.append('%').append(HEX[octet >> 4]).append(HEX[octet & 0xF]);
    }
  }
}
