package io.gatemason.runtime.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.gatemason.runtime.exchange.ApiInfo;
import io.gatemason.runtime.exchange.ContextVariable;
import io.gatemason.runtime.exchange.Exchange;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Requests over HTTP/2 field by field: what is answered, whether the connection serves another
 * request, and what the backend saw (docs/behaviour/listener.md#requests).
 */
@Timeout(60)
final class Http2PayloadTest {
  private static final int DATA = 0;
  private static final int HEADERS = 1;
  private static final int RESET = 3;
  private static final int SETTINGS = 4;
  private static final int GO_AWAY = 7;
  private static final int END_STREAM = 1;
  private static final int END_HEADERS = 4;
  private static final List<String> STATIC_STATUSES =
      List.of("200", "204", "206", "304", "400", "404", "500");

  /** RFC 7541, appendix A. Helidon takes pseudo fields by their index only. */
  private static final Map<String, Integer> STATIC_NAMES =
      Map.of(":authority", 1, ":method", 2, ":path", 4, ":scheme", 6, ":status", 8);

  private static final List<String> SEEN = new CopyOnWriteArrayList<>();
  private static GatewayServer server;

  @BeforeAll
  static void start() {
    server =
        TestApi.start(
            new TestApi(ApiInfo.of("one", "dev"))
                .method("GET", "/probe", exchange -> exchange.answer(200).send())
                .method("ANY", "/{proxy+}", Http2PayloadTest::record));
  }

  /** A stream that anybody still served would hold up the stop. */
  @AfterAll
  static void stop() {
    assertTimeout(Duration.ofSeconds(20), server::stop);
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
            + exchange.context().text(ContextVariable.PATH, "")
            + (body.isEmpty() ? "" : " " + body));
    exchange.answer(200).send();
  }

  static Stream<List<String>> rows() throws IOException {
    return RawPayloads.lines("http2-payloads.tsv");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void isAnsweredAsOverHttp1(List<String> row) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket.setSoTimeout(20_000);
      DataInputStream in = new DataInputStream(socket.getInputStream());
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      out.writeBytes("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(ISO_8859_1));
      frame(out, SETTINGS, 0, 0, new byte[0]);
      request(out, 1, row.subList(3, row.size()));
      write(socket, out);
      String answer = answer(in, 1);
      out.reset();
      request(out, 3, List.of("GET /dev/probe"));
      write(socket, out);
      boolean open = answer(in, 3).equals("200");
      assertEquals(row.get(1), answer + (open ? " open" : " closed"));
      assertEquals(RawPayloads.expand(row.get(2)), SEEN.isEmpty() ? "-" : String.join("; ", SEEN));
    }
  }

  /** One request: what the columns from the fourth on say. */
  private static void request(ByteArrayOutputStream out, int stream, List<String> columns) {
    List<String> fields = columns.stream().filter(column -> !isPart(column)).toList();
    List<String> parts = columns.stream().filter(Http2PayloadTest::isPart).toList();
    int end = parts.isEmpty() ? END_STREAM : 0;
    frame(out, HEADERS, END_HEADERS | end, stream, block(fields));
    for (int i = 0; i < parts.size(); i++) {
      end = i == parts.size() - 1 ? END_STREAM : 0;
      String part = parts.get(i);
      if (part.startsWith("TRAILER ")) {
        byte[] trailer = block(List.of(part.substring(8)));
        frame(out, HEADERS, END_HEADERS | end, stream, trailer);
      } else {
        frame(out, DATA, end, stream, RawPayloads.bytes(part.substring(5)));
      }
    }
  }

  private static boolean isPart(String column) {
    return column.startsWith("DATA ") || column.startsWith("TRAILER ");
  }

  /** A block of fields, each as it is: never indexed, never compressed. */
  private static byte[] block(List<String> fields) {
    ByteArrayOutputStream block = new ByteArrayOutputStream();
    for (String field : fields) {
      if (field.startsWith("GET ") || field.startsWith("POST ")) {
        String[] line = field.split(" ", 2);
        field(block, ":method=" + line[0]);
        field(block, ":scheme=http");
        field(block, ":authority=a");
        field(block, ":path=" + line[1]);
      } else {
        field(block, field);
      }
    }
    return block.toByteArray();
  }

  private static void field(ByteArrayOutputStream block, String field) {
    int equals = field.indexOf('=');
    String name = field.substring(0, equals);
    int known = STATIC_NAMES.getOrDefault(name, 0);
    block.write(0x10 | known);
    if (known == 0) {
      text(block, RawPayloads.bytes(name));
    }
    text(block, RawPayloads.bytes(field.substring(equals + 1)));
  }

  private static void text(ByteArrayOutputStream block, byte[] text) {
    int rest = text.length;
    if (rest < 127) {
      block.write(rest);
    } else {
      block.write(127);
      for (rest -= 127; rest >= 128; rest >>= 7) {
        block.write(rest & 127 | 128);
      }
      block.write(rest);
    }
    block.writeBytes(text);
  }

  private static void frame(
      ByteArrayOutputStream out, int type, int flags, int stream, byte[] payload) {
    out.writeBytes(ByteBuffer.allocate(4).putInt(payload.length << 8 | type).array());
    out.write(flags);
    out.writeBytes(ByteBuffer.allocate(4).putInt(stream).array());
    out.writeBytes(payload);
  }

  private static void write(Socket socket, ByteArrayOutputStream out) {
    try {
      socket.getOutputStream().write(out.toByteArray());
    } catch (IOException e) {
      // The server may have closed already; what it said is read all the same.
    }
  }

  /** A status, or how else the stream or the connection ended, with its code. */
  private static String answer(DataInputStream in, int stream) throws IOException {
    try {
      while (true) {
        int head = in.readInt();
        in.readByte();
        int id = in.readInt();
        byte[] payload = in.readNBytes(head >>> 8);
        int type = head & 0xff;
        if (type == GO_AWAY) {
          return "goaway " + ByteBuffer.wrap(payload).getInt(4);
        }
        if (type == RESET && id == stream) {
          return "reset " + ByteBuffer.wrap(payload).getInt();
        }
        String status = type == HEADERS && id == stream ? status(payload) : "100";
        if (!status.equals("100")) {
          return status;
        }
      }
    } catch (EOFException | SocketException e) {
      return "end";
    }
  }

  /** The status, which is the first field: by the table of RFC 7541, appendix A, or as text. */
  private static String status(byte[] block) {
    int first = block[0] & 0xff;
    if (first >= 0x88 && first <= 0x8e) {
      return STATIC_STATUSES.get(first - 0x88);
    }
    return new String(block, 2, block[1] & 0x7f, ISO_8859_1);
  }
}
