package io.gatemason.runtime.server.http2;

import org.jspecify.annotations.Nullable;

/**
 * Measures header blocks of HTTP/2 before anybody decodes them: it follows header compression (RFC
 * 7541) with lengths alone. Since a block can refer to a long field of the past in one byte, its
 * own length says nothing. On the way it finds what Helidon would get wrong, and has it {@linkplain
 * Rewriting rewritten}. One for each connection; has to see all its blocks, in order.
 */
final class HeaderMeter {
  /** The encoder may not use more: nobody told it that it might. */
  private static final int TABLE_BYTES = 4_096;

  private static final int MOST_STRING_BYTES = 1 << 20;

  /** Room for all but the longest compressed strings. */
  private static final int USUAL = 512;

  private final FieldTable table = new FieldTable(TABLE_BYTES);
  private final byte[] text = new byte[USUAL];
  private final Rewriting changes = new Rewriting();
  private final long mostBytes;
  private final int mostFields;

  private byte[] block = {};
  private int at;
  private int end;
  private long size;

  /** The last string, and where it begins. */
  private byte[] octets = {};

  private int octetsFrom;
  private byte @Nullable [] rewritten;

  /** What a block may come to: name, value and 32 for each field. */
  HeaderMeter(long mostBytes, int mostFields) {
    this.mostBytes = mostBytes;
    this.mostFields = mostFields;
  }

  /** What is to be said of a block. */
  enum Verdict {
    /** It may be decoded. */
    SOUND,
    /** It is no header block; whatever follows it could not be decoded. */
    MALFORMED,
    /** One of its names is beyond ASCII, of which Helidon would count characters, not bytes. */
    NO_NAME,
    /** It is longer than the gateway takes. */
    TOO_LONG
  }

  /** Follows a whole block; only after a sound one another may come. */
  Verdict measure(byte[] bytes, int from, int to) {
    block = bytes;
    at = from;
    end = to;
    size = 0;
    rewritten = null;
    changes.begin(from);
    int fields = 0;
    try {
      while (at < end) {
        long field = representation();
        size += field;
        fields += field == 0 ? 0 : 1;
        if (size > mostBytes || fields > mostFields) {
          return Verdict.TOO_LONG;
        }
      }
      rewritten = changes.end(block, end);
      return Verdict.SOUND;
    } catch (Malformed e) {
      return e.verdict;
    }
  }

  /** What the last block came to. */
  long size() {
    return size;
  }

  /** What Helidon has to be given instead of the last block; null for the block itself. */
  byte @Nullable [] rewritten() {
    return rewritten;
  }

  /** The size of the next field, 0 for what is none. */
  private long representation() throws Malformed {
    int start = at;
    int first = block[at] & 0xFF;
    if (first >= 0x80) {
      int index = integer(7);
      return (long) table.name(known(index)) + table.value(index) + FieldTable.OVERHEAD;
    }
    if (first >= 0x40) {
      return literal(integer(6), start, true);
    }
    if (first >= 0x20) {
      resize(integer(5));
      return 0;
    }
    return literal(integer(4), start, false);
  }

  private long literal(int index, int start, boolean kept) throws Malformed {
    int named = at;
    int name = index == 0 ? newName() : table.name(known(index));
    int valued = at;
    int value = string();
    if (kept && !table.add(name, value)) {
      changes.unindexed(block, start, named, index);
    }
    if (beyondAscii(value)) {
      changes.replace(block, valued, at, octets, octetsFrom, value);
    }
    return (long) name + value + FieldTable.OVERHEAD;
  }

  private int newName() throws Malformed {
    int name = string();
    if (beyondAscii(name)) {
      throw new Malformed(Verdict.NO_NAME);
    }
    return name;
  }

  /** Whether the last string, of that length, has octets beyond ASCII. */
  private boolean beyondAscii(int length) {
    for (int i = octetsFrom; i < octetsFrom + length; i++) {
      if (octets[i] < 0) {
        return true;
      }
    }
    return false;
  }

  private void resize(int bytes) throws Malformed {
    if (bytes > TABLE_BYTES) {
      throw new Malformed();
    }
    table.resize(bytes);
  }

  private int known(int index) throws Malformed {
    if (!table.has(index)) {
      throw new Malformed();
    }
    return index;
  }

  /** An integer with a prefix of so many bits (RFC 7541 §5.1). */
  private int integer(int prefixBits) throws Malformed {
    int mask = (1 << prefixBits) - 1;
    long value = octet() & mask;
    if (value < mask) {
      return (int) value;
    }
    for (int shift = 0; shift <= 21; shift += 7) {
      int octet = octet();
      value += (long) (octet & 0x7F) << shift;
      if (octet < 0x80) {
        return (int) value;
      }
    }
    throw new Malformed();
  }

  /** The length of a string when it is decoded (RFC 7541 §5.2). */
  private int string() throws Malformed {
    boolean compressed = at < end && (block[at] & 0x80) != 0;
    int length = integer(7);
    if (length > end - at || length > MOST_STRING_BYTES) {
      throw new Malformed();
    }
    int from = at;
    at += length;
    if (!compressed) {
      octets = block;
      octetsFrom = from;
      return length;
    }
    int most = Huffman.mostOctets(length);
    octets = most <= text.length ? text : new byte[most];
    octetsFrom = 0;
    int decoded = Huffman.decode(block, from, at, octets);
    if (decoded == Huffman.MALFORMED) {
      throw new Malformed();
    }
    return decoded;
  }

  private int octet() throws Malformed {
    if (at >= end) {
      throw new Malformed();
    }
    return block[at++] & 0xFF;
  }

  /** Ends the walk through a block. */
  private static final class Malformed extends Exception {
    private static final long serialVersionUID = 1L;

    private final Verdict verdict;

    Malformed() {
      this(Verdict.MALFORMED);
    }

    Malformed(Verdict verdict) {
      super("malformed header block", null, false, false);
      this.verdict = verdict;
    }
  }
}
