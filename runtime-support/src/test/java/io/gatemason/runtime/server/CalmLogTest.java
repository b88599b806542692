package io.gatemason.runtime.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatemason.runtime.exchange.ApiInfo;
import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.failure.AccessFailures;
import io.gatemason.runtime.json.JsonPath;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whoever makes requests fail in masses fills no log: one line each, so many a second. */
@Timeout(60)
final class CalmLogTest {
  private static final JsonPath PATH = JsonPath.compile("a");
  private static final Logger ROOT = Logger.getLogger("");

  private final ConcurrentLinkedQueue<LogRecord> lines = new ConcurrentLinkedQueue<>();
  private final Handler recording =
      new Handler() {
        @Override
        public void publish(LogRecord line) {
          lines.add(line);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };
  private GatewayServer server;

  @BeforeEach
  void start() {
    server =
        TestApi.start(
            new TestApi(ApiInfo.of("one", ""))
                .method("GET", "/long", exchange -> tell(exchange, "x".repeat(100_000)))
                .method("POST", "/path", exchange -> tell(exchange, exchange.bodyPath(PATH)))
                .method("GET", "/guarded", CalmLogTest::misjudge)
                .method("GET", "/fails", CalmLogTest::fail));
    ROOT.addHandler(recording);
  }

  @AfterEach
  void stop() {
    ROOT.removeHandler(recording);
    server.stop();
  }

  private static void tell(Exchange exchange, Object what) {
    exchange.answer(200).body("text/plain", String.valueOf(what)).send();
  }

  private static void fail(Exchange exchange) {
    throw new IllegalStateException("a defect");
  }

  private static void misjudge(Exchange exchange) {
    exchange.record().authorizer("users", false);
    throw AccessFailures.authorizerMisconfigured("no answer");
  }

  @Test
  void anAuthorizerThatFailsIsWorthOneLineWithItsName() throws Exception {
    int requests = 0;
    // Lines may still be kept back because of what failed in this second before.
    while (loud().isEmpty()) {
      assertEquals(500, RawClient.get(server.port(), "/guarded").status());
      requests++;
    }
    server.stop();
    assertTrue(loud().size() <= requests, loud().size() + " lines of " + requests);
    for (String line : loud()) {
      assertEquals(
          "request <id> (GET /guarded, authorizer users): Execution failed due to configuration"
              + " error: Authorizer error: no answer",
          line.replaceFirst("[0-9a-f-]{36}", "<id>")
              .replaceFirst(" \\([0-9]+ before were left out\\)$", ""));
    }
  }

  @Test
  void clientsThatHangUpOnManyStreamsAreWorthNoLine() throws IOException {
    int hungUp = 0;
    for (int connection = 0; connection < 200; connection++) {
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
        OutputStream out = socket.getOutputStream();
        ByteArrayOutputStream frames = new ByteArrayOutputStream();
        frames.writeBytes("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        frames.writeBytes(frame(4, 0, 0, new byte[0]));
        for (int stream = 1; stream < 200; stream += 2) {
          frames.writeBytes(frame(1, 5, stream, head("/long")));
        }
        socket.setSoLinger(connection % 2 == 0, 0);
        out.write(frames.toByteArray());
        hungUp++;
      } catch (SocketException e) {
        // The server has hung up first.
      }
    }
    assertTrue(hungUp > 100, hungUp + " connections");
    assertEquals(200, RawClient.get(server.port(), "/long").status());
    server.stop();
    assertCalm(20);
  }

  @Test
  void requestsThatTheirClientsSpoilAreWorthNoLine() throws Exception {
    inParallel(
        2_000,
        () -> {
          byte[] body = "{\"a\": ".getBytes(StandardCharsets.UTF_8);
          String head = RawClient.head("POST /path", "Content-Length: " + body.length);
          assertEquals(400, RawClient.send(server.port(), head, body).status());
        });
    inParallel(
        500,
        () -> {
          String head = "GET <x> HTTP/1.1\r\nHost: x\r\n\r\n";
          assertEquals(400, RawClient.send(server.port(), head, new byte[0]).status());
        });
    server.stop();
    assertCalm(20);
  }

  @Test
  void defectsAreShownTwiceASecond() throws Exception {
    long begin = System.nanoTime();
    inParallel(1_000, () -> assertEquals(500, RawClient.get(server.port(), "/fails").status()));
    long seconds = 1 + (System.nanoTime() - begin) / 1_000_000_000;
    List<LogRecord> traces = lines.stream().filter(line -> line.getThrown() != null).toList();
    assertTrue(traces.size() <= 2 * (seconds + 1), traces.size() + " in " + seconds + " s");
    assertTrue(!traces.isEmpty());
    assertTrue(lines.size() <= 110 * (seconds + 1), lines.size() + " in " + seconds + " s");
  }

  /** Nothing was thrown, and no more was said than that. */
  private void assertCalm(int most) {
    for (LogRecord line : lines) {
      assertNull(line.getThrown(), line.getMessage());
    }
    assertEquals(List.of(), loud());
    assertTrue(lines.size() <= most, lines.size() + " lines");
  }

  private List<String> loud() {
    return lines.stream()
        .filter(line -> line.getLevel().intValue() >= Level.WARNING.intValue())
        .map(LogRecord::getMessage)
        .toList();
  }

  private interface Call {
    void run() throws Exception;
  }

  private static void inParallel(int times, Call call) throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      var calls = new java.util.ArrayList<java.util.concurrent.Future<?>>();
      for (int i = 0; i < times; i++) {
        calls.add(
            threads.submit(
                () -> {
                  call.run();
                  return null;
                }));
      }
      for (var one : calls) {
        one.get();
      }
    }
  }

  private static byte[] frame(int type, int flags, int stream, byte[] payload) {
    ByteArrayOutputStream frame = new ByteArrayOutputStream();
    frame.writeBytes(new byte[] {0, 0, (byte) payload.length, (byte) type, (byte) flags});
    frame.writeBytes(new byte[] {0, 0, 0, (byte) stream});
    frame.writeBytes(payload);
    return frame.toByteArray();
  }

  private static byte[] head(String path) {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    head.writeBytes(new byte[] {(byte) 0x82, (byte) 0x86, 0x01, 1, 'a', 0x04});
    head.write(path.length());
    head.writeBytes(path.getBytes(StandardCharsets.US_ASCII));
    return head.toByteArray();
  }
}
