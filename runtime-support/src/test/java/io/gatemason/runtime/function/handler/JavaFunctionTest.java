package io.gatemason.runtime.function.handler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import com.fasterxml.jackson.databind.JsonNode;
import io.gatemason.runtime.exchange.Limits;
import io.gatemason.runtime.failure.GatewayFailure;
import io.gatemason.runtime.failure.GatewayResponseType;
import io.gatemason.runtime.function.FunctionCall;
import io.gatemason.runtime.function.FunctionResult;
import io.gatemason.runtime.function.LambdaFunction;
import io.gatemason.runtime.function.event.ProxyResult;
import io.gatemason.runtime.json.Json;
import io.gatemason.runtime.payload.Payload;
import java.io.FileNotFoundException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class JavaFunctionTest {
  private static final String ARN = "arn:aws:lambda:eu-west-1:123456789012:function:orders:7";
  private static final int PATIENCE_MILLIS = 15_000;

  private final CountDownLatch interrupted = new CountDownLatch(1);

  @Test
  void returnsWhatTheHandlerReturns() {
    FunctionResult result = invoke(function((event, context) -> event), call(PATIENCE_MILLIS));
    assertFalse(result.failed());
    assertEquals("{\"a\":1}", text(result));
  }

  @Test
  void tellsTheHandlerAboutItsInvocation() {
    AtomicLong nanos = new AtomicLong();
    List<Object> seen = new ArrayList<>();
    JavaFunction function =
        new JavaFunction(
            "orders",
            () ->
                (event, context) -> {
                  seen.add(context.getRemainingTimeInMillis());
                  nanos.addAndGet(Duration.ofMillis(400).toNanos());
                  seen.add(context.getRemainingTimeInMillis());
                  nanos.addAndGet(Duration.ofMillis(900).toNanos());
                  seen.add(context.getRemainingTimeInMillis());
                  seen.addAll(identity(context));
                  return event;
                },
            1_000,
            512,
            nanos::get);
    assertFalse(invoke(function, call(29_000)).failed());
    assertEquals(
        List.of(
            1_000, 600, 0, "request-1", "orders", "7", ARN, "/aws/lambda/orders", 512, "Root=1"),
        seen);
  }

  @Test
  void aFunctionOfWhichOnlyTheNameIsKnownIsOfTheAccountOfTheApi() {
    FunctionCall known = call(1_000);
    FunctionCall named =
        new FunctionCall(
            LambdaFunction.of("orders"),
            known.payload(),
            false,
            known.requestId(),
            known.apiId(),
            "111122223333",
            known.traceId(),
            known.payloadLimit(),
            "",
            null,
            headers -> {});
    assertEquals(
        "arn:aws:lambda:eu-west-1:111122223333:function:orders", named.functionArn("eu-west-1"));
  }

  private static List<Object> identity(Context context) {
    return List.of(
        context.getAwsRequestId(),
        context.getFunctionName(),
        context.getFunctionVersion(),
        context.getInvokedFunctionArn(),
        context.getLogGroupName(),
        context.getMemoryLimitInMB(),
        context.getXrayTraceId());
  }

  @Test
  void writesWhatTheFunctionLogsUnderItsOwnLogger() {
    Logger logger = Logger.getLogger("gateway.function.orders");
    List<String> lines = new ArrayList<>();
    Handler lineList =
        new Handler() {
          @Override
          public void publish(LogRecord line) {
            lines.add(line.getLevel() + " " + line.getMessage());
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    logger.addHandler(lineList);
    try {
      invoke(
          function(
              (event, context) -> {
                context.getLogger().log("packed {0}\n");
                context.getLogger().log("late", LogLevel.WARN);
                return event;
              }),
          call(PATIENCE_MILLIS));
    } finally {
      logger.removeHandler(lineList);
    }
    String origin = " function orders, request request-1: ";
    assertEquals(
        List.of(Level.INFO + origin + "packed {0}", Level.WARNING + origin + "late"), lines);
  }

  @Test
  void endsWithTheErrorThatTheHandlerThrows() {
    FunctionResult result =
        invoke(
            function(
                (event, context) -> {
                  throw new FileNotFoundException("no order");
                }),
            call(PATIENCE_MILLIS));
    assertEquals("Unhandled", result.error());
    JsonNode error = Json.read(text(result));
    assertEquals("no order", error.path("errorMessage").asText());
    assertEquals("java.io.FileNotFoundException", error.path("errorType").asText());
    assertTrue(error.path("stackTrace").isArray());
  }

  @Test
  void anErrorOfTheVirtualMachineEndsTheInvocationOnly() {
    FunctionResult result =
        invoke(
            function(
                (event, context) -> {
                  throw new StackOverflowError();
                }),
            call(PATIENCE_MILLIS));
    assertEquals(
        "java.lang.StackOverflowError", Json.read(text(result)).path("errorMessage").asText());
  }

  @Test
  void makesTheHandlerOnceAndTriesAgainAfterAFailure() {
    AtomicInteger made = new AtomicInteger();
    JavaFunction function =
        JavaFunction.of(
            "orders",
            () -> {
              if (made.incrementAndGet() == 1) {
                throw new IllegalStateException("TABLE is not set");
              }
              return (event, context) -> event;
            });
    assertEquals(
        "TABLE is not set",
        Json.read(text(invoke(function, call(PATIENCE_MILLIS)))).path("errorMessage").asText());
    assertFalse(invoke(function, call(PATIENCE_MILLIS)).failed());
    assertFalse(invoke(function, call(PATIENCE_MILLIS)).failed());
    assertEquals(2, made.get());
  }

  @Test
  void interruptsTheFunctionAtItsOwnLimit() throws InterruptedException {
    FunctionResult result = invoke(function(this::block).withTimeoutMillis(30), call(29_000));
    JsonNode error = Json.read(text(result));
    assertEquals(
        "RequestId: request-1 Error: Task timed out after 0.03 seconds",
        error.path("errorMessage").asText());
    assertEquals("Sandbox.Timedout", error.path("errorType").asText());
    interrupted.await();
  }

  @Test
  void failsTheRequestAtTheTimeoutOfTheIntegration() throws InterruptedException {
    GatewayFailure failure =
        assertThrows(GatewayFailure.class, () -> invoke(function(this::block), call(30)));
    assertEquals(GatewayResponseType.INTEGRATION_TIMEOUT, failure.type());
    interrupted.await();
  }

  @Test
  void letsAFunctionGoOnUntilItsOwnLimit() throws InterruptedException {
    CountDownLatch go = new CountDownLatch(1);
    CountDownLatch done = new CountDownLatch(1);
    JavaFunction function =
        function(
                (event, context) -> {
                  go.await();
                  done.countDown();
                  return event;
                })
            .withTimeoutMillis(15_000);
    assertThrows(GatewayFailure.class, () -> invoke(function, call(30)));
    go.countDown();
    done.await();
  }

  @Test
  void doesNotWaitForAnAsynchronousInvocation() throws InterruptedException {
    AtomicReference<String> event = new AtomicReference<>();
    CountDownLatch go = new CountDownLatch(1);
    CountDownLatch done = new CountDownLatch(1);
    JavaFunction function =
        function(
            (bytes, context) -> {
              go.await();
              event.set(new String(bytes, StandardCharsets.UTF_8));
              done.countDown();
              return bytes;
            });
    FunctionResult result = invoke(function, call(29_000, true));
    assertEquals(0, result.payload().length());
    go.countDown();
    done.await();
    assertEquals("{\"a\":1}", event.get());
  }

  @Test
  void refusesAResultThatLambdaWouldRefuse() {
    byte[] large = new byte[ProxyResult.MAX_BYTES + 1];
    FunctionResult result = invoke(function((event, context) -> large), call(PATIENCE_MILLIS));
    assertEquals(
        "Function.ResponseSizeTooLarge", Json.read(text(result)).path("errorType").asText());
  }

  private byte[] block(byte[] event, Context context) throws InterruptedException {
    try {
      new CountDownLatch(1).await();
      return event;
    } catch (InterruptedException e) {
      interrupted.countDown();
      throw e;
    }
  }

  private static JavaFunction function(JavaHandler handler) {
    return JavaFunction.of("orders", () -> handler);
  }

  private static FunctionResult invoke(JavaFunction function, FunctionCall call) {
    return assertTimeoutPreemptively(Duration.ofSeconds(20), () -> function.invoke(call));
  }

  private static FunctionCall call(int timeoutMillis) {
    return call(timeoutMillis, false);
  }

  private static FunctionCall call(int timeoutMillis, boolean async) {
    return new FunctionCall(
        LambdaFunction.of(ARN).withTimeoutMillis(timeoutMillis),
        Payload.of("{\"a\":1}".getBytes(StandardCharsets.UTF_8)),
        async,
        "request-1",
        "pets",
        "000000000000",
        "Root=1",
        Limits.DEFAULT.payloadBytes(),
        "",
        null,
        headers -> {});
  }

  private static String text(FunctionResult result) {
    return new String(result.payload().bytes(), StandardCharsets.UTF_8);
  }
}
