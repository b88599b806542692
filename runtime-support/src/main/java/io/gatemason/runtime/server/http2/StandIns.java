package io.gatemason.runtime.server.http2;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * Stand-ins for names and values of answers that Helidon cannot encode: it knows ASCII alone, and
 * has room for a string only if compression makes it no longer, which it does not of brackets and
 * quotes. In the block that it makes of a stand-in (RFC 7541) the text takes its place again.
 */
final class StandIns {
  private static final String MARK = "gatemason-hex-";
  private static final char END = '.';

  private final byte[] bytes;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private int at;

  private StandIns(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Whether a text needs a stand-in. */
  static boolean needed(String text) {
    long bits = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x80) {
        return true;
      }
      bits += Huffman.bits(c);
    }
    return bits > 8L * text.length() || text.contains(MARK);
  }

  /** The text, or its stand-in if it needs one. */
  static String of(String text) {
    return needed(text)
        ? MARK + HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8)) + END
        : text;
  }

  /** A header block that Helidon has made, with the texts, in UTF-8, in place of stand-ins. */
  static byte[] resolved(byte[] bytes) {
    StandIns block = new StandIns(bytes);
    while (block.at < bytes.length) {
      block.field();
    }
    return block.out.toByteArray();
  }

  private void field() {
    int first = bytes[at] & 0xFF;
    int start = at;
    int index;
    if (first >= 0x80) {
      index = integer(7);
    } else if (first >= 0x40) {
      index = integer(6);
    } else {
      index = integer(first >= 0x20 ? 5 : 4);
    }
    out.write(bytes, start, at - start);
    boolean literal = first < 0x20 || (first >= 0x40 && first < 0x80);
    if (literal && index == 0) {
      string();
    }
    if (literal) {
      string();
    }
  }

  private void string() {
    int start = at;
    boolean compressed = bytes[at] < 0;
    int length = integer(7);
    int from = at;
    at = Math.min(bytes.length, from + length);
    String text = compressed ? decoded(from) : "";
    if (!text.contains(MARK)) {
      out.write(bytes, start, at - start);
      return;
    }
    ByteArrayOutputStream meant = new ByteArrayOutputStream();
    int rest = 0;
    for (int mark = text.indexOf(MARK); mark >= 0; mark = text.indexOf(MARK, rest)) {
      meant.writeBytes(text.substring(rest, mark).getBytes(StandardCharsets.US_ASCII));
      int stop = text.indexOf(END, mark + MARK.length());
      meant.writeBytes(HexFormat.of().parseHex(text, mark + MARK.length(), stop));
      rest = stop + 1;
    }
    meant.writeBytes(text.substring(rest).getBytes(StandardCharsets.US_ASCII));
    Rewriting.length(out, meant.size());
    out.writeBytes(meant.toByteArray());
  }

  private String decoded(int from) {
    byte[] octets = new byte[Huffman.mostOctets(at - from)];
    int count = Math.max(0, Huffman.decode(bytes, from, at, octets));
    return new String(octets, 0, count, StandardCharsets.US_ASCII);
  }

  private int integer(int prefixBits) {
    int mask = (1 << prefixBits) - 1;
    int value = bytes[at++] & mask;
    if (value < mask) {
      return value;
    }
    for (int shift = 0; at < bytes.length; shift += 7) {
      int octet = bytes[at++];
      value += (octet & 0x7F) << shift;
      if (octet >= 0) {
        break;
      }
    }
    return value;
  }
}
