package io.gatemason.runtime.server;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatemason.runtime.exchange.ApiInfo;
import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.payload.Payload;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How connections with clients begin and end. */
@Timeout(30)
final class ConnectionTest {
  private GatewayServer server;

  @BeforeEach
  void start() {
    server =
        TestApi.start(
            new TestApi(ApiInfo.of("one", "dev"))
                .method("ANY", "/whole", exchange -> exchange.answer(200).send())
                .method("ANY", "/streamed", ConnectionTest::stream));
  }

  private static void stream(Exchange exchange) {
    byte[] body = new byte[100_000];
    exchange.proxyAnswer(200).send(Payload.of(new ByteArrayInputStream(body), -1));
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /dev/whole",
        "HEAD /dev/whole",
        "GET /dev/streamed",
        "GET /dev/unknown",
        "GET /nowhere",
        "GET /ping"
      })
  void closesAfterTheAnswerThatIsToBeTheLast(String request) throws IOException {
    try (RawClient client = new RawClient(server.port())) {
      String head = RawClient.head(request, "Connection: close");
      // In one piece: what comes after the end may reset the connection.
      client.write(head + "\n\n" + head, new byte[0]);
      RawClient.Reply reply = client.read(request.startsWith("HEAD"));
      assertEquals("close", reply.header("connection"));
      assertEquals(
          request.endsWith("streamed") ? 100_000 : reply.body().length, reply.body().length);
      assertTrue(client.closedByServer());
    }
  }

  /**
   * A client that awaits a word before it sends its body may send it without one, or not at all.
   */
  @ParameterizedTest
  @CsvSource({
    "/dev/whole, Content-Length: 3, 200",
    "/dev/unknown, Content-Length: 3, 403",
    "/nowhere, Content-Length: 3, 403",
    "/dev/whole, Content-Length: 10485761, 413",
    "/dev/whole, Content-Length: 3\\nContent-Encoding: br, 415",
    "/dev/whole, Content-Length: 3\\nConnection: close, 200"
  })
  void closesWhenTheBodyMayOrMayNotCome(String path, String headers, int status)
      throws IOException {
    try (RawClient client = new RawClient(server.port())) {
      String[] lines = ("Expect: 100-continue\\n" + headers).split("\\\\n");
      client.write(RawClient.head("POST " + path, lines), new byte[0]);
      assertEquals(status, client.read(false).status());
      assertTrue(client.closedByServer());
    }
  }

  @Test
  void staysOpenOtherwise() throws IOException {
    try (RawClient client = new RawClient(server.port())) {
      for (String request : List.of("GET /dev/whole", "GET /dev/streamed", "GET /ping")) {
        client.write(RawClient.head(request), new byte[0]);
        assertEquals(200, client.read(false).status());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/dev/whole", "/dev/unknown", "/nowhere"})
  void aBodyThatNobodyReadsDoesNotTakeTheLastAnswerAway(String path) throws IOException {
    String head = RawClient.head("POST " + path, "Connection: close", "Content-Length: 3000000");
    for (int i = 0; i < 5; i++) {
      try (RawClient client = new RawClient(server.port())) {
        client.write(head, new byte[3_000_000]);
        assertEquals(path.equals("/dev/whole") ? 200 : 403, client.read(false).status());
        assertTrue(client.closedByServer());
      }
    }
  }

  /** Health checks connect and say nothing, port scanners say anything. */
  @ParameterizedTest
  @ValueSource(strings = {"", "G", "GET /dev/whole HTTP/1.1\r\nHost: a\r\nX-", "PRI * HTTP/2.0"})
  void aClientThatHangsUpEarlyGetsNoAnswerAndLeavesNoTrace(String said) throws IOException {
    List<LogRecord> records = new CopyOnWriteArrayList<>();
    Handler collector = collector(records);
    Logger.getLogger("").addHandler(collector);
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket.getOutputStream().write(said.getBytes(StandardCharsets.US_ASCII));
      socket.shutdownOutput();
      assertArrayEquals(new byte[0], socket.getInputStream().readAllBytes());
    } finally {
      server.stop();
      Logger.getLogger("").removeHandler(collector);
    }
    assertEquals(
        List.of(),
        records.stream()
            .filter(line -> line.getLevel().intValue() > Level.INFO.intValue())
            .filter(
                line -> line.getLoggerName().matches("io\\.(helidon|gatemason.*\\.server)\\..*"))
            .map(line -> line.getLoggerName() + ": " + line.getMessage())
            .toList());
  }

  private static Handler collector(List<LogRecord> records) {
    return new Handler() {
      @Override
      public void publish(LogRecord line) {
        records.add(line);
      }

      @Override
      public void flush() {
        // Nothing is kept back.
      }

      @Override
      public void close() {
        // Nothing is open.
      }
    };
  }

  @Test
  void oneAddressHasSoManyAtTheMost() throws IOException {
    GatewayServer bounded =
        TestApi.start(
            Map.of("gateway.listener.connections-per-address", "2"),
            new TestApi(ApiInfo.of("one", "dev")));
    try (RawClient first = connected(bounded)) {
      try (RawClient second = connected(bounded)) {
        for (int i = 0; i < 3; i++) {
          try (RawClient third = new RawClient(bounded.port())) {
            assertTrue(third.closedByServer());
          }
        }
        assertEquals(200, pinged(second));
      }
      assertServedSoon(bounded);
      assertEquals(200, pinged(first));
    } finally {
      bounded.stop();
    }
  }

  private static RawClient connected(GatewayServer to) throws IOException {
    RawClient client = new RawClient(to.port());
    assertEquals(200, pinged(client));
    return client;
  }

  /** The server learns a little later that a connection has ended. */
  private static void assertServedSoon(GatewayServer by) throws IOException {
    for (int tries = 0; ; tries++) {
      try (RawClient client = new RawClient(by.port())) {
        assertEquals(200, pinged(client));
        return;
      } catch (IOException refused) {
        if (tries == 1_000) {
          throw refused;
        }
        LockSupport.parkNanos(1_000_000);
      }
    }
  }

  private static int pinged(RawClient client) throws IOException {
    client.write(RawClient.head("GET /ping"), new byte[0]);
    return client.read(false).status();
  }

  @Test
  void answersWhatIsNoRequest() throws IOException {
    assertEquals(505, said("GET / HTTP/2.0\r\n\r\n"));
    assertEquals(400, said("garbage\r\n\r\n"));
    assertEquals(400, said("\n"));
  }

  private int said(String text) throws IOException {
    try (RawClient client = new RawClient(server.port())) {
      client.raw(text);
      int status = client.read(false).status();
      assertTrue(client.closedByServer());
      return status;
    }
  }

  @Test
  void recognisesHttp2HoweverItsPrefaceIsCut() throws IOException {
    String preface = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";
    String settings = "\0\0\0\u0004\0\0\0\0\0";
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket.setTcpNoDelay(true);
      for (char c : (preface + settings).toCharArray()) {
        socket.getOutputStream().write(c);
      }
      byte[] header = socket.getInputStream().readNBytes(9);
      assertEquals(4, header[3], "the first frame has to be SETTINGS");
    }
  }
}
