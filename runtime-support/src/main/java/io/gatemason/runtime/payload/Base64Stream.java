package io.gatemason.runtime.payload;

import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;

/** The bytes of a stream in Base64, encoded as they are read. */
final class Base64Stream extends InputStream {
  private static final int GROUP = 3;
  private static final int BLOCK = 4_096 * GROUP;

  private final InputStream source;
  private byte[] encoded = {};
  private int at;
  private boolean ended;

  Base64Stream(InputStream source) {
    this.source = source;
  }

  /** How many characters so many bytes make; -1 if that is not known. */
  static long length(long bytes) {
    return bytes < 0 ? -1 : (bytes + GROUP - 1) / GROUP * 4;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int count) throws IOException {
    if (count == 0) {
      return 0;
    }
    if (at == encoded.length && !ended) {
      byte[] block = source.readNBytes(BLOCK);
      ended = block.length < BLOCK;
      encoded = Base64.getEncoder().encode(block);
      at = 0;
    }
    if (at == encoded.length) {
      return -1;
    }
    int taken = Math.min(count, encoded.length - at);
    System.arraycopy(encoded, at, bytes, offset, taken);
    at += taken;
    return taken;
  }

  @Override
  public int available() {
    return encoded.length - at;
  }

  @Override
  public void close() throws IOException {
    source.close();
  }
}
