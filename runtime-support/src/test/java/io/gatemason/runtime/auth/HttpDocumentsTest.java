package io.gatemason.runtime.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.gatemason.runtime.transport.PooledBackendClient;
import io.helidon.config.Config;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Identity providers that are slow, huge, or lead elsewhere: bounded in time and size. */
@Timeout(60)
class HttpDocumentsTest {
  private static final int MOST = 1_000;
  private static final int MILLIS = 300;

  private final CountDownLatch end = new CountDownLatch(1);
  private final AtomicInteger elsewhere = new AtomicInteger();
  private HttpServer provider;
  private PooledBackendClient client;
  private HttpDocuments documents;

  @BeforeEach
  void start() throws IOException {
    provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    provider.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    provider.createContext("/", this::answer);
    provider.createContext("/elsewhere", this::elsewhere);
    provider.start();
    client = new PooledBackendClient(Config.empty());
    documents = new HttpDocuments(client);
  }

  @AfterEach
  void stop() {
    end.countDown();
    client.close();
    provider.stop(0);
  }

  private void elsewhere(HttpExchange exchange) throws IOException {
    elsewhere.incrementAndGet();
    exchange.sendResponseHeaders(200, -1);
    exchange.close();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      switch (exchange.getRequestURI().getPath()) {
        case "/good" -> send(exchange, 200, "{}");
        case "/exact" -> send(exchange, 200, "a".repeat(MOST));
        case "/larger" -> send(exchange, 200, "a".repeat(MOST + 1));
        case "/endless" -> trickle(exchange, "a".repeat(500), 1);
        case "/trickling" -> trickle(exchange, "a", 50);
        case "/silent" -> await(60_000);
        case "/moved" -> {
          exchange.getResponseHeaders().set("Location", "/elsewhere");
          send(exchange, 302, "{}");
        }
        default -> send(exchange, 503, "{}");
      }
    } catch (IOException e) {
      // The gateway has hung up, as it should.
      end.countDown();
    }
  }

  private static void send(HttpExchange exchange, int status, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  /** Goes on for ever, in pieces. */
  private void trickle(HttpExchange exchange, String piece, int millis) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    OutputStream body = exchange.getResponseBody();
    while (!await(millis)) {
      body.write(piece.getBytes(StandardCharsets.UTF_8));
      body.flush();
    }
  }

  private boolean await(int millis) {
    try {
      return end.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private String url(String path) {
    return "http://127.0.0.1:" + provider.getAddress().getPort() + path;
  }

  @Test
  void takesADocumentOfTheLargestSize() throws IOException {
    assertEquals(
        "{}", new String(documents.get(url("/good"), MOST, MILLIS), StandardCharsets.UTF_8));
    assertEquals(MOST, documents.get(url("/exact"), MOST, 5_000).length);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/larger", "/endless", "/trickling", "/silent", "/moved", "/unavailable"})
  void failsSoonForAnythingElse(String path) {
    long start = System.nanoTime();
    assertThrows(IOException.class, () -> documents.get(url(path), MOST, MILLIS));
    Duration taken = Duration.ofNanos(System.nanoTime() - start);
    assertTrue(taken.toMillis() < 10 * MILLIS, taken::toString);
    assertEquals(0, elsewhere.get());
  }

  @Test
  void failsWhereNobodyListens() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    assertThrows(
        IOException.class, () -> documents.get("http://127.0.0.1:" + port + "/", MOST, MILLIS));
    assertThrows(IOException.class, () -> documents.get("http://:x/", MOST, MILLIS));
    assertThrows(IOException.class, () -> documents.get("file:///etc/passwd", MOST, MILLIS));
  }
}
