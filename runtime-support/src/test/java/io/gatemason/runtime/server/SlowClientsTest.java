package io.gatemason.runtime.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatemason.runtime.exchange.ApiInfo;
import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.payload.Payload;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Slow clients of all kinds are cut, and keep nobody else waiting. */
@Timeout(120)
final class SlowClientsTest {
  private static final int OF_EACH = Integer.getInteger("gatemason.slow-clients", 1);
  private static final Map<String, String> SHORT =
      Map.of(
          "gateway.listener.handshake-timeout", "PT1S",
          "gateway.listener.head-timeout", "PT1S",
          "gateway.listener.idle-timeout", "PT2S",
          "gateway.listener.rate-grace", "PT1S",
          "gateway.listener.request-timeout", "PT5S");

  private final CountDownLatch unsent = new CountDownLatch(2);

  @TempDir Path folder;

  /** The gateway that thousands are connected to, each of which takes a file of its process. */
  public static void main(String[] args) {
    GatewayProcess.tellPort(
        TestApi.start(Map.of("gateway.listener.connections", "15000"), echoing()));
  }

  private static TestApi echoing() {
    return new TestApi(ApiInfo.of("one", "dev")).method("ANY", "/x", SlowClientsTest::echo);
  }

  private static void echo(Exchange exchange) {
    exchange.answer(200).body("text/plain", exchange.bodyText()).send();
  }

  private void large(Exchange exchange) {
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            return 'x';
          }

          @Override
          public int read(byte[] buffer, int offset, int length) {
            return length;
          }
        };
    try {
      exchange.proxyAnswer(200).send(Payload.of(endless, -1));
    } finally {
      unsent.countDown();
    }
  }

  @Test
  void eachIsCutWhileOthersAreServed() throws Exception {
    if (OF_EACH > 1) {
      Path log = folder.resolve("gateway.log");
      try (GatewayProcess gateway = GatewayProcess.start(SlowClientsTest.class, log)) {
        eachIsCut(gateway.port(), Duration.ofSeconds(30));
      }
    } else {
      GatewayServer server = TestApi.start(SHORT, echoing());
      try {
        eachIsCut(server.port(), Duration.ofSeconds(8));
      } finally {
        server.stop();
      }
    }
  }

  private static void eachIsCut(int port, Duration atMost) throws Exception {
    List<String> uncut = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Boolean>> slow = new ArrayList<>();
      for (SlowClient kind : SlowClient.values()) {
        for (int i = 0; i < OF_EACH; i++) {
          slow.add(threads.submit(() -> kind.isCut(port, atMost)));
        }
      }
      while (!slow.stream().allMatch(Future::isDone)) {
        RawClient.Reply reply = RawClient.get(port, "/dev/x", "Connection: close");
        assertEquals(200, reply.status());
      }
      for (int i = 0; i < slow.size(); i++) {
        if (!slow.get(i).get()) {
          uncut.add(SlowClient.values()[i / OF_EACH].name());
        }
      }
    }
    assertEquals(List.of(), uncut);
  }

  /** What is sent to them lies in buffers, so that only the server knows when they are cut. */
  @Test
  void readersThatTakeTooLittleAreCut() throws Exception {
    GatewayServer server = TestApi.start(SHORT, echoing().method("GET", "/large", this::large));
    try (Socket http1 = new Socket(InetAddress.getLoopbackAddress(), server.port());
        Socket http2 = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      write(http1, "GET /dev/large HTTP/1.1\r\nHost: a\r\n\r\n");
      String fields = "\u0082\u0086\u0001\u0001a\u0004\n/dev/large";
      write(
          http2,
          "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\u0004\0\0\0\0\0\0\0"
              + (char) fields.length()
              + "\u0001\u0005\0\0\0\u0001"
              + fields);
      assertTrue(unsent.await(15, TimeUnit.SECONDS), unsent + " are still written to");
    } finally {
      server.stop();
    }
  }

  /**
   * Time that a client does not speak between requests, and that a backend takes, is not its own.
   */
  @Test
  void onlyWaitsForTheClientCountAsItsTime() throws Exception {
    Map<String, String> settings = new HashMap<>(SHORT);
    settings.put("gateway.listener.request-timeout", "PT1S");
    byte[] answer = new byte[1_000_000];
    GatewayServer server =
        TestApi.start(
            settings,
            echoing()
                .method(
                    "GET",
                    "/late",
                    exchange -> {
                      LockSupport.parkNanos(Duration.ofMillis(1_400).toNanos());
                      exchange.proxyAnswer(200).send(Payload.of(answer));
                    }));
    try (RawClient client = new RawClient(server.port())) {
      client.write(RawClient.head("GET /dev/late"), new byte[0]);
      assertEquals(answer.length, client.read(false).body().length);
      Thread.sleep(1_200);
      client.raw("POST /dev/x HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\n");
      Thread.sleep(300);
      client.raw("hi");
      assertEquals("200hi", client.read(false).statusAndText());
    } finally {
      server.stop();
    }
  }

  private static void write(Socket socket, String bytes) throws IOException {
    socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
  }
}
