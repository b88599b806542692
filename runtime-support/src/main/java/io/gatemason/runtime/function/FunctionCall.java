package io.gatemason.runtime.function;

import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.payload.Payload;

/**
 * One invocation of a function.
 *
 * @param function what to invoke; its time limit starts when the invoker is called
 * @param payload the event, a JSON text in UTF-8
 * @param async whether the caller waits for the function to have been started only
 * @param requestId the request that the invocation belongs to, for logs
 * @param apiId the API that the request belongs to
 * @param traceId value of X-Amzn-Trace-Id
 * @param clientContext what the caller tells of itself, as the text of a JSON object; "" if nothing
 */
public record FunctionCall(
    LambdaFunction function,
    Payload payload,
    boolean async,
    String requestId,
    String apiId,
    String traceId,
    String clientContext) {

  /** An invocation by a caller that tells nothing of itself. */
  public FunctionCall(
      LambdaFunction function,
      Payload payload,
      boolean async,
      String requestId,
      String apiId,
      String traceId) {
    this(function, payload, async, requestId, apiId, traceId, "");
  }

  /** An invocation for the request of {@code exchange}. */
  public static FunctionCall of(
      Exchange exchange, LambdaFunction function, Payload payload, boolean async) {
    return new FunctionCall(
        function,
        payload,
        async,
        exchange.ids().requestId(),
        exchange.api().apiId(),
        exchange.head().traceId());
  }

  /** The same by a caller that tells this of itself. */
  public FunctionCall withContext(String json) {
    return new FunctionCall(function, payload, async, requestId, apiId, traceId, json);
  }
}
