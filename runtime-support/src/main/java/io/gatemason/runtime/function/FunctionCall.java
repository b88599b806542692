package io.gatemason.runtime.function;

import io.gatemason.runtime.aws.RequestSigner;
import io.gatemason.runtime.exchange.Call;
import io.gatemason.runtime.exchange.CallTrace;
import io.gatemason.runtime.failure.GatewayFailure;
import io.gatemason.runtime.payload.Payload;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One invocation of a function.
 *
 * @param function what to invoke; its time limit starts when the invoker is called
 * @param payload the event, a JSON text in UTF-8
 * @param async whether the caller waits for the function to have been started only
 * @param requestId the request that the invocation belongs to, for logs
 * @param apiId the API that the request belongs to
 * @param accountId the account of the API
 * @param traceId value of X-Amzn-Trace-Id
 * @param payloadLimit most bytes that the result may have
 * @param clientContext what the caller tells of itself, as the text of a JSON object; "" if nothing
 * @param signer signs as the caller; null where the function is not invoked as whoever calls
 * @param trace puts what passes the caller's trace on, besides {@code traceId}, into the headers of
 *     an invocation over the network
 */
public record FunctionCall(
    LambdaFunction function,
    Payload payload,
    boolean async,
    String requestId,
    String apiId,
    String accountId,
    String traceId,
    int payloadLimit,
    String clientContext,
    @Nullable RequestSigner signer,
    Consumer<CallTrace.Headers> trace) {

  /**
   * An invocation for a call of a client.
   *
   * @throws GatewayFailure API_CONFIGURATION_ERROR if the function is invoked as the caller, who is
   *     not known
   */
  public static FunctionCall of(
      Call call, LambdaFunction function, Payload payload, boolean async) {
    return new FunctionCall(
        function,
        payload,
        async,
        call.ids().requestId(),
        call.api().apiId(),
        call.api().accountId(),
        call.traceId(),
        call.limits().payloadBytes(),
        "",
        RequestSigner.ofCaller(call, function.role()),
        headers -> call.record().trace().carry(call, headers));
  }

  /** The same by a caller that tells this of itself. */
  public FunctionCall withContext(String json) {
    return new FunctionCall(
        function,
        payload,
        async,
        requestId,
        apiId,
        accountId,
        traceId,
        payloadLimit,
        json,
        signer,
        trace);
  }

  /**
   * The ARN by which the function is invoked, with its version or alias if that is named.
   *
   * @param region of a function of which only the name is known; its account is the API's
   */
  public String functionArn(String region) {
    String arn =
        function.id().startsWith("arn:")
            ? function.id()
            : "arn:aws:lambda:" + region + ":" + accountId + ":function:" + function.name();
    return function.qualifier().isEmpty() ? arn : arn + ":" + function.qualifier();
  }
}
