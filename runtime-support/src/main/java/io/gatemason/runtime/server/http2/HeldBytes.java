package io.gatemason.runtime.server.http2;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What came and is not passed on yet, in an array that grows by more than what comes. */
final class HeldBytes {
  private static final byte[] NONE = {};
  private static final int SMALLEST_GROWN = 1_024;

  private byte[] bytes = NONE;
  private int end;

  /** What is passed on if that is not what came, and up to where it has that already. */
  private @Nullable ByteArrayOutputStream changed;

  private int copied;

  boolean isEmpty() {
    return end == 0;
  }

  byte[] bytes() {
    return bytes;
  }

  int end() {
    return end;
  }

  /** Adds what came, which is not copied if nothing is held. */
  void add(byte[] got) {
    if (end == 0) {
      bytes = got;
      end = got.length;
      return;
    }
    if (bytes.length - end < got.length) {
      bytes = Arrays.copyOf(bytes, Math.max(SMALLEST_GROWN, Math.max(2 * end, end + got.length)));
    }
    System.arraycopy(got, 0, bytes, end, got.length);
    end += got.length;
  }

  /** Something else is to be passed on than what is held from one place to another. */
  void replace(int from, int to, byte[] replacement) {
    ByteArrayOutputStream out = changed;
    if (out == null) {
      out = new ByteArrayOutputStream();
      changed = out;
    }
    out.write(bytes, copied, from - copied);
    out.writeBytes(replacement);
    copied = to;
  }

  /** What is passed on for the first {@code count} bytes, which are held no longer. */
  byte[] take(int count) {
    if (count == 0) {
      return NONE;
    }
    ByteArrayOutputStream out = changed;
    byte[] taken;
    if (out != null) {
      out.write(bytes, copied, count - copied);
      taken = out.toByteArray();
    } else {
      taken = count == bytes.length ? bytes : Arrays.copyOf(bytes, count);
    }
    changed = null;
    copied = 0;
    bytes = count == end ? NONE : Arrays.copyOfRange(bytes, count, end);
    end = bytes.length;
    return taken;
  }
}
