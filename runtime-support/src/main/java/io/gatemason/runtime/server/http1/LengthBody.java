package io.gatemason.runtime.server.http1;

import io.gatemason.runtime.server.wire.ClientInput;
import java.io.IOException;

/** A body of declared length (RFC 9112 §6.2). */
final class LengthBody extends BodyReader {
  private long left;

  LengthBody(ClientInput input, Conversation conversation, long length) {
    super(input, conversation);
    this.left = length;
  }

  @Override
  public boolean atEnd() {
    return left == 0;
  }

  @Override
  public int some(byte[] buffer, int offset, int length) throws IOException {
    int count = move(buffer, offset, (int) Math.min(length, left));
    left -= count;
    return count;
  }
}
