package io.gatemason.runtime.server;

import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.RequestException;
import io.helidon.http.ServerRequestHeaders;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.function.Supplier;

/**
 * Ends a connection whose last request may not have been read wholly. What is left of its body must
 * never be taken for the next request; and closing while the client still sends would take the
 * answer away from it, so some of the rest is read and forgotten first.
 */
final class UnreadBody {
  private static final int BUFFER = 16_384;

  private UnreadBody() {}

  /**
   * Closes the connection after the answer if the client demands it, which Helidon 4.5.0 only
   * promises (RFC 9112 §9.6), or if it may or may not send a body that nobody has told it to send.
   *
   * @param rest what will be left of the request's body then
   * @param atMost how many bytes of it are forgotten at the most
   */
  static void closeIfAsked(
      ServerRequest request, ServerResponse response, Supplier<InputStream> rest, long atMost) {
    ServerRequestHeaders headers = request.headers();
    boolean asked =
        headers.contains(HeaderNames.CONNECTION)
            && headers.containsToken(HeaderValues.CONNECTION_CLOSE);
    if (asked || headers.contains(HeaderNames.EXPECT)) {
      response.whenSent(
          () -> {
            if (asked || awaitsContinue(request)) {
              throw closing(request, rest, atMost);
            }
          });
    }
  }

  private static boolean awaitsContinue(ServerRequest request) {
    return request.headers().containsToken(HeaderValues.EXPECT_100)
        && !request.continueSent()
        && request.prologue().protocolVersion().startsWith("1");
  }

  /**
   * Forgets up to {@code atMost} bytes of {@code rest}, then closes the connection. The rest is not
   * asked for if the client awaits a word first: it would be told to go on.
   */
  static CloseConnectionException closing(
      ServerRequest request, Supplier<InputStream> rest, long atMost) {
    try {
      if (!awaitsContinue(request)) {
        forget(rest.get(), atMost);
      }
    } catch (IOException
        | UncheckedIOException
        | RequestException
        | IllegalArgumentException malformed) {
      return new CloseConnectionException("the rest of the body could not be read", malformed);
    }
    return new CloseConnectionException("this was the last request");
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
