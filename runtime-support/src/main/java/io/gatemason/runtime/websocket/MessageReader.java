package io.gatemason.runtime.websocket;

import io.gatemason.runtime.client.ClientStream;
import io.gatemason.runtime.payload.MemoryBudget;
import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads messages and control frames (RFC 6455 §5). Whatever breaks a limit is refused by its
 * header, before its payload is read. Belongs to the thread that reads the connection.
 */
final class MessageReader {
  private static final byte[] NONE = {};

  /** A message is there twice: as text, and as the body of its event. */
  private static final int COPIES = 2;

  private final ClientStream stream;
  private final MemoryBudget memory;
  private final int frameBytes;
  private final int messageBytes;
  private byte[] bytes = NONE;
  private int at;
  private long length;
  private boolean masked;

  /** What is left of the frame whose header was read, in bytes. */
  private long unread;

  /** The fragments of a message that has begun. */
  private @Nullable ByteArrayOutputStream begun;

  /** What is held for the message that has begun. */
  private long held;

  MessageReader(ClientStream stream, WebSocketOptions options, MemoryBudget memory) {
    this.stream = stream;
    this.memory = memory;
    this.frameBytes = options.frameBytes();
    this.messageBytes = options.messageBytes();
  }

  /**
   * Waits for the next.
   *
   * @throws WebSocketFailure if the client breaks the protocol or a limit
   */
  Received next() {
    try {
      Received got = frame();
      while (got == null) {
        got = frame();
      }
      return got;
    } catch (EndException e) {
      return new Received.End();
    }
  }

  /** Reads what still comes and forgets it, until the client agrees to close, or is gone. */
  void drain() {
    release();
    try {
      boolean more = true;
      while (more) {
        skip();
        int opcode = header() & 0x0F;
        more = opcode != Frames.CLOSE;
      }
      skip();
    } catch (EndException e) {
      unread = 0;
    }
  }

  /** Reads the beginning of a frame up to its mask; its first byte. */
  private int header() {
    int first = next8();
    int second = next8();
    masked = (second & 0x80) != 0;
    length = second & 0x7F;
    if (length == 126) {
      length = next16();
    } else if (length == 127) {
      length = 0;
      for (int i = 0; i < 8; i++) {
        length = (length << 8) | next8();
      }
    }
    unread = length < 0 ? Long.MAX_VALUE : length + (masked ? 4 : 0);
    return first;
  }

  private @Nullable Received frame() {
    int first = header();
    int opcode = first & 0x0F;
    boolean last = (first & 0x80) != 0;
    if ((first & 0x70) != 0) {
      throw WebSocketFailure.protocolError("Reserved bits are set");
    }
    if (!masked) {
      throw WebSocketFailure.protocolError("Frame is not masked");
    }
    if (length < 0) {
      throw WebSocketFailure.protocolError("Length is negative");
    }
    return switch (opcode) {
      case Frames.CONTINUATION, Frames.TEXT -> data(opcode, last);
      case Frames.BINARY -> throw WebSocketFailure.binary();
      case Frames.CLOSE, Frames.PING, Frames.PONG -> control(opcode, last);
      default -> throw WebSocketFailure.protocolError("Reserved opcode");
    };
  }

  private @Nullable Received data(int opcode, boolean last) {
    ByteArrayOutputStream earlier = begun;
    if ((opcode == Frames.CONTINUATION) == (earlier == null)) {
      throw WebSocketFailure.protocolError("Fragment out of order");
    }
    if (length > frameBytes) {
      throw WebSocketFailure.tooLarge("Frame");
    }
    if (length > messageBytes - (earlier == null ? 0 : earlier.size())) {
      throw WebSocketFailure.tooLarge("Message");
    }
    hold(COPIES * length);
    byte[] payload = payload();
    if (last && earlier == null) {
      return message(payload);
    }
    ByteArrayOutputStream all =
        earlier == null ? new ByteArrayOutputStream(payload.length) : earlier;
    all.writeBytes(payload);
    begun = last ? null : all;
    return last ? message(all.toByteArray()) : null;
  }

  private void hold(long more) {
    if (!memory.tryHold(more)) {
      throw WebSocketFailure.busy();
    }
    held += more;
  }

  private Received message(byte[] utf8) {
    Received message = new Received.Text(Frames.text(utf8, 0, utf8.length), held);
    held = 0;
    return message;
  }

  /** Gives up a message that has begun and will not end. */
  void release() {
    begun = null;
    memory.release(held);
    held = 0;
  }

  private @Nullable Received control(int opcode, boolean last) {
    if (!last || length > Frames.MOST_OF_CONTROL) {
      throw WebSocketFailure.protocolError("Control frame is fragmented or too large");
    }
    byte[] payload = payload();
    return switch (opcode) {
      case Frames.PING -> new Received.Ping(payload);
      case Frames.CLOSE -> new Received.Close(CloseStatus.read(payload));
      default -> null;
    };
  }

  private byte[] payload() {
    int mask = (next16() << 16) | next16();
    byte[] payload = new byte[(int) length];
    unread = 0;
    int done = 0;
    while (done < payload.length) {
      ensure();
      int count = Math.min(payload.length - done, bytes.length - at);
      System.arraycopy(bytes, at, payload, done, count);
      at += count;
      done += count;
    }
    for (int i = 0; i < payload.length; i++) {
      payload[i] ^= (byte) (mask >>> (24 - 8 * (i & 3)));
    }
    return payload;
  }

  private void skip() {
    while (unread > 0) {
      ensure();
      int count = (int) Math.min(unread, bytes.length - at);
      at += count;
      unread -= count;
    }
  }

  private int next16() {
    int high = next8();
    return (high << 8) | next8();
  }

  private int next8() {
    ensure();
    return bytes[at++] & 0xFF;
  }

  /** A silent connection holds no bytes. */
  private void ensure() {
    if (at < bytes.length) {
      return;
    }
    bytes = NONE;
    at = 0;
    byte[] got = stream.read();
    if (got == null) {
      throw new EndException();
    }
    bytes = got;
  }

  /** The stream has ended, within a frame or between two. */
  private static final class EndException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    EndException() {
      super(null, null, false, false);
    }
  }
}
