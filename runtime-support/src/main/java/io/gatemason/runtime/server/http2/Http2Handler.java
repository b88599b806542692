package io.gatemason.runtime.server.http2;

import io.gatemason.runtime.clock.Ticker;
import io.gatemason.runtime.log.LogLimit;
import io.gatemason.runtime.server.wire.ClientSocket;
import io.gatemason.runtime.server.wire.DeadlinePassedException;
import io.gatemason.runtime.server.wire.RefusalException;
import io.gatemason.runtime.server.wire.Refusals;
import io.gatemason.runtime.server.wire.Surroundings;
import io.helidon.http.Method;
import io.helidon.http.http2.Http2ErrorCode;
import io.helidon.http.http2.Http2Exception;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Takes what Helidon decodes of HTTP/2 to the handler of all requests. */
public final class Http2Handler implements Handler {
  private static final System.Logger LOG = System.getLogger(Http2Handler.class.getName());
  private static final LogLimit DEFECTS = new LogLimit(Ticker.system(), 2);
  private static final int BUFFER = 8_192;

  private final Surroundings surroundings;

  public Http2Handler(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public void handle(ServerRequest request, ServerResponse response) {
    if (!(request.remotePeer() instanceof ClientPeer peer)) {
      throw new IllegalStateException("a request that came past the connections");
    }
    Http2Stream stream = new Http2Stream(surroundings);
    peer.protocol().streamBegins();
    try (stream) {
      Http2Answer answer =
          new Http2Answer(
              response,
              stream,
              request.prologue().method().equals(Method.HEAD),
              () -> peer.protocol().standIns(request.id()));
      if (request.content().hasEntity()) {
        StreamBody body = new StreamBody(request, stream);
        try {
          answer(request, peer, body, answer);
          answer.finish();
          forget(body);
        } finally {
          leave(body, peer.protocol(), request.id());
        }
      } else {
        answer(request, peer, null, answer);
        answer.finish();
      }
    } finally {
      peer.protocol().streamEnds(request.id(), stream.wasCut());
    }
  }

  private void answer(
      ServerRequest request, ClientPeer peer, @Nullable StreamBody body, Http2Answer answer) {
    if (!peer.protocol().admits(request.id())) {
      throw ended(Http2ErrorCode.REFUSED_STREAM, "more streams than there may be");
    }
    try {
      ClientSocket client = peer.protocol().client();
      answer(Http2Request.of(request, client, surroundings.limits(), body), answer);
    } catch (RefusalException refusal) {
      refuse(answer, refusal.status(), refusal);
    } catch (DeadlinePassedException passed) {
      refuse(answer, 408, passed);
    }
  }

  private static void refuse(Http2Answer answer, int status, RuntimeException reason) {
    if (answer.begun()) {
      throw new CloseConnectionException("a part of the answer is on its way", reason);
    }
    Refusals.send(answer, status);
  }

  private void answer(Http2Request request, Http2Answer answer) {
    try {
      surroundings.handler().handle(request, answer);
    } catch (CloseConnectionException | RefusalException e) {
      throw e;
    } catch (RuntimeException e) {
      DEFECTS.log(LOG, System.Logger.Level.ERROR, "a request failed outside of its API", e);
    }
    if (!answer.begun()) {
      Refusals.send(answer, 500);
    }
  }

  /**
   * Helidon would read the rest of a body for as long as it takes. Of a stream that has been
   * answered the rest may be refused without an error (RFC 9113 §8.1).
   */
  private void forget(StreamBody body) {
    byte[] buffer = new byte[BUFFER];
    long left = surroundings.limits().payloadBytes();
    body.onlyTheRest();
    try {
      for (int read = 0; read >= 0 && left > 0; left -= read) {
        read = body.read(buffer);
      }
    } catch (IOException | DeadlinePassedException e) {
      throw enough();
    }
    if (!body.atEnd()) {
      throw enough();
    }
  }

  /** Helidon would wait for somebody who reads the body, and take nothing else meanwhile. */
  private static void leave(StreamBody body, Http2Protocol protocol, int stream) {
    if (!body.atEnd() && !protocol.refuse(stream)) {
      body.drain();
    }
    body.abandon();
  }

  private static CloseConnectionException enough() {
    return ended(Http2ErrorCode.NO_ERROR, "the rest of the body is not wanted");
  }

  /** What makes Helidon reset the stream. */
  private static CloseConnectionException ended(Http2ErrorCode code, String reason) {
    return new CloseConnectionException(reason, new Http2Exception(code, reason));
  }
}
