package io.gatemason.runtime.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.gatemason.runtime.exchange.ApiInfo;
import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.payload.Payload;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What HTTP/2 clients are refused, and that this is a matter of one stream. */
@Timeout(30)
final class Http2Test {
  private static final int DATA = 0;
  private static final int HEADERS = 1;
  private static final int SETTINGS = 4;
  private static final int GOAWAY = 7;

  private static final int END_OF_STREAM = 1;
  private static final int END_OF_HEAD = 4;

  /** END_STREAM and END_HEADERS. */
  private static final int WHOLE = 5;

  private GatewayServer server;

  @BeforeEach
  void start() {
    server =
        TestApi.start(
            Map.of("gateway.limits.payload-bytes", "10"),
            new TestApi(ApiInfo.of("one", "dev"))
                .method("ANY", "/x", exchange -> exchange.answer(200).send())
                .method("GET", "/nothing", exchange -> exchange.answer(204).send())
                .method("GET", "/same", exchange -> exchange.answer(304).send())
                .method("GET", "/reset", exchange -> exchange.answer(205).send())
                .method("HEAD", "/untold", exchange -> head(exchange, -1))
                .method("HEAD", "/told", exchange -> head(exchange, 7)));
  }

  private static void head(Exchange exchange, long length) {
    exchange.proxyAnswer(200).send(Payload.of(InputStream.nullInputStream(), length));
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void limitsHeadersAndBodiesAsHttp1Does() throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/dev/x"));
    try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build()) {
      assertEquals("200", answer(client, request));
      assertEquals(
          "431{\"message\":\"Request Header Fields Too Large\"}",
          answer(client, request.copy().header("A", "x".repeat(10_300))));
      HttpRequest.BodyPublisher body = HttpRequest.BodyPublishers.ofString("0123456789a");
      assertEquals(
          "413HTTP content length exceeded 10 bytes.", answer(client, request.copy().POST(body)));
      assertEquals("200", answer(client, request));
    }
  }

  private static String answer(HttpClient client, HttpRequest.Builder request) throws Exception {
    HttpResponse<String> response =
        client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    assertEquals(HttpClient.Version.HTTP_2, response.version());
    return response.statusCode() + response.body();
  }

  @Test
  void aMalformedTargetEndsItsStreamOnly() throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket.setSoTimeout(10_000);
      OutputStream out = socket.getOutputStream();
      out.write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      out.write(frame(SETTINGS, 0, 0, new byte[0]));
      int stream = 1;
      for (String path : new String[] {"/dev/a|b", "/dev/%zz", "/dev/x?q=%", "/dev/x"}) {
        out.write(frame(HEADERS, WHOLE, stream, head(path)));
        // Statuses are in the table of RFC 7541, appendix A.
        assertEquals(path.endsWith("x") ? 0x88 : 0x8c, status(socket, stream), path);
        stream += 2;
      }
    }
  }

  /** RFC 9110 §8.6. */
  @ParameterizedTest
  @CsvSource({
    "GET, nothing, 204, none",
    "GET, same, 304, none",
    "GET, reset, 205, 0",
    "HEAD, untold, 200, none",
    "HEAD, told, 200, 7"
  })
  void answersWithoutABodyHaveNoLengthButThatOfGet(
      String verb, String path, int status, String length) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/dev/" + path))
            .method(verb, HttpRequest.BodyPublishers.noBody())
            .build();
    try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build()) {
      HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      assertEquals(status, answer.statusCode());
      assertEquals(HttpClient.Version.HTTP_2, answer.version());
      assertEquals(length, answer.headers().firstValue("content-length").orElse("none"));
    }
  }

  /** More streams than are served at once, and more frames than Helidon keeps for one of them. */
  @Test
  void bodiesThatNobodyReadsHoldUpNobody() throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket.setSoTimeout(10_000);
      OutputStream out = socket.getOutputStream();
      out.write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      out.write(frame(SETTINGS, 0, 0, new byte[0]));
      int stream = 1;
      for (; stream < 2 * 150; stream += 2) {
        out.write(frame(HEADERS, END_OF_HEAD, stream, head("/dev/x")));
        for (int i = 0; i < 100; i++) {
          out.write(frame(DATA, 0, stream, new byte[100]));
        }
        assertNotEquals(0x88, status(socket, stream), "longer than bodies may be");
      }
      for (int ended = 1; ended < stream; ended += 4) {
        out.write(frame(DATA, END_OF_STREAM, ended, new byte[100]));
      }
      out.write(frame(HEADERS, WHOLE, stream, head("/dev/x")));
      assertEquals(0x88, status(socket, stream));
    }
  }

  /** Two whose table has no room for a field that is to be kept (RFC 7541 §4.4). */
  @Test
  void fieldsThatNoTableHasRoomForAreServed() throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket.setSoTimeout(10_000);
      OutputStream out = socket.getOutputStream();
      out.write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      out.write(frame(SETTINGS, 0, 0, new byte[0]));
      for (int stream = 1; stream < 9; stream += 2) {
        ByteArrayOutputStream block = new ByteArrayOutputStream();
        // The table has to be empty; the field is to be kept in it.
        block.write(0x20);
        block.writeBytes(head("/dev/x"));
        block.writeBytes(new byte[] {0x40, 1, 'a', 1, 'b'});
        out.write(frame(HEADERS, WHOLE, stream, block.toByteArray()));
        assertEquals(0x88, status(socket, stream));
      }
    }
  }

  private static byte[] frame(int type, int flags, int stream, byte[] payload) {
    ByteArrayOutputStream frame = new ByteArrayOutputStream();
    frame.writeBytes(new byte[] {0, 0, (byte) payload.length, (byte) type, (byte) flags});
    frame.writeBytes(new byte[] {0, 0, (byte) (stream >> 8), (byte) stream});
    frame.writeBytes(payload);
    return frame.toByteArray();
  }

  /** The pseudo headers of a GET, names by their index and values as they are. */
  private static byte[] head(String path) {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    head.writeBytes(new byte[] {(byte) 0x82, (byte) 0x86, 0x01, 1, 'a', 0x04});
    head.write(path.length());
    head.writeBytes(path.getBytes(StandardCharsets.US_ASCII));
    return head.toByteArray();
  }

  /** The first byte of the stream's header block. */
  private static int status(Socket socket, int stream) throws IOException {
    DataInputStream in = new DataInputStream(socket.getInputStream());
    while (true) {
      int length = (in.readUnsignedByte() << 16) | in.readUnsignedShort();
      int type = in.readUnsignedByte();
      in.readByte();
      int id = in.readInt();
      byte[] payload = in.readNBytes(length);
      assertNotEquals(GOAWAY, type, () -> "the connection ends: " + Arrays.toString(payload));
      if (type == HEADERS && id == stream) {
        return payload[0] & 0xff;
      }
    }
  }
}
