package io.gatemason.runtime.payload;

import io.gatemason.runtime.failure.ExchangeFailure;
import io.gatemason.runtime.failure.ExchangeFailure.Reason;
import java.io.IOException;
import java.io.InputStream;

/**
 * The body of a request as its connection gives it, whose failures become those of the exchange.
 * What closes the connection at once is passed on.
 */
public final class ReceivedStream extends InputStream {
  private final InputStream source;

  /** The body that a connection gives. */
  public ReceivedStream(InputStream source) {
    this.source = source;
  }

  @Override
  public int read() {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) {
    try {
      return source.read(buffer, offset, length);
    } catch (BodyTooLongException e) {
      throw failure(Reason.PAYLOAD_TOO_LARGE, e);
    } catch (MalformedBodyException e) {
      throw failure(Reason.MALFORMED_BODY, e);
    } catch (IOException e) {
      throw failure(Reason.CONNECTION_LOST, e);
    }
  }

  private static ExchangeFailure failure(Reason reason, IOException cause) {
    return new ExchangeFailure(reason, "request body: " + cause.getMessage());
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
