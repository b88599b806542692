package io.gatemason.runtime.server.wire;

import io.gatemason.runtime.client.ClientAnswer;
import io.gatemason.runtime.client.ClientRequest;

/** Answers requests, whatever version of HTTP they came over. Safe for concurrent use. */
@FunctionalInterface
public interface RequestHandler {

  /**
   * Answers one request. A {@link io.helidon.webserver.CloseConnectionException} gives up the
   * connection, and over HTTP/2 the stream; a {@link RefusalException} is passed on.
   */
  void handle(ClientRequest request, ClientAnswer answer);
}
