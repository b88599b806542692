package io.gatemason.runtime.integration.lambda;

import io.gatemason.runtime.failure.GatewayFailure;

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
}
