package io.gatemason.runtime.websocket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatemason.runtime.exchange.ContextVariable;
import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.server.GatewayServer;
import io.gatemason.runtime.server.GatewaySettings;
import io.gatemason.runtime.service.Services;
import io.helidon.config.Config;
import io.helidon.config.ConfigSources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many messages, in either direction: their order, and what happens to too many. */
@Timeout(60)
class PressureTest {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private static CompletableFuture<HttpResponse<String>> post(int port, String id, String body) {
    String path = "/dev/@connections/" + URLEncoder.encode(id, StandardCharsets.UTF_8);
    return CLIENT.sendAsync(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .version(HttpClient.Version.HTTP_1_1)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static void answerWithId(Exchange exchange) {
    SocketService.answer(exchange, exchange.context().text(ContextVariable.CONNECTION_ID, ""));
  }

  @Test
  void integrationsStartInTheOrderOfMessagesAndDoNotWaitForEachOther() throws Exception {
    List<String> started = Collections.synchronizedList(new ArrayList<>());
    Semaphore ended = new Semaphore(0);
    CountDownLatch slow = new CountDownLatch(1);
    SocketService service =
        new SocketService()
            .on(
                "$default",
                false,
                exchange -> {
                  started.add(exchange.bodyText());
                  exchange.record().integrationBegins();
                  if (exchange.bodyText().equals("m0")) {
                    await(slow);
                  }
                  ended.release();
                })
            .start();
    try (service;
        RawSocket client = RawSocket.open(service.port())) {
      List<String> sent = new ArrayList<>();
      for (int i = 0; i < 500; i++) {
        sent.add("m" + i);
        client.text("m" + i);
      }
      assertTrue(ended.tryAcquire(499, 20, TimeUnit.SECONDS), "others wait for the first");
      slow.countDown();
      assertTrue(ended.tryAcquire(1, 20, TimeUnit.SECONDS));
      assertEquals(sent, started);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertTrue(latch.await(30, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void tellsCallersThatTooMuchWaitsForAClient() throws Exception {
    SocketService service =
        new SocketService().on("$default", true, PressureTest::answerWithId).start();
    try (service;
        RawSocket client = RawSocket.open(service.port())) {
      client.text("who");
      String id = client.message();
      String body = "x".repeat(131_072);
      List<CompletableFuture<HttpResponse<String>>> calls = new ArrayList<>();
      for (int i = 0; i < 150; i++) {
        calls.add(post(service.port(), id, body));
      }
      // Nobody reads before a call is refused; then what waits gets through.
      CompletableFuture.anyOf(
              calls.stream().map(PressureTest::refusal).toArray(CompletableFuture[]::new))
          .get(20, TimeUnit.SECONDS);
      List<String> got = Collections.synchronizedList(new ArrayList<>());
      Thread reader = Thread.ofVirtual().start(() -> read(client, got));
      int refused = 0;
      int expected = 0;
      for (CompletableFuture<HttpResponse<String>> call : calls) {
        HttpResponse<String> answer = call.get(20, TimeUnit.SECONDS);
        if (answer.statusCode() == 200) {
          expected++;
        } else {
          assertEquals(429, answer.statusCode());
          assertEquals(
              "LimitExceededException", answer.headers().firstValue("x-amzn-ErrorType").orElse(""));
          refused++;
        }
      }
      post(service.port(), id, "end").get(20, TimeUnit.SECONDS);
      reader.join();
      assertTrue(refused > 0 && expected >= 4, refused + " refused, " + expected + " written");
      assertEquals(expected, got.size(), "200 is written, 429 is not");
    }
  }

  private static CompletableFuture<Void> refusal(CompletableFuture<HttpResponse<String>> call) {
    CompletableFuture<Void> refused = new CompletableFuture<>();
    call.thenAccept(
        answer -> {
          if (answer.statusCode() == 429) {
            refused.complete(null);
          }
        });
    return refused;
  }

  private static void read(RawSocket client, List<String> got) {
    try {
      for (String message = client.message(); !message.equals("end"); message = client.message()) {
        got.add(message);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void theLimitOfTheServiceCountsMessagesAndCallbacks() throws Exception {
    Map<String, String> settings =
        Map.of(
            "server.port", "0",
            "server.host", "127.0.0.1",
            "gateway.throttle.burst-limit", "4",
            "gateway.throttle.rate-limit", "0.001");
    Config config = Config.just(ConfigSources.create(settings));
    GatewayServer server =
        GatewayServer.start(
            GatewaySettings.of(config),
            Services.open(config),
            services -> List.of(new SocketProcess.Api(services)));
    try (RawSocket client = RawSocket.open(server.port())) {
      client.text("who");
      String id = client.message();
      assertEquals(200, post(server.port(), id, "hello").get().statusCode());
      assertEquals("hello", client.message());
      client.text("who");
      assertEquals(id, client.message());
      client.text("who");
      String refused = client.message();
      assertTrue(refused.startsWith("{\"message\": \"Too Many Requests\", "), refused);
      HttpResponse<String> answer = post(server.port(), id, "hello").get();
      assertEquals(429, answer.statusCode());
      assertEquals(
          "LimitExceededException", answer.headers().firstValue("x-amzn-ErrorType").orElse(""));
    } finally {
      server.stop();
    }
  }
}
