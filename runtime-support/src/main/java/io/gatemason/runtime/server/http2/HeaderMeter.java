package io.gatemason.runtime.server.http2;

import io.helidon.common.buffers.BufferData;
import io.helidon.http.http2.Http2Exception;
import io.helidon.http.http2.Http2HuffmanDecoder;

/**
 * Measures header blocks of HTTP/2 before anybody decodes them: it follows header compression (RFC
 * 7541) with lengths alone. Since a block can refer to a long field of the past in one byte, its
 * own length says nothing. One for each connection; has to see all its blocks, in order.
 */
final class HeaderMeter {
  /** The encoder may not use more: nobody told it that it might. */
  private static final int TABLE_BYTES = 4_096;

  private static final int FIELD_OVERHEAD = 32;
  private static final int MOST_STRING_BYTES = 1 << 20;

  /** Lengths of names and values of the static table (RFC 7541, appendix A). */
  private static final int[] STATIC_NAMES = {
    0, 10, 7, 7, 5, 5, 7, 7, 7, 7, 7, 7, 7, 7, 7, 14, 15, 15, 13, 6, 27, 3, 5, 13, 13, 19, 16, 16,
    14, 16, 13, 12, 6, 4, 4, 6, 7, 4, 4, 8, 17, 13, 8, 19, 13, 4, 8, 12, 18, 19, 5, 7, 7, 11, 6, 10,
    25, 17, 10, 4, 3, 16
  };

  private static final int[] STATIC_VALUES = {0, 0, 3, 4, 1, 11, 4, 5, 3, 3, 3, 3, 3, 3, 3, 0, 13};

  /** The dynamic table, newest first from {@link #newest} on, as lengths of name and value. */
  private final int[] names = new int[TABLE_BYTES / FIELD_OVERHEAD];

  private final int[] values = new int[TABLE_BYTES / FIELD_OVERHEAD];
  private final Http2HuffmanDecoder huffman = Http2HuffmanDecoder.create();
  private final long mostBytes;
  private final int mostFields;
  private int newest;
  private int entries;
  private int tableBytes;
  private int mostTableBytes = TABLE_BYTES;

  private byte[] block = {};
  private int at;
  private int end;

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
    /** It is longer than the gateway takes. */
    TOO_LONG
  }

  /** Follows a whole block; only after a sound one another may come. */
  Verdict measure(byte[] bytes, int from, int to) {
    block = bytes;
    at = from;
    end = to;
    long size = 0;
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
      return Verdict.SOUND;
    } catch (Malformed | Http2Exception e) {
      return Verdict.MALFORMED;
    }
  }

  /** The size of the next field, 0 for what is none. */
  private long representation() throws Malformed {
    int first = block[at] & 0xFF;
    if (first >= 0x80) {
      int index = integer(7);
      return (long) name(index) + value(index) + FIELD_OVERHEAD;
    }
    if (first >= 0x40) {
      return literal(integer(6), true);
    }
    if (first >= 0x20) {
      resize(integer(5));
      return 0;
    }
    return literal(integer(4), false);
  }

  private long literal(int index, boolean kept) throws Malformed {
    int name = index == 0 ? string() : name(index);
    int value = string();
    if (kept) {
      add(name, value);
    }
    return (long) name + value + FIELD_OVERHEAD;
  }

  private void resize(int bytes) throws Malformed {
    if (bytes > TABLE_BYTES) {
      throw new Malformed();
    }
    mostTableBytes = bytes;
    evict(0);
  }

  private void add(int name, int value) {
    int size = name + value + FIELD_OVERHEAD;
    evict(size);
    if (size <= mostTableBytes) {
      newest = (newest + names.length - 1) % names.length;
      names[newest] = name;
      values[newest] = value;
      entries++;
      tableBytes += size;
    }
  }

  private void evict(int needed) {
    while (entries > 0 && tableBytes + needed > mostTableBytes) {
      int oldest = (newest + entries - 1) % names.length;
      tableBytes -= names[oldest] + values[oldest] + FIELD_OVERHEAD;
      entries--;
    }
  }

  private int name(int index) throws Malformed {
    return index < STATIC_NAMES.length ? STATIC_NAMES[valid(index)] : names[place(index)];
  }

  private int value(int index) throws Malformed {
    if (index >= STATIC_NAMES.length) {
      return values[place(index)];
    }
    return valid(index) < STATIC_VALUES.length ? STATIC_VALUES[index] : 0;
  }

  private static int valid(int index) throws Malformed {
    if (index <= 0) {
      throw new Malformed();
    }
    return index;
  }

  private int place(int index) throws Malformed {
    int entry = index - STATIC_NAMES.length;
    if (entry >= entries) {
      throw new Malformed();
    }
    return (newest + entry) % names.length;
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
    int decoded =
        compressed
            ? huffman.decodeString(BufferData.create(block, at, length), length).length()
            : length;
    at += length;
    return decoded;
  }

  private int octet() throws Malformed {
    if (at >= end) {
      throw new Malformed();
    }
    return block[at++] & 0xFF;
  }

  /** Ends the walk through a block; carries nothing. */
  private static final class Malformed extends Exception {
    private static final long serialVersionUID = 1L;

    Malformed() {
      super("malformed header block", null, false, false);
    }
  }
}
