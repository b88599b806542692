package io.gatemason.runtime.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatemason.runtime.exchange.ApiInfo;
import io.gatemason.runtime.exchange.Exchange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How much of bodies over HTTP/2 lies unread (docs/behaviour/listener.md#http2). */
@Timeout(30)
final class Http2WindowTest {
  private static final int FRAME = 16_384;
  private static final int STREAMS = 50;
  private static final int PARTS = 60;
  private static final int PART = 1_000;

  private final CountDownLatch held = new CountDownLatch(1);
  private final CountDownLatch release = new CountDownLatch(1);
  private GatewayServer server;

  @BeforeEach
  void start() {
    server =
        TestApi.start(
            new TestApi(ApiInfo.of("one", "dev"))
                .method("ANY", "/x", Http2WindowTest::count)
                .method(
                    "ANY",
                    "/held",
                    exchange -> {
                      held.countDown();
                      awaitQuietly(release);
                      count(exchange);
                    }));
  }

  @AfterEach
  void stop() {
    release.countDown();
    server.stop();
  }

  private static void count(Exchange exchange) {
    String length = Integer.toString(exchange.bodyText().length());
    exchange.answer(200).body("text/plain", length).send();
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void whoSendsMoreThanItMayIsCut() throws IOException {
    try (Http2Frames client = new Http2Frames(server.port())) {
      client.request(1, "POST", "/dev/held");
      for (int i = 0; i < 9; i++) {
        client.send(Http2Frames.DATA, 0, 1, new byte[FRAME]);
      }
      assertEquals("last 1 code 3", client.next(Http2Frames.GO_AWAY).goodbye());
    }
  }

  @Test
  void bodiesThatAreReadArriveFast() throws Exception {
    try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build()) {
      assertEquals("0", client.sendAsync(request("x", 0), handler()).get().body());
      long begin = System.nanoTime();
      for (int i = 0; i < 3; i++) {
        assertEquals("9000000", client.sendAsync(request("x", 9_000_000), handler()).get().body());
      }
      Duration taken = Duration.ofNanos(System.nanoTime() - begin);
      assertTrue(taken.toSeconds() < 10, taken::toString);
    }
  }

  @Test
  void aBodyThatNobodyReadsHoldsUpNoOther() throws Exception {
    try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build()) {
      assertEquals("0", client.sendAsync(request("x", 0), handler()).get().body());
      CompletableFuture<HttpResponse<String>> unread =
          client.sendAsync(request("held", 200_000), handler());
      held.await();
      assertEquals("1000000", client.sendAsync(request("x", 1_000_000), handler()).get().body());
      release.countDown();
      assertEquals("200000", unread.get().body());
    }
  }

  /** Threads of many streams give back at once what they have read of the connection's window. */
  @Test
  void whatIsReadIsGivenBackOnceAndWhole() throws Exception {
    Semaphore window = new Semaphore(65_535);
    try (Http2Frames client = new Http2Frames(server.port())) {
      Thread sender = Thread.ofVirtual().start(() -> upload(client, window));
      for (int ended = 0; ended < STREAMS; ) {
        Http2Frames.Frame frame = client.next();
        assertNotEquals(Http2Frames.GO_AWAY, frame.type());
        if (frame.type() == Http2Frames.WINDOW_UPDATE && frame.stream() == 0) {
          window.release(ByteBuffer.wrap(frame.payload()).getInt());
        }
        ended += frame.ends(frame.stream()) ? 1 : 0;
      }
      sender.join();
    }
    int missing = 2 * 65_536 - window.availablePermits();
    assertTrue(missing >= 0 && missing <= 32_768, () -> missing + " bytes are missing");
  }

  private static void upload(Http2Frames client, Semaphore window) {
    try {
      for (int i = 0; i < STREAMS; i++) {
        client.request(2 * i + 1, "POST", "/dev/x");
      }
      for (int part = 1; part <= PARTS; part++) {
        for (int i = 0; i < STREAMS; i++) {
          window.acquire(PART);
          int flags = part == PARTS ? Http2Frames.END_STREAM : 0;
          client.send(Http2Frames.DATA, flags, 2 * i + 1, new byte[PART]);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private HttpRequest request(String path, int length) {
    URI uri = URI.create("http://127.0.0.1:" + server.port() + "/dev/" + path);
    HttpRequest.BodyPublisher body = HttpRequest.BodyPublishers.ofByteArray(new byte[length]);
    return length == 0
        ? HttpRequest.newBuilder(uri).build()
        : HttpRequest.newBuilder(uri).POST(body).build();
  }

  private static HttpResponse.BodyHandler<String> handler() {
    return HttpResponse.BodyHandlers.ofString();
  }
}
