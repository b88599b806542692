package io.gatemason.runtime.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatemason.runtime.exchange.ApiInfo;
import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.failure.GatewayFailure;
import io.gatemason.runtime.payload.ContentHandling;
import io.gatemason.runtime.payload.Payload;
import io.gatemason.runtime.server.RawClient.Reply;
import io.gatemason.runtime.template.TemplateInput;
import io.gatemason.runtime.template.TemplateOutput;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What all requests together may hold in memory. */
@Timeout(60)
class MemoryBudgetTest {
  private static final String UNAVAILABLE = "{\"message\":\"Service Unavailable\"}";

  private final CountDownLatch reading = new CountDownLatch(1);
  private final CountDownLatch go = new CountDownLatch(1);
  private final GatewayServer server =
      TestApi.start(
          Map.of("gateway.limits.in-flight-bytes", "1000000"),
          new TestApi(ApiInfo.builder("one", "").binaryMediaTypes("image/*").build())
              .method("POST", "/body", exchange -> tell(exchange, exchange.bodyBytes().length))
              .method("POST", "/held", this::held)
              .method("POST", "/json", MemoryBudgetTest::json)
              .method("POST", "/template", MemoryBudgetTest::template)
              .method("POST", "/late", MemoryBudgetTest::late)
              .method("GET", "/streamed", MemoryBudgetTest::streamed));

  @AfterEach
  void stop() {
    server.stop();
  }

  private static void tell(Exchange exchange, Object what) {
    exchange.answer(200).body("text/plain", what.toString()).send();
  }

  private void held(Exchange exchange) {
    int length = exchange.bodyBytes().length;
    reading.countDown();
    try {
      assertTrue(go.await(30, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    tell(exchange, length);
  }

  private static void json(Exchange exchange) {
    Object root = TemplateInput.request(exchange, exchange::bodyText).root();
    tell(exchange, String.valueOf(root).length());
  }

  private static void template(Exchange exchange) {
    TemplateOutput out = new TemplateOutput();
    String text =
        out.render(
            () -> {
              for (int i = 0; i < 1_000; i++) {
                out.text(exchange.bodyText());
              }
            });
    tell(exchange, text.length());
  }

  private static void late(Exchange exchange) {
    throw exchange.bodyText().isEmpty()
        ? new IllegalStateException("a defect")
        : GatewayFailure.integrationTimeout();
  }

  private static void streamed(Exchange exchange) {
    Payload bytes = Payload.of(new ByteArrayInputStream(new byte[8_000_000]), -1);
    exchange.proxyAnswer(200).send(bytes, "image/png", ContentHandling.CONVERT_TO_TEXT);
  }

  private Reply post(String target, byte[] body, String... headers) throws IOException {
    String[] all = Arrays.copyOf(headers, headers.length + 1);
    all[headers.length] = "Content-Length: " + body.length;
    return RawClient.send(server.port(), RawClient.head("POST " + target, all), body);
  }

  /** The request's thread gives back what it held after the client has its answer. */
  private void assertNothingHeld() {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (server.bytesInFlight() != 0 && System.nanoTime() < deadline) {
      Thread.onSpinWait();
    }
    assertEquals(0, server.bytesInFlight());
  }

  private static void assertUnavailable(Reply reply) {
    assertEquals(503, reply.status());
    assertEquals(UNAVAILABLE, reply.text());
    assertEquals("application/json", reply.header("Content-Type"));
  }

  @Test
  void refusesABodyThatDoesNotFit() throws IOException {
    assertUnavailable(post("/body", new byte[2_000_000]));
    assertEquals("900000", post("/body", new byte[900_000]).text());
    assertNothingHeld();
  }

  @Test
  void countsWhatABodyUnpacksTo() throws IOException {
    ByteArrayOutputStream gzip = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(gzip)) {
      out.write(new byte[5_000_000]);
    }
    assertUnavailable(post("/body", gzip.toByteArray(), "Content-Encoding: gzip"));
    assertNothingHeld();
  }

  @Test
  void countsAllRequestsInProgressTogether() throws Exception {
    try (RawClient first = new RawClient(server.port())) {
      byte[] body = new byte[700_000];
      first.write(RawClient.head("POST /held", "Content-Length: 700000"), body);
      assertTrue(reading.await(30, TimeUnit.SECONDS));
      assertUnavailable(post("/body", body));
      assertEquals("200000", post("/body", new byte[200_000]).text());
      go.countDown();
      assertEquals("700000", first.read(false).text());
      assertNothingHeld();
      assertEquals("700000", post("/body", body).text());
    }
    assertNothingHeld();
  }

  @Test
  void countsTheValuesOfJson() throws IOException {
    String members = "{\"a\":1},".repeat(20_000);
    assertUnavailable(post("/json", ("[" + members + "1]").getBytes(UTF_8)));
    assertEquals(200, post("/json", "[1,2]".getBytes(UTF_8)).status());
    assertNothingHeld();
  }

  @Test
  void givesBackWhatRequestsHeldThatFailed() throws IOException {
    for (int i = 0; i < 5; i++) {
      assertEquals(504, post("/late", new byte[300_000]).status());
      assertNothingHeld();
    }
    assertEquals(500, post("/late", new byte[0]).status());
    assertNothingHeld();
  }

  @Test
  void countsWhatATemplatePrints() throws IOException {
    assertUnavailable(post("/template", new byte[10_000]));
    assertEquals("10000", post("/template", new byte[10]).text());
    assertNothingHeld();
  }

  @Test
  void holdsNothingOfWhatIsOnlyAnnounced() throws Exception {
    for (int i = 0; i < 5; i++) {
      try (RawClient client = new RawClient(server.port())) {
        client.write(RawClient.head("POST /body", "Content-Length: 900000"), new byte[300_000]);
      }
    }
    // The requests that were given up may begin to be served only now.
    String answer = post("/body", new byte[900_000]).text();
    for (int tries = 1; tries < 1_000 && !answer.equals("900000"); tries++) {
      answer = post("/body", new byte[900_000]).text();
    }
    assertEquals("900000", answer);
    assertNothingHeld();
  }

  @Test
  void streamsBytesThatBecomeBase64() throws IOException {
    Reply reply = RawClient.get(server.port(), "/streamed");
    assertEquals(200, reply.status());
    assertEquals(10_666_668, reply.body().length);
    assertNothingHeld();
  }
}
