package io.gatemason.runtime.server.http1;

import io.gatemason.runtime.payload.MalformedBodyException;
import io.gatemason.runtime.server.wire.ClientInput;
import io.gatemason.runtime.server.wire.Deadlines;
import io.gatemason.runtime.server.wire.Pace;
import io.gatemason.runtime.server.wire.RefusalException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/**
 * The body of a request without its framing. Whoever reads it waits for the client no longer than
 * the least rate allows; the first read tells a client to go on that waits for a word (RFC 9110
 * §10.1.1). At the end of the body exactly its bytes are consumed; a body that could not be read
 * once cannot be read any more, so nothing in it is ever taken for its end.
 */
public abstract class BodyReader extends InputStream {
  final ClientInput input;
  private final Conversation conversation;
  private final Pace pace;
  private boolean begun;
  private boolean broken;

  public BodyReader(ClientInput input, Conversation conversation) {
    this.input = input;
    this.conversation = conversation;
    this.pace = conversation.pace();
  }

  /** Whether the whole body has been read. */
  public abstract boolean atEnd();

  /**
   * Reads some bytes, at least one.
   *
   * @return -1 at the end of the body
   */
  public abstract int some(byte[] buffer, int offset, int length) throws IOException;

  /** Whether the client still waits for a word before it sends anything. */
  public boolean awaitsContinue() {
    return !begun && conversation.awaitsContinue() && input.available() == 0;
  }

  @Override
  public final int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public final int read(byte[] buffer, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, buffer.length);
    if (length == 0) {
      return 0;
    }
    if (broken) {
      throw new EOFException("the body has broken off");
    }
    if (atEnd()) {
      return -1;
    }
    if (awaitsContinue()) {
      conversation.sendContinue();
    }
    begun = true;
    broken = true;
    try {
      int count = some(buffer, offset, length);
      broken = false;
      return count;
    } catch (RefusalException e) {
      throw new MalformedBodyException(String.valueOf(e.getMessage()));
    }
  }

  @Override
  public int available() {
    return atEnd() ? 0 : input.available();
  }

  /** Moves bytes that have come, after waiting for some if there are none. */
  public final int move(byte[] buffer, int offset, int atMost) throws IOException {
    if (input.available() == 0) {
      await();
    }
    return input.read(buffer, offset, atMost);
  }

  /** The next byte of the framing. */
  public final byte octet() throws IOException {
    if (input.available() == 0) {
      await();
    }
    return input.next();
  }

  private void await() throws IOException {
    Deadlines deadlines = conversation.deadlines();
    long start = deadlines.now();
    if (!input.more(conversation.bodyWait(), start, pace.end(start, 0))) {
      throw new EOFException("the client has ended the connection within the body");
    }
    pace.moved(deadlines.now() - start, input.available());
  }
}
