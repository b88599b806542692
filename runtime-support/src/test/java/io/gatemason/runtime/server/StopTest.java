package io.gatemason.runtime.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatemason.runtime.exchange.ApiInfo;
import io.gatemason.runtime.payload.Payload;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How a service ends (docs/behaviour/listener.md#stop). */
@Timeout(60)
final class StopTest {
  private final CountDownLatch begun = new CountDownLatch(2);
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final AtomicBoolean streaming = new AtomicBoolean(true);

  private GatewayServer start(Map<String, String> settings) {
    return TestApi.start(
        settings,
        new TestApi(ApiInfo.of("one", "dev"))
            .method("GET", "/x", exchange -> exchange.answer(200).send())
            .method(
                "GET",
                "/slow",
                exchange -> {
                  begun.countDown();
                  awaitQuietly(stopping);
                  exchange.answer(200).send();
                })
            .method(
                "GET",
                "/stream",
                exchange -> exchange.proxyAnswer(200).stream(Payload.of(endless(), -1))));
  }

  private InputStream endless() {
    return new InputStream() {
      @Override
      public int read() {
        LockSupport.parkNanos(10_000_000);
        return streaming.get() ? 'x' : -1;
      }

      @Override
      public int read(byte[] buffer, int offset, int length) {
        buffer[offset] = (byte) read();
        return 1;
      }

      @Override
      public int available() {
        return 0;
      }
    };
  }

  private static Duration stopping(GatewayServer server) {
    long begin = System.nanoTime();
    server.stop();
    return Duration.ofNanos(System.nanoTime() - begin);
  }

  @Test
  void idleAndSilentConnectionsDoNotDelayIt() throws IOException {
    GatewayServer server = start(Map.of());
    try (RawClient idle = new RawClient(server.port());
        RawClient silent = new RawClient(server.port());
        RawClient half = new RawClient(server.port())) {
      half.raw("GET /dev/x HTTP/1.1\r\nHo");
      idle.write(RawClient.head("GET /dev/x"), new byte[0]);
      assertEquals(200, idle.read(false).status());
      Duration taken = stopping(server);
      assertTrue(taken.toMillis() < 5_000, taken::toString);
      assertTrue(idle.closedByServer());
      assertTrue(silent.closedByServer());
      assertEquals(408, half.read(false).status());
    }
  }

  @Test
  void requestsInProgressAreAnsweredOverBothProtocols() throws Exception {
    GatewayServer server = start(Map.of("gateway.shutdown.notice", "PT0.5S"));
    try (HttpClient http2 = HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();
        RawClient http1 = new RawClient(server.port())) {
      URI uri = URI.create("http://127.0.0.1:" + server.port() + "/dev/slow");
      CompletableFuture<HttpResponse<String>> second =
          http2.sendAsync(
              HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
      http1.write(RawClient.head("GET /dev/slow"), new byte[0]);
      begun.await();
      Thread.ofVirtual().start(() -> tellWhenStopping(server.port()));
      Duration taken = stopping(server);
      RawClient.Reply first = http1.read(false);
      assertEquals(200, first.status());
      assertEquals("close", first.header("Connection"));
      assertEquals(200, second.get().statusCode());
      assertTrue(taken.toMillis() < 10_000, taken::toString);
    }
  }

  private void tellWhenStopping(int port) {
    try {
      while (RawClient.get(port, "/sping").status() == 200) {
        continue;
      }
    } catch (IOException e) {
      // The port is closed already.
    }
    stopping.countDown();
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void noRequestOfABusyClientIsLost() throws Exception {
    GatewayServer server = start(Map.of("gateway.shutdown.notice", "PT0.5S"));
    List<Future<Integer>> clients = new ArrayList<>();
    CountDownLatch warm = new CountDownLatch(16);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 16; i++) {
        clients.add(threads.submit(() -> requestsUntilTheEnd(server.port(), warm)));
      }
      warm.await();
      server.stop();
      for (Future<Integer> client : clients) {
        assertTrue(client.get() > 0);
      }
    }
  }

  /** Asks for readiness as a load balancer does, and stops when there is none. */
  private static int requestsUntilTheEnd(int port, CountDownLatch warm) throws IOException {
    int answered = 0;
    while (true) {
      try (RawClient client = new RawClient(port)) {
        String connection = "keep-alive";
        while (connection.equals("keep-alive")) {
          client.write(RawClient.head("GET /dev/x"), new byte[0]);
          RawClient.Reply reply = client.read(false);
          assertEquals(200, reply.status());
          connection = reply.header("Connection");
          answered++;
          warm.countDown();
        }
      } catch (ConnectException e) {
        return answered;
      }
      if (RawClient.get(port, "/sping").status() == 503) {
        return answered;
      }
    }
  }

  @Test
  void streamsThatOutlastTheDrainEndAsBroken() throws Exception {
    GatewayServer server = start(Map.of("server.shutdown-grace-period", "PT1S"));
    try (RawClient client = new RawClient(server.port())) {
      client.write(RawClient.head("GET /dev/stream"), new byte[0]);
      assertEquals(200, client.readHeadOnly());
      Duration taken = stopping(server);
      assertThrows(
          IOException.class,
          () -> {
            while (!client.readChunk().isEmpty()) {
              continue;
            }
          });
      assertTrue(taken.toMillis() < 5_000, taken::toString);
    } finally {
      streaming.set(false);
    }
  }

  @Test
  void livenessOutlastsReadiness() throws Exception {
    GatewayServer server = start(Map.of("gateway.shutdown.notice", "PT1S"));
    int port = server.port();
    assertEquals("200healthy", RawClient.get(port, "/sping").statusAndText());
    Thread stop = Thread.ofVirtual().start(server::stop);
    int ready = 200;
    while (ready == 200) {
      ready = RawClient.get(port, "/sping").status();
    }
    assertEquals(503, ready);
    assertEquals("200healthy", RawClient.get(port, "/ping").statusAndText());
    stop.join();
    assertThrows(IOException.class, () -> connect(port));
  }

  private static void connect(int port) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.getOutputStream().write("GET".getBytes(StandardCharsets.US_ASCII));
    }
  }
}
