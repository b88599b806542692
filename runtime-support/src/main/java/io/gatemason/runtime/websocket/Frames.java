package io.gatemason.runtime.websocket;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What the gateway sends: frames as they are on the wire (RFC 6455 §5.2), never masked. */
final class Frames {
  static final int CONTINUATION = 0;
  static final int TEXT = 1;
  static final int BINARY = 2;
  static final int CLOSE = 8;
  static final int PING = 9;
  static final int PONG = 10;

  static final int MOST_OF_CONTROL = 125;

  private static final int FINAL = 0x80;
  private static final int MOST_OF_REASON = 123;

  private Frames() {}

  /** A text in frames of at most {@code most} bytes of payload each. */
  static byte[] text(byte[] utf8, int most) {
    if (utf8.length <= most) {
      byte[] whole = new byte[headerLength(utf8.length) + utf8.length];
      put(whole, 0, FINAL | TEXT, utf8, 0, utf8.length);
      return whole;
    }
    int pieces = (utf8.length + most - 1) / most;
    byte[] all = new byte[pieces * headerLength(most) + utf8.length];
    int at = 0;
    for (int from = 0; from < utf8.length; from += most) {
      int count = Math.min(most, utf8.length - from);
      int opcode = from == 0 ? TEXT : CONTINUATION;
      int last = from + count == utf8.length ? FINAL : 0;
      at = put(all, at, last | opcode, utf8, from, count);
    }
    return at == all.length ? all : Arrays.copyOf(all, at);
  }

  /** A control frame. */
  static byte[] control(int opcode, byte[] payload) {
    byte[] frame = new byte[2 + payload.length];
    put(frame, 0, FINAL | opcode, payload, 0, payload.length);
    return frame;
  }

  /** A close frame; without a payload for a status that no frame may carry. */
  static byte[] close(CloseStatus status) {
    if (!CloseStatus.mayBeSent(status.code())) {
      return control(CLOSE, new byte[0]);
    }
    byte[] reason = status.reason().getBytes(StandardCharsets.UTF_8);
    byte[] payload = new byte[2 + (reason.length <= MOST_OF_REASON ? reason.length : 0)];
    payload[0] = (byte) (status.code() >> 8);
    payload[1] = (byte) status.code();
    System.arraycopy(reason, 0, payload, 2, payload.length - 2);
    return control(CLOSE, payload);
  }

  private static int headerLength(int payload) {
    if (payload <= MOST_OF_CONTROL) {
      return 2;
    }
    return payload <= 0xFFFF ? 4 : 10;
  }

  /** Where the next frame begins. */
  private static int put(byte[] to, int at, int first, byte[] payload, int from, int count) {
    int header = headerLength(count);
    to[at] = (byte) first;
    switch (header) {
      case 2 -> to[at + 1] = (byte) count;
      case 4 -> {
        to[at + 1] = 126;
        to[at + 2] = (byte) (count >> 8);
        to[at + 3] = (byte) count;
      }
      default -> {
        to[at + 1] = 127;
        for (int i = 0; i < 4; i++) {
          to[at + 6 + i] = (byte) (count >> (24 - 8 * i));
        }
      }
    }
    System.arraycopy(payload, from, to, at + header, count);
    return at + header + count;
  }

  /**
   * Text in UTF-8.
   *
   * @throws WebSocketFailure if it is none
   */
  static String text(byte[] utf8, int from, int to) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(utf8, from, to - from))
          .toString();
    } catch (CharacterCodingException e) {
      throw WebSocketFailure.notText();
    }
  }
}
