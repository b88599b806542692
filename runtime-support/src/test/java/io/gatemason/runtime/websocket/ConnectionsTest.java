package io.gatemason.runtime.websocket;

import static io.gatemason.runtime.websocket.SocketService.answer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatemason.runtime.exchange.ContextVariable;
import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.failure.GatewayFailure;
import io.gatemason.runtime.payload.Payload;
import io.gatemason.runtime.websocket.RawSocket.Frame;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Connections from the handshake to the end, by the JDK's client and by one that breaks rules. */
@Timeout(60)
class ConnectionsTest {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  /** What the JDK's client got, messages and at last {@code closed code reason}. */
  private static final class Heard implements WebSocket.Listener {
    final BlockingQueue<String> all = new LinkedBlockingQueue<>();
    private final StringBuilder parts = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
      parts.append(data);
      if (last) {
        all.add(parts.toString());
        parts.setLength(0);
      }
      socket.request(1);
      return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
      all.add("closed " + code + " " + reason);
      return null;
    }

    String next() throws InterruptedException {
      return String.valueOf(all.poll(10, TimeUnit.SECONDS));
    }
  }

  private static WebSocket connect(SocketService service, Heard heard, String... protocols) {
    WebSocket.Builder builder = CLIENT.newWebSocketBuilder();
    if (protocols.length > 0) {
      builder.subprotocols(protocols[0]);
    }
    URI uri = URI.create("ws://127.0.0.1:" + service.port() + "/dev");
    return builder.buildAsync(uri, heard).join();
  }

  private static HttpResponse<String> call(
      SocketService service, String verb, String id, String body) throws Exception {
    URI uri =
        URI.create(
            "http://127.0.0.1:"
                + service.port()
                + "/dev/@connections/"
                + URLEncoder.encode(id, StandardCharsets.UTF_8));
    return CLIENT.send(
        HttpRequest.newBuilder(uri).method(verb, HttpRequest.BodyPublishers.ofString(body)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static void answerWithId(Exchange exchange) {
    answer(exchange, exchange.context().text(ContextVariable.CONNECTION_ID, ""));
  }

  @Test
  void speaksWithTheClientOfTheJdk() throws Exception {
    try (SocketService service = SocketService.echo()) {
      Heard heard = new Heard();
      WebSocket socket = connect(service, heard);
      socket.sendText("he", false).join();
      socket.sendText("llo", true).join();
      assertEquals("<hello>", heard.next());
      socket.sendClose(WebSocket.NORMAL_CLOSURE, "done").join();
      assertEquals("closed 1000 done", heard.next());
      assertEquals("1000 done", service.ends.poll(10, TimeUnit.SECONDS));
    }
  }

  @Test
  void selectsTheSubprotocolThatTheRouteAnswers() {
    SocketService service =
        new SocketService()
            .on(
                "$connect",
                false,
                exchange ->
                    exchange
                        .proxyAnswer(200)
                        .header("Sec-WebSocket-Protocol", "chat")
                        .header("Sec-WebSocket-Accept", "forged")
                        .send(Payload.empty()))
            .start();
    try (service) {
      assertEquals("chat", connect(service, new Heard(), "chat").getSubprotocol());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 400, 401, 403, 429, 500, 501, 502, 504})
  void refusesHandshakesWithTheStatusOfTheRoute(int status) {
    SocketService service =
        new SocketService()
            .on("$connect", false, exchange -> exchange.proxyAnswer(status).send(Payload.empty()))
            .start();
    try (service) {
      CompletionException failed =
          assertThrows(CompletionException.class, () -> connect(service, new Heard()));
      WebSocketHandshakeException refused = (WebSocketHandshakeException) failed.getCause();
      assertEquals(status, refused.getResponse().statusCode());
      assertEquals(0, service.connections.count());
    }
  }

  @Test
  void takesTheFirstMessageGluedToTheHandshake() throws IOException {
    try (SocketService service = SocketService.echo();
        RawSocket client = RawSocket.connect(service.port())) {
      byte[] message =
          RawSocket.frame(RawSocket.FIN | Frames.TEXT, "early".getBytes(StandardCharsets.UTF_8));
      String head = client.handshakeWith(message);
      assertTrue(head.startsWith("HTTP/1.1 101 "), head);
      assertEquals("<early>", client.message());
    }
  }

  @Test
  void tellsOfMessagesThatNoRouteTakesOrThatFail() throws IOException {
    SocketService service =
        new SocketService()
            .on(
                "fails",
                false,
                exchange -> {
                  throw new IllegalStateException("a defect");
                })
            .on(
                "late",
                true,
                exchange -> {
                  throw GatewayFailure.integrationTimeout();
                })
            .start();
    try (service;
        RawSocket client = RawSocket.open(service.port())) {
      client.text("{\"action\":\"none\"}");
      assertTrue(client.message().startsWith("{\"message\": \"Forbidden\", \"connectionId\":\""));
      client.text("{\"action\":\"fails\"}");
      assertTrue(client.message().startsWith("{\"message\": \"Internal server error\", \"con"));
      client.text("{\"action\":\"late\"}");
      assertTrue(client.message().startsWith("{\"message\": \"Endpoint request timed out\", "));
    }
  }

  @Test
  void reachesConnectionsFromOutside() throws Exception {
    SocketService service =
        new SocketService().on("$default", true, ConnectionsTest::answerWithId).start();
    try (service) {
      Heard heard = new Heard();
      WebSocket socket = connect(service, heard);
      socket.sendText("who", true).join();
      String id = heard.next();
      assertEquals(200, call(service, "POST", id, "hello").statusCode());
      assertEquals("hello", heard.next());
      assertTrue(call(service, "GET", id, "").body().contains("\"connectedAt\" : \"20"));
      assertEquals(413, call(service, "POST", id, "x".repeat(131_073)).statusCode());
      assertEquals(204, call(service, "DELETE", id, "").statusCode());
      assertEquals("closed 1000 ", heard.next());
      assertNotNull(service.ends.poll(10, TimeUnit.SECONDS));
      HttpResponse<String> gone = call(service, "POST", id, "late");
      assertEquals(410, gone.statusCode());
      assertEquals("", gone.body());
      assertEquals(400, call(service, "POST", id + "x", "late").statusCode());
    }
  }

  @Test
  void closesConnectionsThatAreIdleOrOld() throws Exception {
    try (SocketService service = SocketService.echo()) {
      RawSocket idle = RawSocket.open(service.port());
      RawSocket busy = RawSocket.open(service.port());
      service.pass(Duration.ofMinutes(9));
      busy.text("x");
      assertEquals("<x>", busy.message());
      service.pass(Duration.ofMinutes(1));
      Frame closed = idle.receive();
      assertEquals(1001, closed.code());
      assertEquals("Going away", closed.text().substring(2));
      idle.closeWith(1001, "");
      assertEquals("1001 Going away", service.ends.poll(10, TimeUnit.SECONDS));
      for (int i = 0; i < 12; i++) {
        busy.text("x");
        assertEquals("<x>", busy.message());
        service.pass(Duration.ofMinutes(9));
      }
      busy.text("x");
      Frame next = busy.receive();
      while (next.opcode() == Frames.TEXT) {
        service.pass(Duration.ofMinutes(9));
        next = busy.receive();
      }
      assertEquals(1001, next.code());
      idle.close();
      busy.close();
    }
  }

  @Test
  void closesConnectionsWhenOtherCodeTakesOver() throws Exception {
    try (SocketService service = SocketService.echo();
        RawSocket client = RawSocket.open(service.port())) {
      Thread end = Thread.ofVirtual().start(service.connections::close);
      assertEquals(1001, client.receive().code());
      client.closeWith(1001, "");
      end.join();
      assertEquals("1001 Going away", service.ends.poll());
    }
  }

  @Test
  void cutsClientsThatDoNotAgreeToClose() throws Exception {
    try (SocketService service = SocketService.echo();
        RawSocket client = RawSocket.open(service.port())) {
      service.pass(Duration.ofMinutes(10));
      assertEquals(1001, client.receive().code());
      service.pass(Duration.ofSeconds(5));
      assertEquals(-1, client.receive().opcode());
      assertEquals("1001 Going away", service.ends.poll(10, TimeUnit.SECONDS));
    }
  }

  @Test
  void keepsTheOrderOfMessagesWhereOneIsWorkedForAtATime() throws IOException {
    WebSocketOptions usual = WebSocketOptions.DEFAULT;
    SocketService service =
        new SocketService(
                new WebSocketOptions(
                    usual.frameBytes(),
                    usual.messageBytes(),
                    usual.idle(),
                    usual.life(),
                    usual.closeWait(),
                    1,
                    usual.queuedBytes(),
                    usual.urlChars(),
                    "callbacks.example:8080"))
            .on("$default", true, SocketService::echo)
            .on(
                "host",
                true,
                exchange ->
                    answer(exchange, exchange.context().text(ContextVariable.DOMAIN_NAME, "")))
            .start();
    try (service;
        RawSocket client = RawSocket.open(service.port())) {
      for (int i = 0; i < 200; i++) {
        client.text("m" + i);
      }
      for (int i = 0; i < 200; i++) {
        assertEquals("<m" + i + ">", client.message());
      }
      client.text("{\"action\":\"host\"}");
      assertEquals("callbacks.example:8080", client.message());
    }
  }

  @Test
  void readsNoFurtherThanSoManyMessagesAtOnce() throws Exception {
    CountDownLatch arrived = new CountDownLatch(32);
    CountDownLatch go = new CountDownLatch(1);
    List<String> late = new ArrayList<>();
    SocketService service =
        new SocketService()
            .on(
                "$default",
                false,
                exchange -> {
                  exchange.record().integrationBegins();
                  if (arrived.getCount() == 0) {
                    late.add(exchange.bodyText());
                  }
                  arrived.countDown();
                  await(go);
                })
            .start();
    try (service;
        RawSocket client = RawSocket.open(service.port())) {
      for (int i = 0; i < 40; i++) {
        client.text("m" + i);
      }
      client.send(RawSocket.FIN | Frames.PING, new byte[0]);
      assertTrue(arrived.await(10, TimeUnit.SECONDS));
      assertEquals(List.of(), late);
      go.countDown();
      assertEquals(Frames.PONG, client.receive().opcode());
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      if (!latch.await(10, TimeUnit.SECONDS)) {
        throw new IllegalStateException("nobody came");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void closesConnectionsWhenTheServiceStops() throws Exception {
    SocketService service = SocketService.echo();
    Heard heard = new Heard();
    connect(service, heard);
    service.close();
    assertEquals("closed 1001 Going away", heard.next());
    assertEquals("1001 Going away", service.ends.poll(1, TimeUnit.SECONDS));
  }

  @Test
  void closesConnectionsWhoseHandshakeIsAnsweredAfterTheStopWasAnnounced() throws Exception {
    SocketService service = new SocketService();
    CountDownLatch asked = new CountDownLatch(1);
    service
        .on(
            "$connect",
            false,
            exchange -> {
              asked.countDown();
              awaitClosedPort(service.port());
              answer(exchange, "");
            })
        .start();
    Heard heard = new Heard();
    CompletableFuture<WebSocket> socket =
        CompletableFuture.supplyAsync(() -> connect(service, heard));
    assertTrue(asked.await(10, TimeUnit.SECONDS));
    service.close();
    socket.join();
    assertEquals("closed 1001 Going away", heard.next());
    assertEquals("1001 Going away", service.ends.poll(1, TimeUnit.SECONDS));
  }

  /** The port closes after those who are connected were told of the stop. */
  private static void awaitClosedPort(int port) {
    try {
      while (true) {
        new Socket("127.0.0.1", port).close();
        LockSupport.parkNanos(1_000_000);
      }
    } catch (IOException e) {
      assertTrue(e instanceof ConnectException, e::toString);
    }
  }

  @Test
  void tellsOfClientsThatAreGone() throws Exception {
    try (SocketService service = SocketService.echo()) {
      RawSocket.open(service.port()).close();
      assertEquals("1006 Connection closed abnormally", service.ends.poll(10, TimeUnit.SECONDS));
      assertEquals(0, service.connections.count());
    }
  }
}
