package io.gatemason.runtime.cache;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Hands bytes on and keeps a copy, which is given away once all are read. */
final class CopiedStream extends FilterInputStream {
  private final long length;
  private final int largest;
  private final Consumer<byte @Nullable []> result;
  private @Nullable ByteArrayOutputStream copy = new ByteArrayOutputStream();

  /**
   * A copied stream.
   *
   * @param length how many bytes there are, -1 if unknown
   * @param largest with more bytes than these there is no copy
   * @param result is told all bytes, or null if there is no copy
   */
  CopiedStream(InputStream in, long length, int largest, Consumer<byte @Nullable []> result) {
    super(in);
    this.length = length;
    this.largest = largest;
    this.result = result;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    int count = read(one, 0, 1);
    return count < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] buffer, int offset, int count) throws IOException {
    int read = in.read(buffer, offset, count);
    ByteArrayOutputStream kept = copy;
    if (kept == null) {
      return read;
    }
    if (read > 0) {
      kept.write(buffer, offset, read);
    }
    if (kept.size() > largest) {
      finish(null);
    } else if (read < 0 ? length < 0 || kept.size() == length : kept.size() == length) {
      finish(kept.toByteArray());
    }
    return read;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private void finish(byte @Nullable [] bytes) {
    copy = null;
    result.accept(bytes);
  }
}
