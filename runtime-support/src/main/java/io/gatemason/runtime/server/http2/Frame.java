package io.gatemason.runtime.server.http2;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

/** What the bytes of a frame say that begins at a place (RFC 9113 §4.1, §6). */
final class Frame {
  static final int HEADER_BYTES = 9;

  /** The longest payload that clients may send: nobody told them that it might be longer. */
  static final int LARGEST = 16_384;

  static final int DATA = 0;
  static final int HEADERS = 1;
  static final int RESET = 3;
  static final int SETTINGS = 4;
  static final int GOAWAY = 7;
  static final int WINDOW_UPDATE = 8;
  static final int CONTINUATION = 9;
  private static final byte UNKNOWN = 0x7f;
  private static final int END_STREAM = 1;
  private static final int END_HEADERS = 4;
  private static final int PADDED = 8;
  private static final int PRIORITY = 32;
  private static final int PRIORITY_BYTES = 5;

  private Frame() {}

  static int type(byte[] bytes, int at) {
    return bytes[at + 3];
  }

  /** Gives the frame a type that nobody knows, so that it is passed over (RFC 9113 §4.1). */
  static void hide(byte[] bytes, int at) {
    bytes[at + 3] = UNKNOWN;
  }

  /** A frame that resets a stream without an error. */
  static byte[] reset(int stream) {
    return ByteBuffer.allocate(HEADER_BYTES + 4)
        .put(2, (byte) 4)
        .put(3, (byte) RESET)
        .putInt(5, stream)
        .array();
  }

  /** Whether the stream ends with this frame of data. */
  static boolean endsStream(byte[] bytes, int at) {
    return (bytes[at + 4] & END_STREAM) != 0;
  }

  static boolean endsHeaders(byte[] bytes, int at) {
    return (bytes[at + 4] & END_HEADERS) != 0;
  }

  /** Where the header block begins in a HEADERS frame. */
  static int fragmentStart(byte[] bytes, int at) {
    int flags = bytes[at + 4];
    return at
        + HEADER_BYTES
        + ((flags & PADDED) != 0 ? 1 : 0)
        + ((flags & PRIORITY) != 0 ? PRIORITY_BYTES : 0);
  }

  /** Where the header block ends in a HEADERS frame whose next one is at {@code next}. */
  static int fragmentEnd(byte[] bytes, int at, int next) {
    boolean padded = (bytes[at + 4] & PADDED) != 0 && next > at + HEADER_BYTES;
    return padded ? next - (bytes[at + HEADER_BYTES] & 0xFF) : next;
  }

  /** Frames of another header block, without padding, but else like those that begin at a place. */
  static byte[] headers(byte[] bytes, int at, byte[] block) {
    return headers(bytes, at, block, bytes[at + 4] & (END_STREAM | PRIORITY));
  }

  private static byte[] headers(byte[] bytes, int at, byte[] block, int kept) {
    int priority = (kept & PRIORITY) != 0 ? PRIORITY_BYTES : 0;
    ByteBuffer payload = ByteBuffer.allocate(priority + block.length);
    payload.put(bytes, fragmentStart(bytes, at) - priority, priority).put(block).flip();
    ByteArrayOutputStream frames = new ByteArrayOutputStream();
    for (int type = HEADERS; payload.hasRemaining() || type == HEADERS; type = CONTINUATION) {
      byte[] part = new byte[Math.min(LARGEST, payload.remaining())];
      payload.get(part);
      int flags = (type == HEADERS ? kept : 0) | (payload.hasRemaining() ? 0 : END_HEADERS);
      frames.writeBytes(header(part.length, type, flags, stream(bytes, at)));
      frames.writeBytes(part);
    }
    return frames.toByteArray();
  }

  /** Frames of a header block that was split into frames, each as long as its array. */
  static byte[] headers(List<byte[]> split, byte[] block) {
    int end = split.getFirst()[4] | split.getLast()[4];
    return headers(split.getFirst(), 0, block, end & END_STREAM);
  }

  private static byte[] header(int length, int type, int flags, int stream) {
    return ByteBuffer.allocate(HEADER_BYTES)
        .putInt((length << 8) | type)
        .put((byte) flags)
        .putInt(stream)
        .array();
  }

  /** How long its payload is. */
  static int length(byte[] bytes, int at) {
    return ((bytes[at] & 0xFF) << 16) | ((bytes[at + 1] & 0xFF) << 8) | (bytes[at + 2] & 0xFF);
  }

  static boolean sameStream(byte[] bytes, int first, int second) {
    return stream(bytes, first) == stream(bytes, second);
  }

  static int stream(byte[] bytes, int at) {
    return ((bytes[at + 5] & 0x7F) << 24)
        | ((bytes[at + 6] & 0xFF) << 16)
        | ((bytes[at + 7] & 0xFF) << 8)
        | (bytes[at + 8] & 0xFF);
  }

  /** Bytes, and those behind them. */
  static byte[] joined(byte[] first, byte[] second) {
    if (first.length == 0) {
      return second;
    }
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }
}
