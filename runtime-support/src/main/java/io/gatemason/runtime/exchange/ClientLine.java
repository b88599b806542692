package io.gatemason.runtime.exchange;

import io.helidon.webserver.http.ServerResponse;
import java.io.OutputStream;
import java.util.Map;

/** The connection that a request came over, as whoever works for its client sees it. */
public interface ClientLine {
  /** That of a request which nobody can hang up on, such as the gateway's own. */
  ClientLine HELD =
      new ClientLine() {
        @Override
        public boolean hungUp() {
          return false;
        }

        @Override
        public OutputStream begin(ServerResponse response) {
          return response.outputStream();
        }
      };

  /**
   * Whether the client has hung up, as far as is known. Nobody looks before this is called for the
   * first time, so a client that is gone already is reported by a later call. A client that ends
   * only its sending side counts as gone. Does not block; safe for concurrent use.
   */
  boolean hungUp();

  /**
   * Sends the head of a response at once, status and headers as they are set; the result takes its
   * body.
   */
  OutputStream begin(ServerResponse response);

  /**
   * The names of the request's headers as the client wrote them, by the same in lower case; a name
   * is missing if it is not known how it was written.
   */
  default Map<String, String> writtenNames() {
    return Map.of();
  }
}
