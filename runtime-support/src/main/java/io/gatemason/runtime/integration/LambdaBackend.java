package io.gatemason.runtime.integration;

import io.gatemason.runtime.client.TraceHeader;
import io.gatemason.runtime.exchange.CallTrace;
import io.gatemason.runtime.exchange.CallTrace.Called;
import io.gatemason.runtime.exchange.CallTrace.Callee;
import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.exchange.ProxyAnswer;
import io.gatemason.runtime.failure.GatewayFailure;
import io.gatemason.runtime.function.FunctionCall;
import io.gatemason.runtime.function.FunctionInvoker;
import io.gatemason.runtime.function.FunctionResult;
import io.gatemason.runtime.function.InvokeReply;
import io.gatemason.runtime.function.LambdaFunction;
import io.gatemason.runtime.function.LocalInvocation;
import io.gatemason.runtime.function.RemoteFunctions;
import io.gatemason.runtime.function.event.EventChanges;
import io.gatemason.runtime.function.event.PayloadFormat;
import io.gatemason.runtime.function.event.ProxyEvent;
import io.gatemason.runtime.function.event.ProxyResult;
import io.gatemason.runtime.payload.MemoryBudget;
import io.gatemason.runtime.payload.Payload;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Invokes functions, wherever they run. Safe for concurrent use.
 *
 * <p>Failures are those of docs/behaviour/integrations.md#failures: INTEGRATION_TIMEOUT,
 * INTEGRATION_FAILURE if the place where functions run cannot be reached, 500 if it refuses the
 * invocation, and for proxy integrations 502 if the function ends with an error or returns
 * something else than a response.
 */
public final class LambdaBackend {
  /** An event holds its body as text and as bytes, and so does a result. */
  private static final int COPIES = 3;

  private static final byte[] NO_INPUT = "{}".getBytes(StandardCharsets.US_ASCII);

  private final Map<String, FunctionInvoker> local;
  private final RemoteFunctions remote;

  /** Invokes the functions of {@code local} here, by their bare names, and all others remotely. */
  public LambdaBackend(Map<String, FunctionInvoker> local, RemoteFunctions remote) {
    this.local = local;
    this.remote = remote;
  }

  /**
   * Invokes the function of a proxy integration with the event of the request, and answers the
   * client with the response that the function returns (docs/behaviour/functions.md#event-1).
   *
   * @throws GatewayFailure if that fails
   */
  public void proxy(Exchange exchange, LambdaFunction function) {
    function.requireAddress();
    exchange.returnTraceId();
    MemoryBudget.hold((long) COPIES * exchange.bodyBytes().length);
    calling(exchange, function);
    FunctionResult result =
        invoker(function).invokeProxy(exchange, function, new EventChanges(PayloadFormat.V1_0));
    BackendLines.invoked(exchange, result);
    if (result.failed()) {
      throw result.failure();
    }
    ProxyResult response = result.response();
    MemoryBudget.hold((long) COPIES * size(result, response));
    ProxyResult read = response == null ? ProxyResult.read(result.payload().bytes()) : response;
    answered(exchange, 200, read.status());
    answer(exchange, read);
  }

  private static int size(FunctionResult result, @Nullable ProxyResult response) {
    return response == null ? result.payload().bytes().length : response.body().length();
  }

  /**
   * Invokes the function of an aws integration with the request's body; an empty one counts as
   * {@code {}}. The mapped header X-Amz-Invocation-Type decides whether the result is waited for:
   * with {@code Event} the response is 202 without a body, otherwise it is 200 with what the
   * function returned or the error that it ended with (docs/behaviour/integrations.md#lambda). All
   * mapped headers go to Lambda; a function that runs here sees the client context of
   * X-Amz-Client-Context.
   *
   * @throws GatewayFailure if the method of the request is not POST, or the invocation fails
   */
  public IntegrationResponse send(Exchange exchange, AwsRequest request, LambdaFunction function) {
    function.requireAddress();
    exchange.returnTraceId();
    if (!request.method().equals("POST")) {
      throw GatewayFailure.wrongLambdaMethod(request.method());
    }
    request.complete();
    Payload body = request.body();
    byte[] bytes = body == null ? NO_INPUT : body.bytes();
    Payload payload = Payload.of(bytes.length == 0 ? NO_INPUT : bytes);
    FunctionInvoker here = local.get(function.name());
    calling(exchange, function);
    if (exchange.record().trace().records()) {
      request.headers().set(TraceHeader.NAME, exchange.traceId());
    }
    InvokeReply reply =
        here == null
            ? remote.send(FunctionCall.of(exchange, function, payload, false), request.headers())
            : LocalInvocation.send(here, exchange, function, payload, request.headers());
    answered(exchange, reply.status(), reply.status());
    BackendLines.requestId(exchange, reply.headers());
    BackendLines.body(exchange, reply.body());
    return new IntegrationResponse(reply.status(), reply.headers(), reply.body());
  }

  private static void calling(Exchange exchange, LambdaFunction function) {
    exchange.log().data(() -> "Endpoint request URI: " + function.uri());
    exchange.log().event(() -> "Sending request to " + function.uri());
    CallTrace trace = exchange.record().trace();
    if (trace.records()) {
      trace.calls(
          new Called(
              Called.Kind.FUNCTION, "Invoke", function.id(), function.name(), function.region()));
    }
    exchange.record().calls(Callee.FUNCTION);
    exchange.record().integrationBegins();
  }

  private static void answered(Exchange exchange, int service, int own) {
    exchange.record().integrationAnswered(service, own);
    BackendLines.latency(exchange, own);
  }

  /**
   * Invokes the function of a route with the event of a message.
   *
   * @return what the function returned: JSON in UTF-8
   * @throws GatewayFailure if that fails, or the function ends with an error
   */
  public byte[] route(Exchange exchange, LambdaFunction function, PayloadFormat format) {
    begin(exchange, function);
    Payload event = Payload.of(ProxyEvent.of(exchange, format));
    return ended(
            exchange, invoker(function).invoke(FunctionCall.of(exchange, function, event, false)))
        .payload()
        .bytes();
  }

  /**
   * Invokes the function of a route of an HTTP API with the event of the request.
   *
   * @param changes the format of the event, and what it tells otherwise than the request
   * @return what the function returned
   * @throws GatewayFailure if that fails, or the function ends with an error
   */
  public FunctionResult route(Exchange exchange, LambdaFunction function, EventChanges changes) {
    begin(exchange, function);
    FunctionResult result =
        ended(exchange, invoker(function).invokeProxy(exchange, function, changes));
    MemoryBudget.hold((long) COPIES * size(result, result.response()));
    return result;
  }

  private static void begin(Exchange exchange, LambdaFunction function) {
    function.requireAddress();
    MemoryBudget.hold((long) COPIES * exchange.bodyBytes().length);
    calling(exchange, function);
  }

  private static FunctionResult ended(Exchange exchange, FunctionResult result) {
    BackendLines.invoked(exchange, result);
    if (result.failed()) {
      throw result.failure();
    }
    return result;
  }

  private FunctionInvoker invoker(LambdaFunction function) {
    return local.getOrDefault(function.name(), remote);
  }

  private static void answer(Exchange exchange, ProxyResult result) {
    boolean bytes = result.base64() && exchange.binaryAccepted();
    byte[] body = bytes ? decoded(result.body()) : result.body().getBytes(StandardCharsets.UTF_8);
    ProxyAnswer answer = exchange.proxyAnswer(result.status());
    for (Map.Entry<String, List<String>> header : result.headers().entrySet()) {
      String name = ProxyResponseHeaders.outward(header.getKey());
      if (name != null) {
        header.getValue().forEach(value -> answer.header(name, value));
      }
    }
    if (!result.headers().containsKey("Content-Type")) {
      answer.header("Content-Type", "application/json");
    }
    answer.send(Payload.of(body));
  }

  private static byte[] decoded(String base64) {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      throw GatewayFailure.configurationError("Unable to base64 decode the body.");
    }
  }
}
