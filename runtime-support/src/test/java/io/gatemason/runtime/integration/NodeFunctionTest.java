package io.gatemason.runtime.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatemason.runtime.exchange.ApiInfo;
import io.gatemason.runtime.function.LambdaFunction;
import io.gatemason.runtime.json.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** Requests to a whole gateway whose functions are written for Node. */
@Timeout(180)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NodeFunctionTest {
  private static final String ERROR = "502 {\"message\": \"Internal server error\"}";
  private static final LambdaFunction ORDERS =
      LambdaFunction.of("arn:aws:lambda:eu-west-1:123456789012:function:orders:live")
          .withTimeoutMillis(60_000);

  /**
   * Reads "hold" from the body: tells a port that it has begun, and waits for a byte from there.
   */
  private static final String CODE =
      """
      const net = require('node:net');
      const hold = port => new Promise((done, fail) =>
          net.connect(port, '127.0.0.1').on('data', done).on('error', fail));
      exports.handler = async (event, context) => {
        const [order, argument] = (event.body ?? '').split(' ');
        switch (order) {
          case 'hold': await hold(Number(argument)); break;
          case 'throw': throw new RangeError('secret detail');
          case 'exit': process.exit(Number(argument)); break;
          case 'spin': for (;;);
          case 'big': return {body: 'x'.repeat(Number(argument))};
          case 'log': console.log('ordered', argument); break;
        }
        const body = {event, pid: process.pid, context, table: process.env.TABLE,
            left: context.getRemainingTimeInMillis()};
        return {statusCode: 201, headers: {'X-By': 'node'}, body: JSON.stringify(body)};
      };
      """;

  private Path folder = Path.of("");

  /** The folder below which functions find the client. */
  Path client() throws Exception {
    return NodeClient.install();
  }

  @BeforeAll
  @Timeout(1_000)
  void installClient() throws Exception {
    folder = client();
    code("orders", CODE);
    code("broken", "throw new Error('no database');");
  }

  private void code(String function, String text) throws IOException {
    Files.createDirectories(folder.resolve(function));
    Files.writeString(folder.resolve(function + "/app.js"), text);
  }

  private CloudFixture gateway(String code, String... namesAndValues) {
    String prefix = "gateway.lambda.functions.orders.";
    Map<String, String> settings = new HashMap<>();
    settings.put(prefix + "runtime", "nodejs20.x");
    settings.put(prefix + "handler", "app.handler");
    settings.put(prefix + "directory", folder.resolve(code).toString());
    settings.put(prefix + "timeout-seconds", "30");
    for (int i = 0; i < namesAndValues.length; i += 2) {
      settings.put(prefix + namesAndValues[i], namesAndValues[i + 1]);
    }
    return new CloudFixture(
        settings,
        Map.of(),
        ApiInfo.of("api1", "dev"),
        "/{proxy+}",
        (exchange, lambda, aws) -> lambda.proxy(exchange, ORDERS));
  }

  private static HttpResponse<byte[]> order(CloudFixture gateway, String body) {
    return gateway.send(
        "POST", "/dev/a/b?x=1", body.getBytes(StandardCharsets.UTF_8), "Content-Type", "text/x");
  }

  private static String pid(CloudFixture gateway) {
    HttpResponse<byte[]> response = order(gateway, "");
    assertEquals(201, response.statusCode(), () -> CloudFixture.line(response));
    return Json.read(response.body()).path("pid").asText();
  }

  @Test
  void functionSeesTheEventAndItsResponseIsTheAnswer() {
    try (CloudFixture gateway = gateway("orders", "environment.TABLE", "orders-table")) {
      HttpResponse<byte[]> response = order(gateway, "pay ü");
      assertEquals(201, response.statusCode());
      assertEquals("node", response.headers().firstValue("X-By").orElse(""));
      JsonNode seen = Json.read(response.body());
      JsonNode event = seen.path("event");
      assertEquals("/a/b", event.path("path").asText());
      assertEquals("a/b", event.path("pathParameters").path("proxy").asText());
      assertEquals("1", event.path("queryStringParameters").path("x").asText());
      assertEquals("pay ü", event.path("body").asText());
      assertEquals("dev", event.path("requestContext").path("stage").asText());
      assertEquals("orders-table", seen.path("table").asText());
      JsonNode context = seen.path("context");
      assertEquals("orders", context.path("functionName").asText());
      assertEquals(
          "arn:aws:lambda:eu-west-1:123456789012:function:orders:live",
          context.path("invokedFunctionArn").asText());
      assertEquals(
          response.headers().firstValue("x-amzn-RequestId").orElse(""),
          context.path("awsRequestId").asText());
      int left = seen.path("left").asInt();
      assertTrue(left > 0 && left <= 30_000, () -> "time left: " + left);
    }
  }

  @Test
  void requestsAtTheSameTimeRunInTwoProcessesAndAThirdIsThrottled() throws Exception {
    try (CloudFixture gateway = gateway("orders", "concurrency", "2");
        ServerSocket meeting = new ServerSocket(0, 9, InetAddress.getLoopbackAddress());
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      meeting.setSoTimeout(60_000);
      String hold = "hold " + meeting.getLocalPort();
      List<CompletableFuture<HttpResponse<byte[]>>> answers =
          Stream.of(1, 2)
              .map(any -> CompletableFuture.supplyAsync(() -> order(gateway, hold), threads))
              .toList();
      try (Socket one = meeting.accept();
          Socket two = meeting.accept()) {
        assertEquals(500, order(gateway, "").statusCode());
        one.getOutputStream().write(1);
        two.getOutputStream().write(1);
        assertNotEquals(
            Json.read(answers.get(0).join().body()).path("pid").asText(),
            Json.read(answers.get(1).join().body()).path("pid").asText());
      }
    }
  }

  @Test
  void errorsAreNotToldToTheClientButLogged() throws Exception {
    try (RecordedLog log = new RecordedLog("io.gatemason.runtime.server.Failures");
        CloudFixture gateway = gateway("orders")) {
      String pid = pid(gateway);
      assertEquals(ERROR, CloudFixture.line(order(gateway, "throw")));
      assertTrue(log.await("secret detail").contains("customer function error: "));
      assertEquals(pid, pid(gateway));
    }
  }

  @Test
  void crashedProcessIsReplaced() {
    try (CloudFixture gateway = gateway("orders", "concurrency", "1")) {
      String pid = pid(gateway);
      assertEquals(ERROR, CloudFixture.line(order(gateway, "exit 3")));
      assertNotEquals(pid, pid(gateway));
    }
  }

  @Test
  void processThatSpinsIsEndedAndReplaced() {
    try (CloudFixture gateway = gateway("orders", "concurrency", "1", "timeout-seconds", "1")) {
      String pid = pid(gateway);
      assertEquals(ERROR, CloudFixture.line(order(gateway, "spin")));
      assertNotEquals(pid, pid(gateway));
    }
  }

  @Test
  void functionThatCannotBeLoadedIsAnErrorOfEveryRequest() throws Exception {
    try (RecordedLog log = new RecordedLog("io.gatemason.runtime.server.Failures");
        CloudFixture gateway = gateway("broken", "concurrency", "1")) {
      assertEquals(ERROR, CloudFixture.line(order(gateway, "")));
      assertEquals(ERROR, CloudFixture.line(order(gateway, "")));
      log.await("no database");
    }
  }

  @Test
  void oversizedResultIsRefusedAndTheProcessStays() {
    try (CloudFixture gateway = gateway("orders", "concurrency", "1")) {
      String pid = pid(gateway);
      assertEquals(200, order(gateway, "big 6000000").statusCode());
      assertEquals(ERROR, CloudFixture.line(order(gateway, "big 7000000")));
      assertEquals(pid, pid(gateway));
    }
  }

  @Test
  void consoleIsLoggedWithTheRequest() throws Exception {
    try (RecordedLog log = new RecordedLog("io.gatemason.runtime.function.host");
        CloudFixture gateway = gateway("orders")) {
      HttpResponse<byte[]> response = order(gateway, "log tea");
      String id = response.headers().firstValue("x-amzn-RequestId").orElse("");
      String line = log.await("ordered tea");
      assertTrue(line.startsWith("function orders, request " + id + ": "), line);
    }
  }
}
