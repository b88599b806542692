package io.gatemason.runtime.waf.text;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Bytes that are written as text: Base64 (RFC 4648) and hexadecimal digits; and digests. */
final class BinaryText {
  private static final String BASE64 =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

  private BinaryText() {}

  /** The bytes up to the first character that is none of Base64. */
  static byte[] base64(byte[] text) {
    return base64(text, false);
  }

  /** The bytes, as if there were no character that is none of Base64. */
  static byte[] base64AmongOthers(byte[] text) {
    return base64(text, true);
  }

  private static byte[] base64(byte[] text, boolean amongOthers) {
    Output output = new Output(text.length);
    int bits = 0;
    int pending = 0;
    for (byte each : text) {
      int value = BASE64.indexOf(each);
      if (value < 0 && !amongOthers) {
        break;
      }
      if (value >= 0) {
        pending = (pending << 6 | value) & 0xFFF;
        bits += 6;
      }
      if (bits >= 8) {
        bits -= 8;
        output.add(pending >> bits);
      }
    }
    return output.bytes();
  }

  /** The bytes of pairs of digits, up to the first that is none. */
  static byte[] hex(byte[] text) {
    Output output = new Output(text.length);
    hex(text, 0, output);
    return output.bytes();
  }

  /** Text in which numbers such as {@code 0x414243} are the bytes they stand for. */
  static byte[] sqlHex(byte[] text) {
    Output output = new Output(text.length);
    int i = 0;
    while (i < text.length) {
      if (Letters.startsWith(text, i, "0x") && Letters.hex(text, i + 2, 2) >= 0) {
        i = hex(text, i + 2, output);
      } else {
        output.add(text[i++]);
      }
    }
    return output.bytes();
  }

  private static int hex(byte[] text, int from, Output output) {
    int i = from;
    for (int value = Letters.hex(text, i, 2); value >= 0; value = Letters.hex(text, i, 2)) {
      output.add(value);
      i += 2;
    }
    return i;
  }

  /** The digest itself, not a text of it. */
  static byte[] digest(String algorithm, byte[] text) {
    try {
      return MessageDigest.getInstance(algorithm).digest(text);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has " + algorithm, e);
    }
  }
}
