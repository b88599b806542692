package io.gatemason.runtime.websocket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatemason.runtime.store.redis.RedisFixture;
import io.gatemason.runtime.websocket.RawSocket.Frame;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Connections of three processes over a real Redis. */
@Timeout(60)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SharedSocketsTest {
  private static final BlockingQueue<String> ENDS = new LinkedBlockingQueue<>();
  private static final List<SocketProcess> PROCESSES = new ArrayList<>();
  private static final Duration SOON = Duration.ofSeconds(10);

  @TempDir static Path folder;
  private static RedisFixture redis;
  private static HttpClient client;

  private record Called(int status, String body, Duration time) {}

  @BeforeAll
  static void start() throws Exception {
    redis = new RedisFixture();
    client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    for (int i = 0; i < 3; i++) {
      PROCESSES.add(
          SocketProcess.start(
              folder.resolve("gateway-" + i + ".log"),
              ENDS,
              "-Dgateway.store.redis.uri=" + redis.uri(),
              "-Dgateway.store.timeout=PT2S"));
    }
  }

  @AfterAll
  static void stop() throws IOException {
    PROCESSES.forEach(SocketProcess::close);
    client.close();
    redis.close();
  }

  private static String idOf(RawSocket socket) throws IOException {
    socket.text("who");
    return socket.message();
  }

  private static Called call(int process, String verb, String id, String body) throws Exception {
    String path = "/dev/@connections/" + URLEncoder.encode(id, StandardCharsets.UTF_8);
    URI uri = URI.create("http://127.0.0.1:" + PROCESSES.get(process).port() + path);
    long start = System.nanoTime();
    HttpResponse<String> answer =
        client.send(
            HttpRequest.newBuilder(uri)
                .method(verb, HttpRequest.BodyPublishers.ofString(body))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    Duration time = Duration.ofNanos(System.nanoTime() - start);
    return new Called(answer.statusCode(), answer.body(), time);
  }

  /** Calls until the status is there; how long that took. */
  private static Duration until(int status, int process, String id) throws Exception {
    long start = System.nanoTime();
    while (call(process, "POST", id, "still there?").status() != status) {
      Duration waited = Duration.ofNanos(System.nanoTime() - start);
      assertTrue(waited.compareTo(Duration.ofSeconds(20)) < 0, "no " + status);
      Thread.sleep(100);
    }
    return Duration.ofNanos(System.nanoTime() - start);
  }

  private static String end() throws InterruptedException {
    return String.valueOf(ENDS.poll(10, TimeUnit.SECONDS));
  }

  private static void noMoreEnds() throws InterruptedException {
    assertNull(ENDS.poll(2, TimeUnit.SECONDS));
  }

  @Test
  @Order(1)
  void reachConnectionsOfEachOther() throws Exception {
    try (RawSocket socket = RawSocket.open(PROCESSES.get(0).port())) {
      String id = idOf(socket);
      String large = "grüße ".repeat(15_000);
      for (int process = 0; process < 3; process++) {
        assertEquals(new Called(200, "", Duration.ZERO), untimed(call(process, "POST", id, large)));
        assertEquals(large, socket.message());
        assertTrue(call(process, "GET", id, "").body().contains("\"sourceIp\" : \"127.0.0.1\""));
      }
      assertEquals(204, call(2, "DELETE", id, "").status());
      assertEquals(1000, socket.receive().code());
      socket.closeWith(1000, "");
      assertEquals(id + " 1000 {principalId=eve, level=7}", sorted(end()));
      for (int process = 0; process < 3; process++) {
        assertEquals(410, call(process, "POST", id, "late").status());
      }
      noMoreEnds();
    }
  }

  private static Called untimed(Called called) {
    return new Called(called.status(), called.body(), Duration.ZERO);
  }

  /** What the authorizer said has no order. */
  private static String sorted(String end) {
    return end.replace("{level=7, principalId=eve}", "{principalId=eve, level=7}");
  }

  @Test
  @Order(2)
  void findConnectionsAgainWhenRedisHasForgottenThem() throws Exception {
    try (RawSocket socket = RawSocket.open(PROCESSES.get(1).port())) {
      String id = idOf(socket);
      redis.kill();
      Called lost = call(0, "POST", id, "nobody knows");
      assertEquals(429, lost.status());
      redis.restart();
      until(200, 0, id);
      assertEquals("still there?", socket.message());
    }
    assertTrue(end().contains(" 1006 "));
    noMoreEnds();
  }

  @Test
  @Order(3)
  void waitTwoSecondsForTheOwnerAndBuryTheOneThatStandsStill() throws Exception {
    try (RawSocket socket = RawSocket.open(PROCESSES.get(1).port())) {
      String id = idOf(socket);
      PROCESSES.get(1).signal("STOP");
      Called silent = call(0, "POST", id, "anybody?");
      assertEquals(429, silent.status());
      assertTrue(silent.body().startsWith("{\"message\": \"Limit Exceeded\""), silent.body());
      assertTrue(silent.time().toMillis() >= 1_900 && silent.time().toMillis() < 4_000);
      Duration gone = until(410, 2, id);
      assertTrue(gone.compareTo(SOON) < 0, gone.toString());
      assertEquals(id + " 1006 {principalId=eve, level=7}", sorted(end()));
      PROCESSES.get(1).signal("CONT");
      Frame closed = socket.receive();
      assertEquals(1001, closed.code(), "what was never taken is not sent late");
      socket.closeWith(1001, "");
      noMoreEnds();
    }
    try (RawSocket socket = RawSocket.open(PROCESSES.get(1).port())) {
      String id = idOf(socket);
      assertEquals(200, call(0, "POST", id, "welcome back").status());
      assertEquals("welcome back", socket.message());
    }
    assertTrue(end().contains(" 1006 "));
  }

  @Test
  @Order(4)
  void tellTheEndOfConnectionsOfADeadProcessOnce() throws Exception {
    Set<String> expected = new TreeSet<>();
    List<RawSocket> sockets = new ArrayList<>();
    String last = "";
    for (int i = 0; i < 40; i++) {
      RawSocket socket = RawSocket.open(PROCESSES.get(2).port());
      sockets.add(socket);
      last = idOf(socket);
      expected.add(last + " 1006 {principalId=eve, level=7}");
    }
    PROCESSES.get(2).close();
    Duration gone = until(410, 0, last);
    assertTrue(gone.compareTo(SOON) < 0, gone.toString());
    Set<String> told = new TreeSet<>();
    for (int i = 0; i < sockets.size(); i++) {
      assertTrue(told.add(sorted(end())), "twice");
      sockets.get(i).close();
    }
    assertEquals(expected, told);
    noMoreEnds();
  }

  @Test
  @Order(5)
  void tellTheEndThemselvesWhenTheyStop() throws Exception {
    try (RawSocket socket = RawSocket.open(PROCESSES.get(1).port())) {
      String id = idOf(socket);
      PROCESSES.get(1).signal("TERM");
      assertEquals(1001, socket.receive().code());
      socket.closeWith(1001, "");
      assertEquals(id + " 1001 {principalId=eve, level=7}", sorted(end()));
      assertEquals(410, call(0, "POST", id, "late").status());
      noMoreEnds();
    }
  }
}
