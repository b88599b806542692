package io.gatemason.runtime.payload;

import io.gatemason.runtime.failure.GatewayFailure;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;

/** Passes the payload of a backend on to a client. */
public final class PayloadRelay {
  private static final int CHUNK = 16_384;

  private PayloadRelay() {}

  /** Reads while a failure of the backend can still become a gateway response. */
  public static byte[] readBefore(InputStream in, int atMost, long declared) {
    try {
      byte[] bytes = in.readNBytes(atMost);
      if (declared >= 0 && bytes.length < Math.min(atMost, declared)) {
        throw GatewayFailure.integrationFailure("payload shorter than declared");
      }
      return bytes;
    } catch (IOException e) {
      throw GatewayFailure.integrationFailure("payload: " + e.getMessage());
    }
  }

  /** As {@link #readBefore}, what is there at first. */
  public static byte[] readSome(InputStream in) {
    try {
      byte[] buffer = new byte[CHUNK];
      int count = in.read(buffer);
      return Arrays.copyOf(buffer, Math.max(count, 0));
    } catch (IOException e) {
      throw GatewayFailure.integrationFailure("payload: " + e.getMessage());
    }
  }

  /** A body that breaks off is not closed: closing it would tell the client that it is whole. */
  public static void copy(byte[] first, InputStream in, OutputStream out, long declared)
      throws IOException {
    byte[] buffer = first;
    long count = 0;
    for (int read = first.length; read >= 0; read = in.read(buffer)) {
      out.write(buffer, 0, read);
      count += read;
      if (in.available() == 0) {
        out.flush();
      }
      buffer = buffer == first ? new byte[CHUNK] : buffer;
    }
    if (declared >= 0 && count < declared) {
      throw new IOException("payload shorter than declared");
    }
    out.close();
  }
}
