package io.gatemason.runtime.server.http2;

import io.gatemason.runtime.server.wire.Pace;
import io.gatemason.runtime.server.wire.Wait;
import io.helidon.http.RequestException;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.ServerRequest;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** The body of a request over HTTP/2, read from Helidon under deadlines. */
final class StreamBody extends InputStream {
  private static final int BUFFER = 8_192;

  private final ServerRequest request;
  private final Http2Stream stream;
  private Pace pace;
  private @Nullable InputStream source;
  private boolean ended;
  private boolean broken;

  StreamBody(ServerRequest request, Http2Stream stream) {
    this.request = request;
    this.stream = stream;
    this.pace = stream.pace();
  }

  boolean atEnd() {
    return ended;
  }

  /** What is read from now on is for nobody. */
  void onlyTheRest() {
    stream.onlyTheRest();
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    if (ended) {
      return -1;
    }
    if (broken) {
      // Helidon would say that the body has ended.
      throw new EOFException("the body has broken off");
    }
    InputStream in = source;
    if (in == null) {
      in = request.content().inputStream();
      source = in;
    }
    long start = stream.begin(Wait.BODY, pace, 0);
    int count = 0;
    broken = true;
    try {
      count = in.read(buffer, offset, length);
    } catch (RequestException | IllegalStateException e) {
      throw new IOException("the stream has ended within the body", e);
    } finally {
      stream.end(pace, start, Math.max(count, 0));
    }
    broken = false;
    ended = count < 0;
    return count;
  }

  /** Reads until nothing more comes; what is read is for nobody. */
  void drain() {
    byte[] buffer = new byte[BUFFER];
    pace = stream.pace();
    stream.onlyTheRest();
    try {
      while (!ended) {
        read(buffer, 0, buffer.length);
      }
    } catch (IOException | CloseConnectionException e) {
      broken = true;
    }
  }

  /**
   * Nobody reads on. Helidon would wait for the rest without end, even of a client that is gone.
   */
  void abandon() {
    if (!ended && !broken) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public int available() throws IOException {
    InputStream in = source;
    return ended || in == null ? 0 : in.available();
  }
}
