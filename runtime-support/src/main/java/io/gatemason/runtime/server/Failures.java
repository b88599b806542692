package io.gatemason.runtime.server;

import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.exchange.GatewayAnswer;
import io.gatemason.runtime.exchange.MethodHandler;
import io.gatemason.runtime.failure.ExchangeFailure;
import io.gatemason.runtime.failure.ExchangeFailure.Reason;
import io.gatemason.runtime.failure.GatewayFailure;
import io.helidon.common.buffers.DataReader;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.ServerConnectionException;
import io.helidon.webserver.http.ServerRequest;

/** The one place where what a method throws becomes a gateway response. */
final class Failures {
  private static final System.Logger LOG = System.getLogger(Failures.class.getName());

  private Failures() {}

  /** Answers the request that {@code thrown} ended, or gives up its connection. */
  static void answer(
      GatewayApi api, Exchange exchange, ServerRequest request, RuntimeException thrown) {
    if (connectionIsLost(thrown)) {
      throw new CloseConnectionException("the client is gone", thrown);
    }
    if (thrown instanceof CloseConnectionException) {
      throw thrown;
    }
    GatewayFailure failure = failure(exchange, thrown);
    if (exchange.answering()) {
      LOG.log(
          System.Logger.Level.WARNING,
          "request {0} failed while its answer was being sent: {1}",
          exchange.ids().requestId(),
          failure.getMessage());
      throw new CloseConnectionException("a part of the answer is on its way", thrown);
    }
    send(api, exchange, failure);
    if (bodyWasRefused(thrown)) {
      throw UnreadBody.closing(request, exchange::unreadBody, exchange.limits().payloadBytes());
    }
  }

  private static void send(GatewayApi api, Exchange exchange, GatewayFailure failure) {
    try {
      api.fail(exchange, failure);
    } catch (GatewayFailure | ExchangeFailure e) {
      LOG.log(
          System.Logger.Level.WARNING,
          "request {0}: the customised gateway response failed: {1}",
          exchange.ids().requestId(),
          e.getMessage());
      GatewayAnswer.of(exchange, GatewayFailure.internalError("gateway response failed")).send();
    }
  }

  /** A method that returns without having answered is a defect, and named as such. */
  static void requireAnswer(Exchange exchange, MethodHandler handler) {
    if (!exchange.answering()) {
      throw new IllegalStateException(handler.getClass().getName() + " sent no answer");
    }
  }

  private static boolean bodyWasRefused(RuntimeException thrown) {
    return thrown instanceof ExchangeFailure refused
        && (refused.reason() == Reason.PAYLOAD_TOO_LARGE
            || refused.reason() == Reason.CONTENT_ENCODING);
  }

  private static boolean connectionIsLost(RuntimeException thrown) {
    return thrown instanceof ServerConnectionException
        || thrown instanceof DataReader.InsufficientDataAvailableException
        || (thrown instanceof ExchangeFailure lost && lost.reason() == Reason.CONNECTION_LOST);
  }

  private static GatewayFailure failure(Exchange exchange, RuntimeException thrown) {
    if (thrown instanceof GatewayFailure failure) {
      return failure;
    }
    if (thrown instanceof ExchangeFailure failure) {
      return GatewayFailure.of(failure);
    }
    LOG.log(System.Logger.Level.ERROR, "request " + exchange.ids().requestId() + " failed", thrown);
    return GatewayFailure.internalError("unexpected " + thrown);
  }
}
