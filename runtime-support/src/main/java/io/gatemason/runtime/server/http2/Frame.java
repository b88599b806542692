package io.gatemason.runtime.server.http2;

/** What the bytes of a frame say that begins at a place (RFC 9113 §4.1, §6). */
final class Frame {
  static final int HEADER_BYTES = 9;
  static final int DATA = 0;
  static final int HEADERS = 1;
  static final int WINDOW_UPDATE = 8;
  static final int CONTINUATION = 9;
  private static final int END_HEADERS = 4;
  private static final int PADDED = 8;
  private static final int PRIORITY = 32;

  private Frame() {}

  static int type(byte[] bytes, int at) {
    return bytes[at + 3];
  }

  static boolean endsHeaders(byte[] bytes, int at) {
    return (bytes[at + 4] & END_HEADERS) != 0;
  }

  /** Where the header block begins in a HEADERS frame. */
  static int fragmentStart(byte[] bytes, int at) {
    int flags = bytes[at + 4];
    return at + HEADER_BYTES + ((flags & PADDED) != 0 ? 1 : 0) + ((flags & PRIORITY) != 0 ? 5 : 0);
  }

  /** Where the header block ends in a HEADERS frame whose next one is at {@code next}. */
  static int fragmentEnd(byte[] bytes, int at, int next) {
    boolean padded = (bytes[at + 4] & PADDED) != 0 && next > at + HEADER_BYTES;
    return padded ? next - (bytes[at + HEADER_BYTES] & 0xFF) : next;
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
}
