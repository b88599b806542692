package io.gatemason.runtime.server;

import io.gatemason.runtime.client.ClientAnswer;
import io.gatemason.runtime.clock.Ticker;
import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.exchange.GatewayAnswer;
import io.gatemason.runtime.exchange.MethodHandler;
import io.gatemason.runtime.failure.ExchangeFailure;
import io.gatemason.runtime.failure.GatewayFailure;
import io.gatemason.runtime.failure.GatewayResponseType;
import io.gatemason.runtime.log.LogLimit;
import io.gatemason.runtime.server.wire.RefusalException;
import io.gatemason.runtime.server.wire.Refusals;
import io.gatemason.runtime.template.TemplateException;
import io.helidon.webserver.CloseConnectionException;
import java.util.ArrayList;
import java.util.List;

/** The one place where what a method throws becomes a gateway response. */
final class Failures {
  private static final System.Logger LOG = System.getLogger(Failures.class.getName());
  private static final LogLimit LINES = new LogLimit(Ticker.system(), 100);
  private static final LogLimit DEFECTS = new LogLimit(Ticker.system(), 2);

  private Failures() {}

  /**
   * Answers the request that {@code thrown} ended, or gives up its connection.
   *
   * @throws RefusalException if the request breaks HTTP, which its connection answers
   */
  static void answer(
      GatewayApi api, Exchange exchange, ClientAnswer answer, RuntimeException thrown) {
    if (thrown instanceof CloseConnectionException) {
      throw thrown;
    }
    if (thrown instanceof ExchangeFailure end) {
      end(exchange, answer, end);
      return;
    }
    GatewayFailure failure = failure(exchange, thrown);
    if (exchange.answering()) {
      breakOff(exchange, failure);
    }
    log(exchange, failure);
    if (failure.refusesBody()) {
      answer.last();
    }
    send(api, exchange, failure);
  }

  /** Ends an exchange for which there is no gateway response. */
  private static void end(Exchange exchange, ClientAnswer answer, ExchangeFailure end) {
    switch (end.reason()) {
      case CONNECTION_LOST -> throw new CloseConnectionException("the client is gone", end);
      case MALFORMED_BODY -> throw RefusalException.badRequest(String.valueOf(end.getMessage()));
      case ANSWERED -> {}
      case OVERLOADED -> {
        if (exchange.answering()) {
          breakOff(exchange, end);
        }
        answer.last();
        Refusals.overloaded(answer);
      }
    }
  }

  /** Gives up an answer that can be neither completed nor replaced. */
  private static void breakOff(Exchange exchange, RuntimeException failure) {
    LINES.log(
        LOG,
        System.Logger.Level.WARNING,
        "request "
            + line(exchange)
            + " failed while its answer was being sent: "
            + oneLine(String.valueOf(failure.getMessage())));
    throw new CloseConnectionException("a part of the answer is on its way", failure);
  }

  private static void send(GatewayApi api, Exchange exchange, GatewayFailure failure) {
    try {
      api.fail(exchange, failure);
    } catch (GatewayFailure | ExchangeFailure e) {
      LINES.log(
          LOG,
          System.Logger.Level.WARNING,
          "request "
              + line(exchange)
              + ": the customised gateway response failed: "
              + oneLine(String.valueOf(e.getMessage())));
      GatewayAnswer.of(exchange, GatewayFailure.internalError("gateway response failed")).send();
    }
  }

  /** A method that returns without having answered is a defect, and named as such. */
  static void requireAnswer(Exchange exchange, MethodHandler handler) {
    if (!exchange.answering()) {
      throw new IllegalStateException(handler.getClass().getName() + " sent no answer");
    }
  }

  private static GatewayFailure failure(Exchange exchange, RuntimeException thrown) {
    if (thrown instanceof GatewayFailure failure) {
      return failure;
    }
    if (thrown instanceof TemplateException) {
      return GatewayFailure.internalError("mapping template: " + thrown.getMessage());
    }
    DEFECTS.log(LOG, System.Logger.Level.ERROR, "request " + line(exchange) + " failed", thrown);
    return GatewayFailure.internalError("unexpected " + thrown);
  }

  /** What is the gateway's or the backend's fault is told to whoever runs the gateway. */
  private static void log(Exchange exchange, GatewayFailure failure) {
    if (failure.status() >= 500) {
      boolean failedToJudge = failure.type() == GatewayResponseType.AUTHORIZER_CONFIGURATION_ERROR;
      String line = line(exchange, failedToJudge ? exchange.record().authorizer() : "");
      LINES.log(
          LOG,
          System.Logger.Level.WARNING,
          "request " + line + ": " + oneLine(String.valueOf(failure.getMessage())));
    }
  }

  private static String line(Exchange exchange) {
    return line(exchange, "");
  }

  private static String line(Exchange exchange, String authorizer) {
    String resource = exchange.resourcePath();
    List<String> names = new ArrayList<>();
    if (!resource.isEmpty()) {
      names.add(exchange.route().httpMethod() + " " + resource);
    }
    if (!authorizer.isEmpty()) {
      names.add("authorizer " + authorizer);
    }
    if (exchange.api().httpApi()) {
      // The client of an HTTP API is told this id alone.
      names.add("apigw-requestid " + exchange.ids().extendedRequestId());
    }
    String id = exchange.ids().requestId();
    return names.isEmpty() ? id : id + " (" + String.join(", ", names) + ")";
  }

  /** Nobody but the gateway ends lines of its log. */
  private static String oneLine(String text) {
    StringBuilder line = new StringBuilder(text.length());
    text.chars().forEach(c -> line.append(Character.isISOControl(c) ? ' ' : (char) c));
    return line.toString();
  }
}
