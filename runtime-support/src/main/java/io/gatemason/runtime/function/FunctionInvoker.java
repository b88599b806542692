package io.gatemason.runtime.function;

import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.failure.ExchangeFailure;
import io.gatemason.runtime.failure.GatewayFailure;
import io.gatemason.runtime.function.event.EventChanges;
import io.gatemason.runtime.function.event.ProxyEvent;
import io.gatemason.runtime.payload.Payload;
import java.nio.charset.StandardCharsets;

/**
 * A place where functions run. Safe for concurrent use; called on the virtual thread of the
 * request, which it may block until the function's time limit.
 */
@FunctionalInterface
public interface FunctionInvoker {

  /**
   * Invokes a function. That the function ends with an error is a result, not a failure.
   *
   * @throws GatewayFailure INTEGRATION_TIMEOUT if the function's time limit is reached,
   *     INTEGRATION_FAILURE if the place cannot be reached, or 500 if it refuses the invocation
   */
  FunctionResult invoke(FunctionCall call);

  /**
   * Invokes a function with the event of a request, whose body is read, as {@link #invoke} does.
   *
   * @param changes the format of the event, and what it tells otherwise than the request
   * @throws ExchangeFailure ANSWERED if the request was answered when the time was up, and the
   *     function has ended only now
   */
  default FunctionResult invokeProxy(
      Exchange exchange, LambdaFunction function, EventChanges changes) {
    byte[] event = ProxyEvent.of(exchange, changes);
    exchange
        .log()
        .data(
            () ->
                "Endpoint request body after transformations: "
                    + new String(event, StandardCharsets.UTF_8));
    return invoke(FunctionCall.of(exchange, function, Payload.of(event), false));
  }
}
