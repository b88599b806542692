package io.gatemason.runtime.integration;

import io.gatemason.runtime.exchange.ContextVariable;
import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.payload.Payload;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeUnit;

/** Notes how long a streamed answer of a backend took to begin. */
final class FirstContent extends FilterInputStream {
  private final Exchange exchange;
  private final long began;
  private boolean noted;

  private FirstContent(InputStream body, Exchange exchange, long began) {
    super(body);
    this.exchange = exchange;
    this.began = began;
  }

  /** The payload; all headers of its answer are there now, its first bytes when they are read. */
  static Payload of(Payload payload, Exchange exchange) {
    long toHeaders = exchange.record().integrationMillis();
    exchange
        .context()
        .set(ContextVariable.INTEGRATION_TIME_TO_ALL_HEADERS, Long.toString(toHeaders));
    long began = exchange.record().nanos() - TimeUnit.MILLISECONDS.toNanos(toHeaders);
    return payload.buffered()
        ? payload
        : Payload.of(new FirstContent(payload.stream(), exchange, began), payload.length());
  }

  @Override
  public int read() throws IOException {
    int read = in.read();
    note(read >= 0);
    return read;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int read = in.read(bytes, offset, length);
    note(read > 0);
    return read;
  }

  private void note(boolean arrived) {
    if (arrived && !noted) {
      noted = true;
      long millis = TimeUnit.NANOSECONDS.toMillis(exchange.record().nanos() - began);
      exchange
          .context()
          .set(ContextVariable.INTEGRATION_TIME_TO_FIRST_CONTENT, Long.toString(millis));
    }
  }
}
