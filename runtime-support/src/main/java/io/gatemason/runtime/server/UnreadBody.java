package io.gatemason.runtime.server;

import io.helidon.http.HeaderValues;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.ServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * Ends a connection on which a request was refused before its body had been read. What is left of
 * the body must never be taken for the next request; and closing while the client still sends would
 * take the answer away from it, so some of the rest is read and forgotten first.
 */
final class UnreadBody {
  private static final int BUFFER = 16_384;

  private UnreadBody() {}

  /** Forgets up to {@code atMost} bytes of {@code rest}, then closes the connection. */
  static CloseConnectionException closing(ServerRequest request, InputStream rest, long atMost) {
    boolean awaitsContinue =
        request.headers().containsToken(HeaderValues.EXPECT_100) && !request.continueSent();
    try {
      if (!awaitsContinue) {
        forget(rest, atMost);
      }
    } catch (IOException | UncheckedIOException e) {
      return new CloseConnectionException("the rest of the body could not be read", e);
    }
    return new CloseConnectionException("the body was refused");
  }

  private static void forget(InputStream rest, long atMost) throws IOException {
    byte[] buffer = new byte[BUFFER];
    long left = atMost;
    int read = 0;
    while (read >= 0 && left > 0) {
      read = rest.read(buffer);
      left -= read;
    }
  }
}
