package io.gatemason.runtime.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.Context;
import io.gatemason.runtime.exchange.ApiInfo;
import io.gatemason.runtime.function.LambdaFunction;
import io.gatemason.runtime.function.handler.JavaFunction;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Java functions that run longer than they may, on the thread of their request. */
@Timeout(60)
class FunctionInTimeTest {
  private static final byte[] RESPONSE =
      "{\"statusCode\":200,\"body\":\"done\"}".getBytes(StandardCharsets.US_ASCII);
  private static final String TIMEOUT = "504 {\"message\": \"Endpoint request timed out\"}";

  private final CountDownLatch go = new CountDownLatch(1);
  private final CountDownLatch interrupted = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);

  /** A gateway whose function has been called once: its handler is made by the first call. */
  private CloudFixture gateway(int limitMillis, int patienceMillis) {
    JavaFunction function = JavaFunction.of("orders", () -> this::slowIfAsked);
    LambdaFunction target = LambdaFunction.of("orders").withTimeoutMillis(patienceMillis);
    CloudFixture gateway =
        new CloudFixture(
            Map.of(),
            Map.of("orders", limitMillis > 0 ? function.withTimeoutMillis(limitMillis) : function),
            ApiInfo.of("api1", ""),
            "/{proxy+}",
            (exchange, lambda, aws) -> lambda.proxy(exchange, target));
    assertEquals("200 done", CloudFixture.line(gateway.get("/quick")));
    return gateway;
  }

  /** On /slow, stays until it is told to go, whatever interrupts it. */
  private byte[] slowIfAsked(byte[] event, Context context) {
    String text = new String(event, StandardCharsets.UTF_8);
    if (text.contains("\"path\":\"/slow\"")) {
      while (go.getCount() > 0) {
        try {
          go.await();
        } catch (InterruptedException e) {
          interrupted.countDown();
        }
      }
      ended.countDown();
    }
    while (text.contains("\"path\":\"/busy\"") && go.getCount() > 0) {
      Thread.onSpinWait();
    }
    if (text.contains("\"path\":\"/interrupted\"")) {
      Thread.currentThread().interrupt();
    }
    return RESPONSE;
  }

  @Test
  void answersForAFunctionThatDoesNotEnd() throws Exception {
    try (CloudFixture gateway = gateway(0, 300)) {
      HttpResponse<byte[]> response = gateway.get("/slow");
      assertEquals(TIMEOUT, CloudFixture.line(response));
      assertEquals("close", response.headers().firstValue("Connection").orElse(""));
      assertEquals("200 done", CloudFixture.line(gateway.get("/quick")));
      interrupted.await();
      go.countDown();
      ended.await();
    }
  }

  @Test
  void answersWhenFunctionsHoldAllThreads() throws Exception {
    try (CloudFixture gateway = gateway(0, 1_000)) {
      List<CompletableFuture<String>> answers = new ArrayList<>();
      for (int i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
        answers.add(
            CompletableFuture.supplyAsync(
                () -> CloudFixture.line(gateway.get("/busy")),
                task -> Thread.ofPlatform().start(task)));
      }
      for (CompletableFuture<String> answer : answers) {
        assertEquals(TIMEOUT, answer.get());
      }
      go.countDown();
    }
  }

  @Test
  void anHttp2ConnectionServesOtherRequestsMeanwhile() throws Exception {
    try (CloudFixture gateway = gateway(0, 300);
        HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build()) {
      for (String path : new String[] {"/quick", "/slow", "/quick"}) {
        HttpResponse<String> response =
            client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + gateway.port() + path))
                    .build(),
                HttpResponse.BodyHandlers.ofString());
        assertEquals(HttpClient.Version.HTTP_2, response.version());
        assertEquals(
            path.equals("/quick") ? "200 done" : TIMEOUT,
            response.statusCode() + " " + response.body());
      }
      go.countDown();
    }
  }

  @Test
  void aFunctionEndsWithAnErrorAtItsOwnLimit() throws Exception {
    try (CloudFixture gateway = gateway(300, 29_000);
        RecordedLog log = new RecordedLog("gateway.function.orders")) {
      assertEquals(
          "502 {\"message\": \"Internal server error\"}", CloudFixture.line(gateway.get("/slow")));
      log.await("Task timed out after 0.30 seconds");
      interrupted.await();
      go.countDown();
    }
  }

  @Test
  void aFunctionGoesOnUntilItsOwnLimit() throws Exception {
    try (CloudFixture gateway = gateway(60_000, 300)) {
      assertEquals(TIMEOUT, CloudFixture.line(gateway.get("/slow")));
      go.countDown();
      ended.await();
      assertEquals(1, interrupted.getCount());
    }
  }

  @Test
  void anInterruptionThatTheFunctionLeavesHarmsNoConnection() throws Exception {
    try (CloudFixture gateway = gateway(0, 29_000);
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), gateway.port())) {
      socket.setSoTimeout(15_000);
      for (int i = 0; i < 3; i++) {
        assertTrue(answer(socket, "/interrupted").startsWith("HTTP/1.1 200 "));
      }
    }
  }

  @Test
  void theConnectionEndsWithTheFunction() throws Exception {
    try (CloudFixture gateway = gateway(0, 300);
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), gateway.port())) {
      socket.setSoTimeout(15_000);
      assertTrue(answer(socket, "/slow").startsWith("HTTP/1.1 504 "));
      go.countDown();
      assertEquals(-1, socket.getInputStream().read());
    }
  }

  private static String answer(Socket socket, String path) throws IOException {
    InputStream in = socket.getInputStream();
    socket
        .getOutputStream()
        .write(
            ("GET " + path + " HTTP/1.1\r\nHost: a\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
    return GatewayFixture.readAnswer(in);
  }
}
