package io.gatemason.runtime.function;

import io.gatemason.runtime.aws.AwsCalls;
import io.gatemason.runtime.aws.AwsEndpoint;
import io.gatemason.runtime.aws.AwsSettings;
import io.gatemason.runtime.aws.AwsSigner;
import io.gatemason.runtime.aws.RequestSigner;
import io.gatemason.runtime.client.ClientLine;
import io.gatemason.runtime.failure.GatewayFailure;
import io.gatemason.runtime.payload.HeldBytes;
import io.gatemason.runtime.payload.Payload;
import io.gatemason.runtime.transport.BackendException;
import io.gatemason.runtime.transport.BackendReply;
import io.gatemason.runtime.transport.HeaderFields;
import io.gatemason.runtime.transport.TargetText;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Functions of AWS Lambda, or of whatever speaks its Invoke API. Safe for concurrent use. */
public final class RemoteFunctions implements FunctionInvoker {
  private static final String INVOCATIONS = "/2015-03-31/functions/";
  private static final String INTEGRATION_TAG = "x-amzn-lambda-integration-tag";
  private static final String INVOCATION_TYPE = "X-Amz-Invocation-Type";

  private final AwsCalls calls;
  private final AwsSigner signer;
  private final AwsSettings settings;

  public RemoteFunctions(AwsCalls calls, AwsSigner signer, AwsSettings settings) {
    this.calls = calls;
    this.signer = signer;
    this.settings = settings;
  }

  @Override
  public FunctionResult invoke(FunctionCall call) {
    return call(call, headers(call), RemoteFunctions::result);
  }

  /**
   * Invokes a function with the headers of an aws integration; what Lambda says in headers is part
   * of the response, such as X-Amz-Log-Result. Throws as {@link #invoke} does.
   *
   * @param mapped the integration request's headers, complete; used up
   */
  public InvokeReply send(FunctionCall call, HeaderFields mapped) {
    mapped.set(INTEGRATION_TAG, call.requestId());
    call.trace().accept(mapped);
    addIfAbsent(mapped, INVOCATION_TYPE, "RequestResponse");
    addIfAbsent(mapped, "Content-Type", "application/json");
    return call(
        call,
        mapped,
        (any, reply) ->
            new InvokeReply(reply.status(), reply.headers(), payload(reply, call.payloadLimit())));
  }

  private static void addIfAbsent(HeaderFields headers, String name, String value) {
    if (!headers.contains(name)) {
      headers.add(name, value);
    }
  }

  private <T> T call(FunctionCall call, HeaderFields headers, Reading<T> reading) {
    LambdaFunction function = call.function();
    AwsEndpoint endpoint = endpoint(function);
    RequestSigner caller = call.signer();
    String emulator = settings.functionUrl(function.name());
    String url = emulator == null ? signer.url(endpoint, "") : emulator;
    String target = target(function, emulator);
    try (BackendReply reply =
        calls.send(
            caller == null ? signer : caller,
            endpoint,
            url,
            "POST",
            target,
            headers,
            call.payload(),
            ClientLine.HELD)) {
      if (reply.status() < 200 || reply.status() > 299) {
        throw refused(reply.status(), reply.headers());
      }
      return reading.read(call, reply);
    } catch (BackendException e) {
      throw e.asFailure();
    } catch (IOException e) {
      throw GatewayFailure.integrationFailure(e.toString());
    }
  }

  private AwsEndpoint endpoint(LambdaFunction function) {
    String region = function.region().isEmpty() ? settings.region() : function.region();
    return AwsEndpoint.lambda(
        function.partition(), region, function.timeoutMillis(), function.role());
  }

  /** A runtime interface emulator runs one function and knows it by this name. */
  private static String target(LambdaFunction function, @Nullable String emulator) {
    if (emulator != null) {
      return INVOCATIONS + "function/invocations";
    }
    StringBuilder target = new StringBuilder(INVOCATIONS);
    TargetText.appendComponent(target, function.id());
    target.append("/invocations");
    if (!function.qualifier().isEmpty()) {
      TargetText.appendComponent(target.append("?Qualifier="), function.qualifier());
    }
    return target.toString();
  }

  private static HeaderFields headers(FunctionCall call) {
    HeaderFields headers = new HeaderFields();
    headers.add("User-Agent", "AmazonAPIGateway_" + call.apiId());
    headers.add("Accept", "application/json");
    headers.add("Content-Type", "application/json");
    headers.add("x-amzn-apigateway-api-id", call.apiId());
    headers.add(INTEGRATION_TAG, call.requestId());
    headers.add("X-Amzn-Trace-Id", call.traceId());
    call.trace().accept(headers);
    headers.add(INVOCATION_TYPE, call.async() ? "Event" : "RequestResponse");
    return headers;
  }

  private static FunctionResult result(FunctionCall call, BackendReply reply) throws IOException {
    if (call.async()) {
      return FunctionResult.started();
    }
    String error = reply.headers().first("X-Amz-Function-Error");
    String id = reply.headers().first("x-amzn-RequestId");
    return new FunctionResult(
            Payload.of(payload(reply, call.payloadLimit())), error == null ? "" : error)
        .withRequestId(id == null ? "" : id);
  }

  private static byte[] payload(BackendReply reply, int limit) throws IOException {
    byte[] payload = HeldBytes.read(reply.body(), reply.length(), limit + 1);
    if (payload.length > limit) {
      throw GatewayFailure.badGateway("The function's result is larger than " + limit + " bytes");
    }
    return payload;
  }

  /**
   * What the Invoke API itself refuses is no matter of the function
   * (docs/behaviour/integrations.md#failures, docs/behaviour/integrations.md#lambda).
   */
  private static GatewayFailure refused(int status, HeaderFields headers) {
    String type = headers.first("x-amzn-ErrorType");
    String id = headers.first("x-amzn-RequestId");
    String reason =
        status == 403
            ? "Invalid permissions on Lambda function"
            : "Lambda invocation failed with status: " + status;
    return GatewayFailure.internalError(
        "Execution failed due to configuration error: "
            + reason
            + (type == null ? "" : " (" + type + ")")
            + (id == null ? "" : ". Lambda request id: " + id));
  }

  /** What becomes of an answer. */
  @FunctionalInterface
  private interface Reading<T> {
    T read(FunctionCall call, BackendReply reply) throws IOException;
  }
}
