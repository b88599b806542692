package io.gatemason.runtime.function.handler;

import com.amazonaws.services.lambda.runtime.Context;
import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.function.FunctionResult;
import io.gatemason.runtime.function.event.EventChanges;
import io.gatemason.runtime.function.event.ProxyEvent;

/**
 * A function's handler, as generated code calls it. One instance serves all invocations, also at
 * the same time.
 */
@FunctionalInterface
public interface JavaHandler {

  /**
   * Calls the function.
   *
   * @param event a JSON text in UTF-8; not to be changed
   * @param context the invocation
   * @return the result, a JSON text in UTF-8
   * @throws Exception whatever the function throws; the invocation then ends with an error
   */
  byte[] handle(byte[] event, Context context) throws Exception;

  /**
   * Prepares the invocation for a request of a proxy integration, whose body is read. Called on the
   * thread of the request.
   *
   * @param changes the format of the event, and what it tells otherwise than the request
   */
  default Invocation invocation(Exchange exchange, EventChanges changes) {
    byte[] event = ProxyEvent.of(exchange, changes);
    return context -> FunctionResult.returned(handle(event, context));
  }

  /** A call of the function with its event. */
  @FunctionalInterface
  interface Invocation {

    /**
     * Calls the function.
     *
     * @throws Exception whatever the function throws
     */
    FunctionResult run(Context context) throws Exception;
  }

  /** Makes a handler, with which the function's own class is loaded and initialised. */
  @FunctionalInterface
  interface Factory {

    /**
     * Makes the handler.
     *
     * @throws Exception whatever the function's constructor throws
     */
    JavaHandler create() throws Exception;
  }
}
