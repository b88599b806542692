package io.gatemason.runtime.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatemason.runtime.exchange.ApiInfo;
import io.gatemason.runtime.payload.Payload;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How connections of HTTP/2 end (docs/behaviour/listener.md#stop). */
@Timeout(60)
final class Http2StopTest {
  private static final String ANY_STREAM = "last " + Integer.MAX_VALUE + " code 0; ";

  private static GatewayServer start(Map<String, String> settings) {
    return TestApi.start(
        settings,
        new TestApi(ApiInfo.of("one", "dev"))
            .method("ANY", "/x", exchange -> exchange.answer(200).body("text/plain", "x").send())
            .method(
                "GET",
                "/stream",
                exchange -> exchange.proxyAnswer(200).stream(Payload.of(endless(), -1))));
  }

  private static InputStream endless() {
    return new InputStream() {
      @Override
      public int read() {
        LockSupport.parkNanos(10_000_000);
        return 'x';
      }

      @Override
      public int read(byte[] buffer, int offset, int length) {
        buffer[offset] = (byte) read();
        return 1;
      }
    };
  }

  @Test
  void noRequestIsLost() throws Exception {
    GatewayServer server = start(Map.of("gateway.shutdown.notice", "PT0.3S"));
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/dev/x")).build();
    List<Future<Integer>> clients = new ArrayList<>();
    CountDownLatch warm = new CountDownLatch(500);
    try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 16; i++) {
        clients.add(threads.submit(() -> requestsUntilTheEnd(client, request, warm)));
      }
      warm.await();
      server.stop();
      for (Future<Integer> each : clients) {
        assertTrue(each.get() > 0);
      }
    }
  }

  /** Asks for readiness as a load balancer does, and stops when there is none. */
  private static int requestsUntilTheEnd(
      HttpClient client, HttpRequest request, CountDownLatch warm) throws Exception {
    HttpRequest ready = HttpRequest.newBuilder(request.uri().resolve("/sping")).build();
    for (int answered = 1; ; answered++) {
      HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      assertEquals("200x", answer.statusCode() + answer.body());
      warm.countDown();
      if (client.send(ready, HttpResponse.BodyHandlers.ofString()).statusCode() == 503) {
        return answered;
      }
    }
  }

  @Test
  void idleConnectionsEndAtOnceAndSayWhatWasAnswered() throws IOException {
    GatewayServer server = start(Map.of());
    try (Http2Frames idle = new Http2Frames(server.port());
        Http2Frames fresh = new Http2Frames(server.port())) {
      idle.request(1, "GET", "/dev/x");
      idle.next(Http2Frames.DATA);
      fresh.next(Http2Frames.SETTINGS);
      long begin = System.nanoTime();
      server.stop();
      assertTrue(System.nanoTime() - begin < 5_000_000_000L);
      assertEquals(ANY_STREAM + "last 1 code 0; end", idle.end(3));
      assertEquals(ANY_STREAM + "last 0 code 0; end", fresh.end(1));
    }
  }

  @Test
  void connectionsThatAreIdleTooLongSayTheSame() throws IOException {
    GatewayServer server = start(Map.of("gateway.listener.idle-timeout", "PT0.3S"));
    try (Http2Frames idle = new Http2Frames(server.port())) {
      idle.request(1, "GET", "/dev/x");
      idle.next(Http2Frames.DATA);
      assertEquals("last 1 code 0; end", idle.end(3));
    } finally {
      server.stop();
    }
  }

  @Test
  void streamsThatOutlastTheDrainEndAsBroken() throws Exception {
    GatewayServer server = start(Map.of("server.shutdown-grace-period", "PT0.5S"));
    try (Http2Frames client = new Http2Frames(server.port())) {
      client.request(1, "GET", "/dev/stream");
      client.next(Http2Frames.DATA);
      Thread stop = Thread.ofVirtual().start(server::stop);
      assertEquals(ANY_STREAM + "last 1 code 0; end", client.end(1));
      stop.join();
    }
  }
}
