package io.gatemason.runtime.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.amazonaws.services.lambda.runtime.Context;
import io.gatemason.runtime.exchange.ApiInfo;
import io.gatemason.runtime.function.LambdaFunction;
import io.gatemason.runtime.function.handler.JavaFunction;
import io.gatemason.runtime.function.handler.JavaHandler;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Handlers in the gateway's process that fail in ways in which others could be taken along. */
@Timeout(60)
class MisbehavingHandlerTest {
  private static final String ERROR = "502 {\"message\": \"Internal server error\"}";
  private static final byte[] FINE = "{\"body\": \"fine\"}".getBytes(StandardCharsets.US_ASCII);

  private static CloudFixture gateway(JavaFunction function, int timeoutMillis) {
    return new CloudFixture(
        Map.of(),
        Map.of("orders", function),
        ApiInfo.of("api1", ""),
        "/{proxy+}",
        (exchange, lambda, aws) ->
            lambda.proxy(exchange, LambdaFunction.of("orders").withTimeoutMillis(timeoutMillis)));
  }

  private static CloudFixture gateway(JavaHandler.Factory factory) {
    return gateway(JavaFunction.of("orders", factory), 20_000);
  }

  /** Does as it is told by the path of the request. */
  private static byte[] obey(byte[] event) throws Exception {
    String path =
        new String(event, StandardCharsets.UTF_8).replaceAll("(?s).*\"path\":\"/(\\w+).*", "$1");
    switch (path) {
      case "recurse" -> throw new AssertionError("came back from " + depth(0));
      case "mute" -> throw new MuteException();
      default -> {
        return FINE;
      }
    }
  }

  private static int depth(int reached) {
    return depth(reached + 1) + 1;
  }

  @Test
  void stackOverflowEndsOneRequestAndIsLoggedOnly() throws Exception {
    try (RecordedLog log = new RecordedLog("io.gatemason.runtime.server.Failures");
        CloudFixture gateway = gateway(() -> (event, context) -> obey(event))) {
      assertEquals(ERROR, CloudFixture.line(gateway.get("/recurse")));
      assertTrue(log.await("StackOverflowError").contains("customer function error"));
      assertEquals("200 fine", CloudFixture.line(gateway.get("/a")));
    }
  }

  @Test
  void errorThatCannotSayWhatItIsEndsTheRequest() throws Exception {
    try (RecordedLog log = new RecordedLog("io.gatemason.runtime.server.Failures");
        CloudFixture gateway = gateway(() -> (event, context) -> obey(event))) {
      assertEquals(ERROR, CloudFixture.line(gateway.get("/mute")));
      assertTrue(log.await("MuteException").contains("customer function error"));
      assertEquals("200 fine", CloudFixture.line(gateway.get("/a")));
    }
  }

  @Test
  void classThatCannotBeInitialisedIsAnErrorOfEveryRequest() throws Exception {
    try (RecordedLog log = new RecordedLog("io.gatemason.runtime.server.Failures");
        RecordedLog functionLog = new RecordedLog("gateway.function.orders");
        CloudFixture gateway = gateway(Broken::new)) {
      HttpResponse<byte[]> first = gateway.get("/a");
      assertEquals(ERROR, CloudFixture.line(first));
      log.await("java.lang.ExceptionInInitializerError");
      String id = first.headers().firstValue("x-amzn-RequestId").orElse("");
      assertTrue(functionLog.await("failed").contains(id));
      assertEquals(ERROR, CloudFixture.line(gateway.get("/a")));
      log.await("Could not initialize class");
    }
  }

  @Test
  void functionThatIgnoresInterruptsKeepsNobodyFromTheAnswer() throws Exception {
    CountDownLatch go = new CountDownLatch(1);
    CountDownLatch ended = new CountDownLatch(2);
    JavaFunction stubborn =
        JavaFunction.of(
            "orders",
            () ->
                (event, context) -> {
                  awaitUninterruptibly(go);
                  ended.countDown();
                  return FINE;
                });
    try (CloudFixture limited = gateway(stubborn.withTimeoutMillis(50), 20_000);
        CloudFixture unlimited = gateway(stubborn, 50);
        CloudFixture patient = gateway(stubborn, 20_000)) {
      assertEquals(ERROR, CloudFixture.line(limited.get("/a")));
      assertEquals(
          "504 {\"message\": \"Endpoint request timed out\"}",
          CloudFixture.line(unlimited.get("/a")));
      assertEquals(2, ended.getCount());
      go.countDown();
      assertTrue(ended.await(20, TimeUnit.SECONDS));
      assertEquals("200 fine", CloudFixture.line(patient.get("/a")));
    } finally {
      go.countDown();
    }
  }

  private static void awaitUninterruptibly(CountDownLatch latch) {
    while (latch.getCount() > 0) {
      try {
        latch.await();
      } catch (InterruptedException e) {
        // What this function is about: it goes on.
      }
    }
  }

  @Test
  void functionThatSpinsKeepsNobodyFromTheAnswer() {
    assumeTrue(Runtime.getRuntime().availableProcessors() > 1, "it takes a processor for itself");
    AtomicBoolean stop = new AtomicBoolean();
    JavaFunction spinning =
        JavaFunction.of(
            "orders",
            () ->
                (event, context) -> {
                  while (!stop.get()) {
                    Thread.onSpinWait();
                  }
                  return FINE;
                });
    try (CloudFixture gateway = gateway(spinning.withTimeoutMillis(50), 20_000)) {
      assertEquals(ERROR, CloudFixture.line(gateway.get("/a")));
    } finally {
      stop.set(true);
    }
  }

  /** A handler of which nothing is left but its name. */
  private static final class Broken implements JavaHandler {
    private static final String TABLE = required("table.of.orders");

    private static String required(String name) {
      String value = System.getProperty(name);
      if (value == null) {
        throw new IllegalStateException(name + " is not set");
      }
      return value;
    }

    @Override
    public byte[] handle(byte[] event, Context context) {
      return TABLE.getBytes(StandardCharsets.UTF_8);
    }
  }

  private static final class MuteException extends Exception {
    private static final long serialVersionUID = 1L;

    @Override
    public String getMessage() {
      throw new UnsupportedOperationException("no words");
    }
  }
}
