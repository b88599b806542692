package io.gatemason.runtime.websocket;

import io.gatemason.runtime.clock.Ticker;
import io.gatemason.runtime.exchange.Arrival;
import io.gatemason.runtime.exchange.ContextSlots;
import io.gatemason.runtime.exchange.ContextVariable;
import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.exchange.MethodHandler;
import io.gatemason.runtime.exchange.Observer;
import io.gatemason.runtime.exchange.RequestIds;
import io.gatemason.runtime.exchange.Route;
import io.gatemason.runtime.failure.ExchangeFailure;
import io.gatemason.runtime.failure.ExchangeFailure.Reason;
import io.gatemason.runtime.failure.GatewayFailure;
import io.gatemason.runtime.failure.LimitFailures;
import io.gatemason.runtime.failure.OutOfMemory;
import io.gatemason.runtime.log.LogLimit;
import io.gatemason.runtime.payload.MemoryBudget;
import io.gatemason.runtime.stage.StagePath;
import io.gatemason.runtime.template.TemplateException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A message, or the end of a connection, on its way through its route: an exchange whose answer
 * goes nowhere by itself.
 *
 * @param exchange the exchange
 * @param gathered the answer to it
 * @param memory what it may hold
 * @param watch who watches it
 */
record Event(Exchange exchange, GatheredAnswer gathered, MemoryBudget memory, Observer.All watch) {
  private static final System.Logger LOG = System.getLogger(Event.class.getName());
  private static final LogLimit LINES = new LogLimit(Ticker.system(), 100);
  private static final LogLimit DEFECTS = new LogLimit(Ticker.system(), 2);
  static final String VERB = "POST";

  static Event of(WebSockets owner, Handshake handshake, RequestIds ids, byte[] body) {
    String path = owner.info().stage().isEmpty() ? "/" : "/" + owner.info().stage();
    Arrival arrival =
        new Arrival(
            owner.info(),
            path,
            StagePath.ofEndpoint(path.length()),
            Route.of(VERB, path, path.length()),
            ids,
            owner.connections().limits(),
            owner.connections().clock().epochMillis(),
            handshake.proxies());
    GatheredAnswer gathered = new GatheredAnswer(owner.options().messageBytes());
    Exchange exchange = new Exchange(new EventRequest(handshake, path, body), gathered, arrival);
    return new Event(exchange, gathered, owner.connections().memory(), owner.watch());
  }

  /**
   * Runs the route; what the client is told if that fails, else null.
   *
   * @param throttle comes before the route
   */
  @Nullable String run(MethodHandler route, Consumer<Exchange> throttle, String connectionId) {
    MemoryBudget.Share held = memory.begin();
    watch.begin(exchange);
    try {
      watch.found(exchange);
      throttle.accept(exchange);
      route.handle(exchange);
      return null;
    } catch (RuntimeException e) {
      GatewayFailure failure = failure(route, e);
      exchange.record().integrationIsOver();
      exchange.log().error(String.valueOf(failure.getMessage()));
      tell(failure);
      return ErrorFrame.of(failure, connectionId, exchange.ids().requestId());
    } catch (OutOfMemoryError e) {
      OutOfMemory.endProcess();
      throw e;
    } finally {
      exchange.door().close();
      watch.end(exchange);
      held.close();
    }
  }

  /** What logs say of a failure, which no answer of the exchange's own tells. */
  private void tell(GatewayFailure failure) {
    ContextSlots context = exchange.context();
    context.set(ContextVariable.STATUS, Integer.toString(failure.status()));
    context.set(ContextVariable.ERROR_RESPONSE_TYPE, failure.type().name());
    context.set(ContextVariable.ERROR_MESSAGE, failure.text());
    context.set(ContextVariable.ERROR_VALIDATION_ERROR_STRING, failure.validationError());
  }

  /** What the integration gave, "" if nothing. */
  String answer() {
    return gathered.text();
  }

  private GatewayFailure failure(MethodHandler route, RuntimeException thrown) {
    GatewayFailure failure = known(thrown);
    if (failure == null) {
      DEFECTS.log(LOG, System.Logger.Level.ERROR, line(route) + " failed", thrown);
      return GatewayFailure.internalError("unexpected " + thrown);
    }
    if (failure.status() >= 500) {
      LINES.log(LOG, System.Logger.Level.WARNING, line(route) + ": " + oneLine(failure));
    }
    return failure;
  }

  private static @Nullable GatewayFailure known(RuntimeException thrown) {
    return switch (thrown) {
      case GatewayFailure failure -> failure;
      case TemplateException e ->
          GatewayFailure.internalError("mapping template: " + e.getMessage());
      case ExchangeFailure e ->
          e.reason() == Reason.OVERLOADED
              ? LimitFailures.throttled(String.valueOf(e.getMessage()))
              : GatewayFailure.integrationFailure(String.valueOf(e.getMessage()));
      default -> null;
    };
  }

  private String line(MethodHandler route) {
    return "message " + exchange.ids().requestId() + " (" + route.info().resourcePath() + ")";
  }

  /** Nobody but the gateway ends lines of its log. */
  private static String oneLine(GatewayFailure failure) {
    return String.valueOf(failure.getMessage()).replaceAll("\\p{Cntrl}", " ");
  }
}
