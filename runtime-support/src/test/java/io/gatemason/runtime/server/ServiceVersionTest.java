package io.gatemason.runtime.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatemason.runtime.exchange.ApiInfo;
import io.gatemason.runtime.exchange.Exchange;
import io.helidon.config.Config;
import io.helidon.config.ConfigSources;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ServiceVersionTest {
  private final HttpClient client = HttpClient.newHttpClient();

  /** The code of a version, which tells when it is closed. */
  private static final class Code extends URLClassLoader {
    private final CountDownLatch closed = new CountDownLatch(1);

    Code() {
      super(new URL[0]);
    }

    @Override
    public void close() {
      closed.countDown();
    }

    boolean isClosed() {
      return closed.getCount() == 0;
    }
  }

  @Test
  void requestsEndWithTheVersionTheyBeganWithAndItsCodeIsClosedAfterThem() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    Code first = new Code();
    Code second = new Code();
    GatewayServer server =
        start(
            null,
            first,
            () -> {
              assertFalse(first.isClosed());
            },
            exchange -> {
              assertSame(first, Thread.currentThread().getContextClassLoader());
              begun.countDown();
              await(goOn);
              answer(exchange, "first");
            });
    CompletableFuture<String> slow =
        client
            .sendAsync(request(server), HttpResponse.BodyHandlers.ofString())
            .thenApply(HttpResponse::body);
    assertTrue(begun.await(30, TimeUnit.SECONDS));

    int port = server.port();
    assertSame(server, start(server, second, () -> {}, exchange -> answer(exchange, "second")));
    assertEquals(port, server.port());
    assertEquals("second", get(server));
    assertFalse(first.isClosed());

    goOn.countDown();
    assertEquals("first", slow.get(30, TimeUnit.SECONDS));
    assertTrue(first.closed.await(30, TimeUnit.SECONDS));
    assertFalse(second.isClosed());

    server.stop();
    assertTrue(second.isClosed());
  }

  @Test
  void noRequestIsRefusedOrLostWhileVersionsFollowEachOther() throws Exception {
    GatewayServer server = start(null, new Code(), () -> {}, exchange -> answer(exchange, "x"));
    AtomicBoolean end = new AtomicBoolean();
    List<CompletableFuture<Integer>> clients =
        List.of(0, 1, 2, 3).stream()
            .map(i -> CompletableFuture.supplyAsync(() -> requests(server, end)))
            .toList();
    for (int i = 0; i < 200; i++) {
      Code code = new Code();
      start(server, code, () -> assertFalse(code.isClosed()), exchange -> answer(exchange, "x"));
    }
    end.set(true);
    for (CompletableFuture<Integer> each : clients) {
      assertTrue(each.get(30, TimeUnit.SECONDS) > 0);
    }
    server.stop();
  }

  private int requests(GatewayServer server, AtomicBoolean end) {
    int count = 0;
    while (!end.get()) {
      assertEquals("x", get(server));
      count++;
    }
    return count;
  }

  private static GatewayServer start(
      GatewayServer running, Code code, AutoCloseable resources, Consumer<Exchange> method) {
    Config config =
        Config.just(ConfigSources.create(Map.of("server.port", "0", "server.host", "127.0.0.1")));
    return GatewayServer.start(
        GatewaySettings.of(config).forVersion(running, code),
        resources,
        List.of(new TestApi(ApiInfo.of("api", "dev")).method("GET", "/x", method)));
  }

  private String get(GatewayServer server) {
    try {
      return client.send(request(server), HttpResponse.BodyHandlers.ofString()).body();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static HttpRequest request(GatewayServer server) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/dev/x"))
        .build();
  }

  private static void answer(Exchange exchange, String text) {
    exchange.answer(200).body("text/plain", text).send();
  }

  private static void await(CountDownLatch latch) {
    try {
      assertTrue(latch.await(30, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
