package io.gatemason.runtime.integration;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatemason.runtime.transport.ScriptedBackend;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Bytes of header values beyond ASCII over HTTP/2, as they are and compressed, on their way to a
 * backend (docs/behaviour/integrations.md#header-classes).
 */
@Timeout(60)
final class Http2HeaderBytesTest extends HttpProxyCalls {
  private static final int DATA = 0;
  private static final int HEADERS = 1;
  private static final int SETTINGS = 4;
  private static final int GO_AWAY = 7;
  private static final int END_STREAM = 1;
  private static final int WHOLE = 5;

  /** Strings in the code of RFC 7541, appendix B: caf and é in UTF-8, in ISO 8859-1, and €. */
  private static final String UTF_8 = "20e5fffe3fffeeff";

  private static final String LATIN = "20e5ffffaffffd4f";
  private static final String EURO = "fffedfffe7fffeff";

  @Test
  void reachTheBackendAsOverHttp1() throws IOException {
    ScriptedBackend backend =
        new ScriptedBackend(
            connection -> {
              for (String request = connection.readRequest();
                  !request.isEmpty();
                  request = connection.readRequest()) {
                connection.send(HI);
              }
            });
    opened.add(backend);
    try (Socket client = gateway(backend).connect()) {
      client.getOutputStream().write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(ISO_8859_1));
      client.getOutputStream().write(frame(SETTINGS, 0, new byte[0]));
      // Literals that are kept for later blocks (0x40), and such that are not (0x00).
      ByteArrayOutputStream first = request();
      literal(
          first,
          0x40,
          "x-utf",
          HexFormat.of().formatHex("caf\u00c3\u00a9".getBytes(ISO_8859_1)),
          0);
      literal(first, 0x00, "x-latin", "636166e985", 0);
      literal(first, 0x40, "x-code", UTF_8, 0x80);
      literal(first, 0x40, "x-old", LATIN, 0x80);
      literal(first, 0x10, "x-euro", EURO, 0x80);
      literal(first, 0x00, "x-ascii", "616263", 0);
      exchange(client, 1, first.toByteArray());
      ByteArrayOutputStream second = request();
      // The newest entry of the table, and the two before it.
      second.writeBytes(new byte[] {(byte) 0xBE, (byte) 0xBF, (byte) 0xC0});
      exchange(client, 3, second.toByteArray());
    }
    List<String> seen = headerLines(backend.requests().get(0));
    assertTrue(
        seen.containsAll(
            List.of(
                "x-utf: caf\u00c3\u00a9",
                "x-latin: caf\u00e9\u0085",
                "x-code: caf\u00c3\u00a9",
                "x-old: caf\u00e9\u0085",
                "x-euro: \u00e2\u0082\u00ac",
                "x-ascii: abc")),
        seen.toString());
    List<String> again = headerLines(backend.requests().get(1));
    assertTrue(
        again.containsAll(
            List.of("x-utf: caf\u00c3\u00a9", "x-code: caf\u00c3\u00a9", "x-old: caf\u00e9\u0085")),
        again.toString());
  }

  @Test
  void alsoInLongBlocksOfSeveralFrames() throws IOException {
    ScriptedBackend backend = answering(HI);
    String value = "\u00e9".repeat(9_000);
    try (Socket client = gateway(backend).connect()) {
      client.getOutputStream().write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(ISO_8859_1));
      client.getOutputStream().write(frame(SETTINGS, 0, new byte[0]));
      ByteArrayOutputStream block = request();
      literal(block, 0x40, "x-long", HexFormat.of().formatHex(value.getBytes(ISO_8859_1)), 0);
      exchange(client, 1, block.toByteArray());
    }
    assertTrue(headerLines(backend.requests().get(0)).contains("x-long: " + value));
  }

  /** The client takes the bytes of a value for ISO 8859-1, as all of its time do. */
  @Test
  void comeBackInAnswers() throws Exception {
    Map<String, List<String>> answer =
        answered(
            "X-File: \u00c5\u00bc\u00c5\u00bc.txt\r\nX-Short: \u00e2\u0082\u00ac\r\n"
                + "X-Twice: <<<<\r\nX-Twice: plain\r\nSet-Cookie: a=\"{}\"\r\nSet-Cookie: b=c\r\n"
                + "X-Mark: gatemason-hex-0d0a.\r\nX-Json: {\"a\":\"<<{{}}>>\"}\r\n");
    assertEquals(List.of("\u00c5\u00bc\u00c5\u00bc.txt"), answer.get("x-file"));
    assertEquals(List.of("\u00e2\u0082\u00ac"), answer.get("x-short"));
    assertEquals("<<<<,plain", String.join(",", answer.get("x-twice")).replace(", ", ","));
    assertEquals(List.of("a=\"{}\"", "b=c"), answer.get("set-cookie"));
    assertEquals(List.of("gatemason-hex-0d0a."), answer.get("x-mark"));
    assertEquals(List.of("{\"a\":\"<<{{}}>>\"}"), answer.get("x-json"));
  }

  @Test
  void comeBackInHeadsOfSeveralFrames() throws Exception {
    Map<String, List<String>> answer =
        answered("X-Long: " + "<".repeat(12_000) + "\r\nX-Longer: " + "y".repeat(9_000) + "\r\n");
    assertEquals(List.of("<".repeat(12_000)), answer.get("x-long"));
    assertEquals(List.of("y".repeat(9_000)), answer.get("x-longer"));
  }

  /** The fields that a client gets twice over one connection. */
  private Map<String, List<String>> answered(String fields) throws Exception {
    String answer = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n" + fields + "\r\nhi";
    ScriptedBackend backend =
        new ScriptedBackend(
            connection -> {
              while (!connection.readRequest().isEmpty()) {
                connection.send(answer);
              }
            });
    opened.add(backend);
    HttpRequest request;
    try (Socket socket = gateway(backend).connect()) {
      URI uri = URI.create("http://127.0.0.1:" + socket.getPort() + "/x");
      request = HttpRequest.newBuilder(uri).build();
    }
    try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build()) {
      client.send(request, HttpResponse.BodyHandlers.ofString());
      HttpResponse<String> got = client.send(request, HttpResponse.BodyHandlers.ofString());
      assertEquals(HttpClient.Version.HTTP_2, got.version());
      assertEquals("hi", got.body());
      return got.headers().map();
    }
  }

  /** The pseudo fields of GET http://a/x. */
  private static ByteArrayOutputStream request() {
    ByteArrayOutputStream block = new ByteArrayOutputStream();
    block.writeBytes("\u0082\u0086\u0001\u0001a\u0004\u0002/x".getBytes(ISO_8859_1));
    return block;
  }

  private static void literal(
      ByteArrayOutputStream block, int kind, String name, String hex, int compressed) {
    byte[] value = HexFormat.of().parseHex(hex);
    block.write(kind);
    block.write(name.length());
    block.writeBytes(name.getBytes(ISO_8859_1));
    int rest = value.length;
    if (rest < 127) {
      block.write(compressed | rest);
    } else {
      block.write(compressed | 127);
      for (rest -= 127; rest >= 128; rest >>= 7) {
        block.write(rest & 127 | 128);
      }
      block.write(rest);
    }
    block.writeBytes(value);
  }

  private static void exchange(Socket client, int stream, byte[] block) throws IOException {
    ByteBuffer header = ByteBuffer.wrap(frame(HEADERS, WHOLE, block)).putInt(5, stream);
    client.getOutputStream().write(header.array());
    DataInputStream in = new DataInputStream(client.getInputStream());
    while (true) {
      int head = in.readInt();
      int flags = in.readUnsignedByte();
      int id = in.readInt();
      in.skipNBytes(head >>> 8);
      int type = head & 0xFF;
      assertTrue(type != GO_AWAY, "the connection ends");
      if (id == stream && (type == DATA || type == HEADERS) && (flags & END_STREAM) != 0) {
        return;
      }
    }
  }

  private static byte[] frame(int type, int flags, byte[] payload) {
    return ByteBuffer.allocate(9 + payload.length)
        .putInt(payload.length << 8 | type)
        .put((byte) flags)
        .putInt(0)
        .put(payload)
        .array();
  }
}
