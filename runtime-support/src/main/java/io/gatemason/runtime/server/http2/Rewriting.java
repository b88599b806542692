package io.gatemason.runtime.server.http2;

import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Rewrites what Helidon would get wrong in a header block. Of values beyond ASCII it is to make one
 * character for each byte, as over HTTP/1; but it takes plain strings for UTF-8, and loses what is
 * beyond ASCII in compressed ones. Of a field that is longer than its table it is to keep nothing
 * (RFC 7541 §4.4); but it would go on for ever to make room. What its table counts stays the same.
 */
final class Rewriting {
  private static final int LENGTH_MASK = 0x7F;
  private static final int NAME_MASK = 0x0F;

  private @Nullable ByteArrayOutputStream rewritten;
  private int copied;

  /** A block begins at {@code from}. */
  void begin(int from) {
    rewritten = null;
    copied = from;
  }

  /** Makes of the beginning of a literal one that is kept in no table. */
  void unindexed(byte[] block, int from, int to, int name) {
    integer(skipping(block, from, to), NAME_MASK, name);
  }

  /** Replaces a string of the block, with its length, by octets. */
  void replace(byte[] block, int from, int to, byte[] octets, int start, int count) {
    ByteArrayOutputStream out = skipping(block, from, to);
    ByteArrayOutputStream text = new ByteArrayOutputStream(2 * count);
    for (int i = start; i < start + count; i++) {
      int octet = octets[i] & 0xFF;
      if (octet >= 0x80) {
        text.write(0xC0 | (octet >> 6));
        text.write(0x80 | (octet & 0x3F));
      } else {
        text.write(octet);
      }
    }
    integer(out, LENGTH_MASK, text.size());
    out.writeBytes(text.toByteArray());
  }

  /** The block up to {@code end} with what was replaced; null if that was nothing. */
  byte @Nullable [] end(byte[] block, int end) {
    ByteArrayOutputStream out = rewritten;
    if (out == null) {
      return null;
    }
    out.write(block, copied, end - copied);
    rewritten = null;
    return out.toByteArray();
  }

  private ByteArrayOutputStream skipping(byte[] block, int from, int to) {
    ByteArrayOutputStream out = rewritten;
    if (out == null) {
      out = new ByteArrayOutputStream();
      rewritten = out;
    }
    out.write(block, copied, from - copied);
    copied = to;
    return out;
  }

  /** The length of a plain string (RFC 7541 §5.2). */
  static void length(ByteArrayOutputStream out, int length) {
    integer(out, LENGTH_MASK, length);
  }

  private static void integer(ByteArrayOutputStream out, int mask, int value) {
    if (value < mask) {
      out.write(value);
      return;
    }
    out.write(mask);
    int rest = value - mask;
    for (; rest > LENGTH_MASK; rest >>= 7) {
      out.write((rest & LENGTH_MASK) | 0x80);
    }
    out.write(rest);
  }
}
