package io.gatemason.runtime.transport;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** A body that ends after so many bytes, or with its connection (RFC 9112 §6.2, §6.3). */
final class IdentityBody extends InputStream {
  private final BackendInput input;
  private final boolean untilClosed;
  private long left;

  /** {@code length} in bytes, -1 for a body that ends with the connection. */
  IdentityBody(BackendInput input, long length) {
    this.input = input;
    this.untilClosed = length < 0;
    this.left = untilClosed ? Long.MAX_VALUE : length;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int count) throws IOException {
    if (left == 0) {
      return -1;
    }
    int read = input.read(bytes, offset, (int) Math.min(count, left));
    if (read >= 0) {
      left -= read;
    } else if (untilClosed) {
      left = 0;
    } else {
      throw new EOFException("The backend closed the connection within a body");
    }
    return read;
  }

  @Override
  public int available() {
    return (int) Math.min(left, input.buffered());
  }
}
