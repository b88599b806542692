package io.gatemason.runtime.function.host;

import io.gatemason.runtime.failure.GatewayFailure;
import io.gatemason.runtime.function.FunctionCall;
import io.gatemason.runtime.function.FunctionInvoker;
import io.gatemason.runtime.function.FunctionResult;

/**
 * A function that should run here and cannot.
 *
 * @param name its bare name
 * @param reason why it cannot
 */
record MissingFunction(String name, String reason) implements FunctionInvoker {

  @Override
  public FunctionResult invoke(FunctionCall call) {
    throw GatewayFailure.internalError(
        "Execution failed due to configuration error: function "
            + name
            + " cannot run here: "
            + reason);
  }
}
