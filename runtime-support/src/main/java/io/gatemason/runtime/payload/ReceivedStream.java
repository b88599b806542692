package io.gatemason.runtime.payload;

import io.gatemason.runtime.failure.ExchangeFailure;
import io.gatemason.runtime.failure.ExchangeFailure.Reason;
import io.gatemason.runtime.failure.GatewayFailure;
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
      throw GatewayFailure.requestTooLarge(line(e));
    } catch (MalformedBodyException e) {
      throw new ExchangeFailure(Reason.MALFORMED_BODY, line(e));
    } catch (IOException e) {
      throw new ExchangeFailure(Reason.CONNECTION_LOST, line(e));
    }
  }

  private static String line(IOException cause) {
    return "request body: " + cause.getMessage();
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
