package io.gatemason.runtime.websocket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatemason.runtime.exchange.ContextVariable;
import io.gatemason.runtime.payload.Payload;
import io.gatemason.runtime.server.GatewayServer;
import io.gatemason.runtime.server.GatewaySettings;
import io.gatemason.runtime.service.Services;
import io.helidon.config.Config;
import io.helidon.config.ConfigSources;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that mean harm: nobody else suffers from them. */
@Timeout(60)
class HostileClientsTest {

  private static void eventually(String what, Condition condition) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (!condition.holds()) {
      assertTrue(System.nanoTime() < end, what);
      Thread.sleep(20);
    }
  }

  private interface Condition {
    boolean holds() throws Exception;
  }

  @Test
  void messagesThatNeverEndHoldNoMoreThanTheMemoryOfTheService() throws Exception {
    Config config =
        Config.just(
            ConfigSources.create(
                Map.of(
                    "server.port", "0",
                    "server.host", "127.0.0.1",
                    "gateway.limits.in-flight-bytes", "1000000")));
    GatewayServer server =
        GatewayServer.start(
            GatewaySettings.of(config),
            Services.open(config),
            services -> List.of(new SocketProcess.Api(services)));
    List<RawSocket> attackers = new ArrayList<>();
    try {
      byte[] part = "x".repeat(30_000).getBytes(StandardCharsets.UTF_8);
      int refused = 0;
      for (int i = 0; i < 8; i++) {
        RawSocket attacker = RawSocket.open(server.port());
        attackers.add(attacker);
        for (int piece = 0; piece < 4; piece++) {
          attacker.send(piece == 0 ? Frames.TEXT : Frames.CONTINUATION, part);
        }
        attacker.send(RawSocket.FIN | Frames.PING, new byte[0]);
        RawSocket.Frame answer = attacker.receive();
        if (answer.opcode() == Frames.CLOSE) {
          assertEquals(1013, answer.code());
          refused++;
        }
      }
      assertTrue(refused > 0 && refused < 8, refused + " refused");
      assertTrue(server.bytesInFlight() <= 1_000_000);
      for (RawSocket attacker : attackers) {
        attacker.close();
      }
      eventually("all is given back", () -> server.bytesInFlight() == 0);
      try (RawSocket client = RawSocket.open(server.port())) {
        client.text("who");
        assertEquals(16, client.message().length());
      }
      eventually("what messages held is given back", () -> server.bytesInFlight() == 0);
    } finally {
      server.stop();
    }
  }

  @Test
  void handshakesThatAreGivenUpLeaveNothingBehind() throws Exception {
    CountDownLatch go = new CountDownLatch(1);
    CountDownLatch begun = new CountDownLatch(200);
    SocketService service =
        new SocketService()
            .on(
                "$connect",
                false,
                exchange -> {
                  begun.countDown();
                  await(go);
                  exchange.proxyAnswer(200).send(Payload.empty());
                })
            .on("$default", true, SocketService::echo)
            .start();
    try (service) {
      for (int i = 0; i < 200; i++) {
        RawSocket client = RawSocket.connect(service.port());
        client.ask();
        client.reset();
      }
      assertTrue(begun.await(20, TimeUnit.SECONDS));
      go.countDown();
      eventually("no connection is left", () -> service.connections.count() == 0);
      try (RawSocket client = RawSocket.open(service.port())) {
        client.text("x");
        assertEquals("<x>", client.message());
      }
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A body of a handshake is a body, whatever it looks like. */
  @ParameterizedTest
  @ValueSource(strings = {"Content-Length: 11", "Transfer-Encoding: chunked"})
  void aBodyOfAHandshakeIsNoMessage(String header) throws Exception {
    try (SocketService service = SocketService.echo();
        RawSocket client = RawSocket.connect(service.port())) {
      byte[] frame =
          RawSocket.frame(RawSocket.FIN | Frames.TEXT, new byte[] {'s', 'l', 'y', 'l', 'y'});
      byte[] body = header.startsWith("Content") ? frame : chunked(frame);
      String head = client.handshakeWith(header + "\r\n", body);
      if (head.startsWith("HTTP/1.1 101 ")) {
        client.text("after");
        assertEquals("<after>", client.message());
      } else {
        assertTrue(head.startsWith("HTTP/1.1 400 "), head);
      }
    }
  }

  private static byte[] chunked(byte[] data) {
    byte[] head = (Integer.toHexString(data.length) + "\r\n").getBytes(StandardCharsets.US_ASCII);
    byte[] tail = "\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    byte[] all = new byte[head.length + data.length + tail.length];
    System.arraycopy(head, 0, all, 0, head.length);
    System.arraycopy(data, 0, all, head.length, data.length);
    System.arraycopy(tail, 0, all, head.length + data.length, tail.length);
    return all;
  }

  @ParameterizedTest
  @CsvSource({
    "..%2F..%2Fdev, 400",
    "AAAAAAAAAAAAAAA=%00, 400",
    "%22%7D%2C%7B%22x%22%3A%22, 400",
    "AAAAAAAAAAAAAAA%3D%0D%0AX-Forged%3A%201, 400",
    "%F0%9F%98%80, 400",
    "AAAAAAAAAAAAAAA%3D, 410",
    "AAAAAAAAAAAAAAA=, 410",
  })
  void judgesIdsThatNobodyWasGiven(String id, int status) throws Exception {
    try (SocketService service = SocketService.echo();
        HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> answer =
          client.send(
              HttpRequest.newBuilder(
                      URI.create("http://127.0.0.1:" + service.port() + "/dev/@connections/" + id))
                  .POST(HttpRequest.BodyPublishers.ofString("x"))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      assertEquals(status, answer.statusCode(), answer.body());
      assertTrue(answer.headers().firstValue("X-Forged").isEmpty());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[[[[", "\"$connect\"", "{\"action\":{\"$connect\":1}}", "{\"action\":null}",
        "{\"action\":\"\"}", "{\"action\":[\"$connect\"]}", "{\"action\":1e999999999}", "\u0000"
      })
  void takesSelectionValuesOfAnyKind(String message) throws Exception {
    try (SocketService service = SocketService.echo();
        RawSocket client = RawSocket.open(service.port())) {
      client.text(message);
      assertEquals("<" + message + ">", client.message());
    }
  }

  @Test
  void takesNestingOfAnyDepth() throws Exception {
    try (SocketService service = SocketService.echo();
        RawSocket client = RawSocket.open(service.port())) {
      for (String message :
          List.of("[".repeat(30_000), "{\"action\":" + "9".repeat(30_000) + "}")) {
        client.text(message);
        assertEquals("<" + message + ">", client.message());
      }
    }
  }

  @Test
  void aClientThatReadsNothingDelaysNobodyElse() throws Exception {
    SocketService service =
        new SocketService()
            .on("$default", true, SocketService::echo)
            .on(
                "id",
                true,
                exchange ->
                    SocketService.answer(
                        exchange, exchange.context().text(ContextVariable.CONNECTION_ID, "")))
            .start();
    try (service;
        RawSocket deaf = RawSocket.open(service.port());
        RawSocket other = RawSocket.open(service.port())) {
      String large = "y".repeat(32_000);
      Thread flood =
          Thread.ofVirtual()
              .start(
                  () -> {
                    try {
                      for (int i = 0; i < 5_000; i++) {
                        deaf.text(large);
                      }
                    } catch (IOException e) {
                      assertTrue(e.getMessage() != null); // The gateway has given the client up.
                    }
                  });
      for (int i = 0; i < 100; i++) {
        other.text("m" + i);
        assertEquals("<m" + i + ">", other.message());
      }
      deaf.reset();
      flood.join();
      eventually("the client is gone", () -> service.connections.count() == 1);
    }
  }
}
