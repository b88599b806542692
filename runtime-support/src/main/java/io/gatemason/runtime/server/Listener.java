package io.gatemason.runtime.server;

import io.gatemason.runtime.exchange.Limits;
import io.helidon.config.Config;
import io.helidon.webserver.ErrorHandling;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http1.Http1Config;
import io.helidon.webserver.http2.Http2Config;
import java.time.Duration;

/** Wiring of the listener, all in this place: protocols, parser limits, refusals, the handler. */
final class Listener {
  private static final int DEFAULT_PORT = 8080;

  /** Room for the verb and the protocol around the URL in a request line. */
  private static final int REQUEST_LINE_FRAME = 64;

  /** Longer than any integration timeout of the managed service. */
  private static final Duration GRACE = Duration.ofSeconds(30);

  /**
   * The parser holds every chunk of a body whole, however long. What is longer than so many times
   * the limit is left to it to refuse; the exchange refuses the rest, and hears the client out.
   */
  private static final int HELD = 2;

  private Listener() {}

  /** A listener that is not started yet; {@code server} holds Helidon's own settings for it. */
  static WebServer create(Config server, Limits limits, Handler handler) {
    return WebServer.builder()
        .port(DEFAULT_PORT)
        .shutdownGracePeriod(GRACE)
        .maxPayloadSize(HELD * (long) limits.payloadBytes())
        .config(server)
        .shutdownHook(false)
        .contentEncoding(new EncodedContent())
        // Hands the parser's words to the refusals, which only tell one limit from the others by
        // them.
        .errorHandling(ErrorHandling.builder().includeEntity(true).build())
        .directHandlers(ParserRefusals.handlers(limits.payloadBytes()))
        .protocolsDiscoverServices(false)
        .addConnectionSelector(new ClientConnections(http1(limits), http2(limits)))
        .routing(HttpRouting.builder().any(handler))
        .build();
  }

  private static Http1Config http1(Limits limits) {
    return Http1Config.builder()
        .maxPrologueLength(limits.urlBytes() + REQUEST_LINE_FRAME)
        // Refuses queries that the managed service takes, such as ids[]=1; the handler judges them.
        .validatePrologue(false)
        .maxHeadersSize(limits.headerBytes())
        .sendKeepAliveHeader(true)
        .build();
  }

  private static Http2Config http2(Limits limits) {
    return Http2Config.builder()
        .maxHeaderListSize(limits.headerBytes())
        // Ends the whole connection for one malformed path; the handler judges them.
        .validatePath(false)
        .build();
  }
}
