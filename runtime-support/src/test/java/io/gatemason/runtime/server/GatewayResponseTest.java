package io.gatemason.runtime.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatemason.runtime.exchange.ApiInfo;
import io.gatemason.runtime.exchange.ContextVariable;
import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.exchange.GatewayAnswer;
import io.gatemason.runtime.failure.GatewayFailure;
import io.gatemason.runtime.payload.Payload;
import io.gatemason.runtime.server.RawClient.Reply;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of failures: gateway responses to the byte, or a quiet end of the connection. */
class GatewayResponseTest {
  private final List<LogRecord> log = new CopyOnWriteArrayList<>();
  private final Handler recorder =
      new Handler() {
        @Override
        public void publish(LogRecord event) {
          log.add(event);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };
  private @Nullable GatewayServer server;

  @AfterEach
  void stop() {
    if (server != null) {
      server.stop();
    }
    Logger.getLogger("").removeHandler(recorder);
  }

  private int start(TestApi api) {
    GatewayServer started = TestApi.start(api);
    server = started;
    Logger.getLogger("").addHandler(recorder);
    return started.port();
  }

  private static TestApi api(Consumer<Exchange> steps) {
    return new TestApi(ApiInfo.of("one", "")).method("ANY", "/x", steps);
  }

  static Stream<Arguments> failures() {
    Supplier<GatewayFailure> timeout = GatewayFailure::integrationTimeout;
    return Stream.of(
        failure(timeout, 504, "Endpoint request timed out", "InternalServerErrorException"),
        failure(
            () -> GatewayFailure.integrationFailure("x"),
            504,
            "Network error communicating with endpoint",
            "InternalServerErrorException"),
        failure(
            () -> GatewayFailure.noMatchingIntegrationResponse(418),
            500,
            "Internal server error",
            "InternalServerErrorException"),
        failure(
            () -> GatewayFailure.illegalHeader("TE"),
            500,
            "Internal server error",
            "InternalServerErrorException"),
        failure(
            GatewayFailure::unsupportedMediaType,
            415,
            "Unsupported Media Type",
            "BadRequestException"),
        failure(
            () -> GatewayFailure.badRequestBody("[x]"),
            400,
            "Invalid request body",
            "BadRequestException"));
  }

  private static Arguments failure(
      Supplier<GatewayFailure> failure, int status, String message, String errorType) {
    return Arguments.of(failure, status, message, errorType);
  }

  @ParameterizedTest
  @MethodSource("failures")
  void writesTheBuiltInResponse(
      Supplier<GatewayFailure> failure, int status, String message, String errorType)
      throws IOException {
    int port =
        start(
            api(
                exchange -> {
                  exchange.answer(200).header("X-Forgotten", "1");
                  throw failure.get();
                }));
    Reply reply = RawClient.get(port, "/x");
    assertEquals(status, reply.status());
    assertEquals("{\"message\": \"" + message + "\"}", reply.text());
    assertEquals(errorType, reply.header("x-amzn-ErrorType"));
    assertEquals("application/json", reply.header("Content-Type"));
    assertEquals(36, reply.header("x-amzn-RequestId").length());
    assertEquals(16, reply.header("x-amz-apigw-id").length());
    assertFalse(reply.headers().containsKey("X-Forgotten"));
  }

  @Test
  void letsTheApiCustomise() throws IOException {
    TestApi api =
        api(
            exchange -> {
              throw GatewayFailure.badRequestBody("[\"a\"]");
            });
    api.gatewayResponses(
        (exchange, failure) -> {
          GatewayAnswer answer = GatewayAnswer.of(exchange, failure);
          var context = exchange.context();
          if (answer.clientError() && !answer.serverError()) {
            answer
                .status(422)
                .header("X-Type", context.values(ContextVariable.ERROR_RESPONSE_TYPE));
            String type = answer.choose("text/plain", "application/json", "text/xml");
            String text =
                answer.message()
                    + answer.messageString()
                    + context.values(ContextVariable.ERROR_MESSAGE)
                    + context.values(ContextVariable.ERROR_MESSAGE_STRING)
                    + GatewayAnswer.jsonEscaped(
                        context.values(ContextVariable.ERROR_VALIDATION_ERROR_STRING))
                    + answer.type();
            answer.body(type, text);
          }
          answer.send();
        });
    int port = start(api);
    Reply reply = RawClient.get(port, "/x", "Accept: text/xml");
    assertEquals(422, reply.status());
    assertEquals("text/xml", reply.header("Content-Type"));
    assertEquals("BAD_REQUEST_BODY", reply.header("X-Type"));
    assertEquals("BadRequestException", reply.header("x-amzn-ErrorType"));
    assertEquals(
        "Invalid request body\"Invalid request body\"[Invalid request body]"
            + "[\"Invalid request body\"][\\\"a\\\"]BAD_REQUEST_BODY",
        reply.text());
    assertEquals("application/json", RawClient.get(port, "/x").header("Content-Type"));
    assertEquals(
        "application/json", RawClient.get(port, "/x", "Accept: a/b").header("Content-Type"));
    Reply noRoute = RawClient.get(port, "/unknown");
    assertEquals("MISSING_AUTHENTICATION_TOKEN", noRoute.header("X-Type"));
  }

  @Test
  void survivesACustomisationThatFails() throws IOException {
    TestApi api =
        api(
            exchange -> {
              throw GatewayFailure.integrationTimeout();
            });
    api.gatewayResponses(
        (exchange, failure) ->
            GatewayAnswer.of(exchange, failure)
                .header("X-Injected", exchange.queryParameter("v"))
                .send());
    int port = start(api);
    Reply reply = RawClient.get(port, "/x?v=a%0d%0aSet-Cookie:%20b");
    assertEquals(500, reply.status());
    assertEquals("{\"message\": \"Internal server error\"}", reply.text());
    assertFalse(reply.headers().containsKey("Set-Cookie"));
  }

  @Test
  void refusesHeaderInjection() throws IOException {
    int port =
        start(
            api(exchange -> exchange.answer(200).header("X", exchange.queryParameter("v")).send()));
    Reply reply = RawClient.get(port, "/x?v=a%0aSet-Cookie:%20b");
    assertEquals(500, reply.status());
    assertFalse(reply.headers().containsKey("Set-Cookie"));
  }

  /** As a mock or an override may demand; a client would wait for the answer that follows. */
  @ParameterizedTest
  @ValueSource(ints = {0, 100, 101, 199})
  void refusesInterimStatuses(int status) throws IOException {
    int port = start(api(exchange -> exchange.answer(status).header("X", "y").send()));
    Reply reply = RawClient.get(port, "/x");
    assertEquals(500, reply.status());
    assertEquals("{\"message\": \"Internal server error\"}", reply.text());
    assertFalse(reply.headers().containsKey("X"));
  }

  @Test
  void logsUnexpectedExceptionsWithTheRequestId() throws IOException {
    int port =
        start(
            api(
                exchange -> {
                  throw new IllegalStateException("defect");
                }));
    Reply reply = RawClient.get(port, "/x");
    assertEquals(500, reply.status());
    assertEquals("{\"message\": \"Internal server error\"}", reply.text());
    LogRecord event =
        log.stream().filter(each -> each.getThrown() != null).findFirst().orElseThrow();
    assertTrue(event.getMessage().contains(reply.header("x-amzn-RequestId")));
    assertEquals("defect", event.getThrown().getMessage());
  }

  @Test
  void namesAMethodThatSendsNothing() throws IOException {
    int port = start(api(exchange -> {}));
    assertEquals(500, RawClient.get(port, "/x").status());
    assertTrue(
        log.stream()
            .anyMatch(
                each ->
                    each.getThrown() != null
                        && each.getThrown().getMessage().endsWith("sent no answer")));
  }

  @Test
  void answersWhenTheBackendBreaksBeforeAnythingWasSent() throws IOException {
    int port =
        start(
            api(
                exchange ->
                    exchange
                        .proxyAnswer(200)
                        .header("X-Backend", "1")
                        .send(Payload.of(broken(0), -1), "text/plain", null)));
    Reply reply = RawClient.get(port, "/x");
    assertEquals(504, reply.status());
    assertEquals("{\"message\": \"Network error communicating with endpoint\"}", reply.text());
    assertFalse(reply.headers().containsKey("X-Backend"));
  }

  @Test
  void cutsTheConnectionWhenTheBackendBreaksLater() throws IOException {
    int port =
        start(
            api(
                exchange ->
                    exchange
                        .proxyAnswer(200)
                        .send(Payload.of(broken(100_000), -1), "text/plain", null)));
    try (RawClient client = new RawClient(port)) {
      client.write(RawClient.head("GET /x"), new byte[0]);
      assertThrows(IOException.class, () -> client.read(false));
    }
    assertNoStackTraces();
  }

  private static InputStream broken(int after) {
    return new SequenceInputStream(
        new ByteArrayInputStream(new byte[after]),
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("reset by peer");
          }
        });
  }

  @Test
  void isQuietWhenTheClientLeavesWhileSending() throws Exception {
    CountDownLatch entered = new CountDownLatch(1);
    CountDownLatch ended = new CountDownLatch(1);
    int port =
        start(
            api(
                exchange -> {
                  entered.countDown();
                  try {
                    exchange.answer(200).body("text/plain", exchange.bodyText()).send();
                  } finally {
                    ended.countDown();
                  }
                }));
    try (RawClient client = new RawClient(port)) {
      client.write(RawClient.head("POST /x", "Content-Length: 100"), new byte[10]);
      assertTrue(entered.await(10, TimeUnit.SECONDS));
      client.reset();
    }
    assertTrue(ended.await(10, TimeUnit.SECONDS));
    assertEquals(403, RawClient.get(port, "/unknown").status());
    assertNoStackTraces();
  }

  @Test
  void isQuietWhenTheClientLeavesWhileReceiving() throws Exception {
    CountDownLatch ended = new CountDownLatch(1);
    int port =
        start(
            api(
                exchange -> {
                  try {
                    Payload endless = Payload.of(new Endless(), -1);
                    exchange.proxyAnswer(200).send(endless, "text/plain", null);
                  } finally {
                    ended.countDown();
                  }
                }));
    try (RawClient client = new RawClient(port)) {
      client.write(RawClient.head("GET /x"), new byte[0]);
      assertEquals(200, client.readHeadOnly());
      client.reset();
    }
    assertTrue(ended.await(10, TimeUnit.SECONDS));
    assertEquals(403, RawClient.get(port, "/unknown").status());
    assertNoStackTraces();
  }

  private static final class Endless extends InputStream {
    @Override
    public int read() {
      return 'x';
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
      return length;
    }
  }

  private void assertNoStackTraces() {
    assertEquals(
        List.of(),
        log.stream()
            .filter(each -> each.getLevel().intValue() >= 800 && each.getThrown() != null)
            .map(LogRecord::getMessage)
            .toList());
  }
}
