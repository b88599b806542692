package io.gatemason.runtime.integration.lambda;

import io.gatemason.runtime.exchange.Payload;

/**
 * What came of an invocation.
 *
 * @param payload what the function returned, or the error object {@code {errorMessage, errorType,
 *     ...}} it ended with; empty after an asynchronous invocation
 * @param error "" if the function returned, else how it ended: "Handled" or "Unhandled"
 */
public record FunctionResult(Payload payload, String error) {

  /** The function returned {@code payload}. */
  public static FunctionResult returned(byte[] payload) {
    return new FunctionResult(Payload.of(payload), "");
  }

  /** The function ended with the error object {@code payload}. */
  public static FunctionResult failed(byte[] payload) {
    return new FunctionResult(Payload.of(payload), "Unhandled");
  }

  /** The function will run, without anybody waiting for it. */
  public static FunctionResult started() {
    return new FunctionResult(Payload.empty(), "");
  }

  /** Whether the function ended with an error. */
  public boolean failed() {
    return !error.isEmpty();
  }
}
