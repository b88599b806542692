package io.gatemason.runtime.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.gatemason.runtime.exchange.ApiInfo;
import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.payload.Payload;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Raw bytes over HTTP/1: what is answered, whether the connection stays open, and that the backend
 * sees exactly the requests that were answered by it (docs/behaviour/listener.md#requests).
 */
@Timeout(60)
final class Http1PayloadTest {
  private static final String PROBE =
      "GET /dev/probe HTTP/1.1\r\nHost: p\r\nConnection: close\r\n\r\n";
  private static final List<String> SEEN = new CopyOnWriteArrayList<>();
  private static GatewayServer server;

  @BeforeAll
  static void start() {
    server =
        TestApi.start(
            new TestApi(ApiInfo.of("one", "dev"))
                .method("GET", "/probe", exchange -> exchange.answer(200).send())
                .method("GET", "/stream", Http1PayloadTest::stream)
                .method("ANY", "/{proxy+}", Http1PayloadTest::record));
  }

  @AfterAll
  static void stop() {
    server.stop();
  }

  @BeforeEach
  void forget() {
    SEEN.clear();
  }

  private static void record(Exchange exchange) {
    String body = exchange.bodyText();
    SEEN.add(
        exchange.route().httpMethod()
            + " "
            + exchange.context().text(io.gatemason.runtime.exchange.ContextVariable.PATH, "")
            + (body.isEmpty() ? "" : " " + body));
    exchange.answer(200).send();
  }

  private static void stream(Exchange exchange) {
    SEEN.add("GET /dev/stream");
    exchange.proxyAnswer(200).send(Payload.of(new ByteArrayInputStream(new byte[100_000]), -1));
  }

  static Stream<RawPayloads.Row> rows() throws IOException {
    return RawPayloads.rows();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void isAnsweredAsTheGrammarDemands(RawPayloads.Row row) throws IOException {
    List<String> statuses = new ArrayList<>();
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket.setSoTimeout(20_000);
      InputStream in = new BufferedInputStream(socket.getInputStream());
      boolean begun = false;
      for (byte[] part : row.payload()) {
        if (begun) {
          statuses.add(answer(in, false));
        }
        write(socket, part);
        begun = true;
      }
      write(socket, PROBE.getBytes(StandardCharsets.US_ASCII));
      socket.shutdownOutput();
      boolean head =
          new String(row.payload().getFirst(), StandardCharsets.US_ASCII).startsWith("HEAD");
      for (String status = answer(in, head); !status.isEmpty(); status = answer(in, false)) {
        statuses.add(status);
      }
    }
    boolean open = row.expected().endsWith(" open");
    String expected = row.expected().replaceFirst(" (open|closed)$", "") + (open ? ",200" : "");
    assertEquals(expected, String.join(",", statuses));
    assertEquals(row.seen(), SEEN.isEmpty() ? "-" : String.join("; ", SEEN));
  }

  private static void write(Socket socket, byte[] bytes) {
    try {
      socket.getOutputStream().write(bytes);
    } catch (IOException e) {
      // The server may have closed already; what it said is read all the same.
    }
  }

  /** The status of the next answer, whose body is read; "" at the end. */
  private static String answer(InputStream in, boolean head) throws IOException {
    String statusLine = line(in);
    if (statusLine.isEmpty()) {
      return "";
    }
    String length = "";
    boolean chunked = false;
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      String lower = line.toLowerCase(Locale.ROOT);
      length = lower.startsWith("content-length: ") ? line.substring(16) : length;
      chunked |= lower.equals("transfer-encoding: chunked");
    }
    String status = statusLine.substring(9, 12);
    if (!head && chunked) {
      for (int size = size(in); size > 0; size = size(in)) {
        in.readNBytes(size + 2);
      }
      line(in);
    } else if (!head && !length.isEmpty()) {
      in.readNBytes(Integer.parseInt(length));
    } else if (!head && status.charAt(0) > '1') {
      in.readAllBytes();
    }
    return status;
  }

  private static int size(InputStream in) throws IOException {
    return Integer.parseInt(line(in), 16);
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int octet = in.read(); octet >= 0 && octet != '\n'; octet = in.read()) {
      line.write(octet);
    }
    return line.toString(StandardCharsets.ISO_8859_1).strip();
  }
}
