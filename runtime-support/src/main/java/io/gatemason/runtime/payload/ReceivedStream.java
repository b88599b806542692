package io.gatemason.runtime.payload;

import io.gatemason.runtime.failure.ExchangeFailure;
import io.gatemason.runtime.failure.ExchangeFailure.Reason;
import io.helidon.http.RequestException;
import io.helidon.http.Status;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A request's body as the connection gives it. Whatever goes wrong there ends the exchange with a
 * failure of its own, wherever the body is read. Used by one thread.
 */
public final class ReceivedStream extends InputStream {
  private final Supplier<InputStream> connection;
  private @Nullable InputStream source;
  private boolean malformed;

  /** The body that {@code connection} gives when it is first read. */
  public ReceivedStream(Supplier<InputStream> connection) {
    this.connection = connection;
  }

  /** The body without its framing and with the connection's own failures. */
  public InputStream source() {
    InputStream known = source;
    if (known == null) {
      known = connection.get();
      source = known;
    }
    return known;
  }

  /** Whether the end of the body cannot be found. */
  public boolean malformed() {
    return malformed;
  }

  @Override
  public int read() {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) {
    try {
      return source().read(buffer, offset, length);
    } catch (RequestException e) {
      throw refused(e);
    } catch (IllegalArgumentException e) {
      throw malformed(e);
    } catch (ExchangeFailure e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw new ExchangeFailure(Reason.CONNECTION_LOST, "request body: " + e.getMessage());
    }
  }

  /** The parser refuses chunks that are longer than what it may hold. */
  private ExchangeFailure refused(RequestException refusal) {
    malformed = true;
    boolean large = refusal.status().code() == Status.REQUEST_ENTITY_TOO_LARGE_413.code();
    return large
        ? new ExchangeFailure(Reason.PAYLOAD_TOO_LARGE, "request body: " + refusal.getMessage())
        : malformed(refusal);
  }

  private ExchangeFailure malformed(RuntimeException cause) {
    malformed = true;
    return new ExchangeFailure(Reason.MALFORMED_BODY, "malformed body: " + cause.getMessage());
  }

  @Override
  public int available() throws IOException {
    return source().available();
  }

  @Override
  public void close() throws IOException {
    if (source != null) {
      source.close();
    }
  }
}
