package io.gatemason.runtime.payload;

import io.gatemason.runtime.failure.ExchangeFailure;
import io.gatemason.runtime.failure.ExchangeFailure.Reason;
import io.gatemason.runtime.failure.GatewayFailure;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;

/** Ends a request body that grows beyond the limit, and names the fault of a corrupt one. */
public final class BoundedStream extends InputStream {
  private final InputStream source;
  private final int limit;
  private long count;

  public BoundedStream(InputStream source, int limit) {
    this.source = source;
    this.limit = limit;
  }

  @Override
  public int read() {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) {
    int read;
    try {
      read = source.read(buffer, offset, length);
    } catch (BodyTooLongException e) {
      throw tooLarge();
    } catch (ZipException | EOFException e) {
      throw GatewayFailure.unsupportedContentEncoding("request body: " + e.getMessage());
    } catch (IOException e) {
      throw new ExchangeFailure(Reason.CONNECTION_LOST, "request body: " + e.getMessage());
    }
    count += Math.max(read, 0);
    if (count > limit) {
      throw tooLarge();
    }
    return read;
  }

  private GatewayFailure tooLarge() {
    return GatewayFailure.requestTooLarge("request body exceeds " + limit + " bytes");
  }

  @Override
  public int available() throws IOException {
    return source.available();
  }

  @Override
  public void close() throws IOException {
    source.close();
  }
}
