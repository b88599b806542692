package io.gatemason.runtime.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.payload.ContentHandling;
import io.gatemason.runtime.payload.Payload;
import io.gatemason.runtime.server.RawClient.Reply;
import io.gatemason.runtime.template.TemplateOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies of requests: limits, codings, content handling, streaming. */
class RequestPayloadTest extends PayloadCalls {
  private static Reply post(int port, byte[] body, String... headers) throws IOException {
    String[] all = Arrays.copyOf(headers, headers.length + 1);
    all[headers.length] = "Content-Length: " + body.length;
    return RawClient.send(port, RawClient.head("POST /x", all), body);
  }

  private static void echo(Exchange exchange) {
    exchange.answer(200).body("text/plain", exchange.bodyText()).send();
  }

  private static byte[] encoded(String coding, byte[] body) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out =
        switch (coding) {
          case "gzip" -> new GZIPOutputStream(bytes);
          case "deflate" -> new DeflaterOutputStream(bytes);
          default -> new DeflaterOutputStream(bytes, new Deflater(6, true));
        }) {
      out.write(body);
    }
    return bytes.toByteArray();
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "deflate", "bare deflate"})
  void decodesRequestBodies(String coding) throws IOException {
    int port = start(api(), RequestPayloadTest::echo);
    byte[] body = encoded(coding, "hellö".getBytes(UTF_8));
    String header = "Content-Encoding: " + (coding.equals("gzip") ? "GZIP" : "deflate");
    assertEquals("hellö", post(port, body, header).text());
  }

  @ParameterizedTest
  @CsvSource({"br, true", "gzip, true", "gzip, false", "deflate, false"})
  void refusesUnknownCodingsAndCorruptData(String coding, boolean used) throws IOException {
    int port =
        start(
            api(),
            exchange -> exchange.answer(200).body("x", used ? exchange.bodyText() : "").send());
    Reply reply = post(port, "no such data".getBytes(UTF_8), "Content-Encoding: " + coding);
    assertEquals(415, reply.status());
    assertEquals("{\"message\":\"Unsupported Media Type\"}", reply.text());
    assertEquals("BadRequestException", reply.header("x-amzn-ErrorType"));
  }

  @Test
  void refusesATruncatedGzipBody() throws IOException {
    int port = start(api(), RequestPayloadTest::echo);
    byte[] body = encoded("gzip", new byte[10_000]);
    Reply reply = post(port, Arrays.copyOf(body, body.length - 9), "Content-Encoding: gzip");
    assertEquals(415, reply.status());
  }

  @Test
  void refusesDeclaredOversizeInPlainText() throws IOException {
    int port = start(Map.of("gateway.limits.payload-bytes", "10"), api(), RequestPayloadTest::echo);
    assertEquals("0123456789", post(port, "0123456789".getBytes(UTF_8)).text());
    for (String tooLong : List.of("0123456789a", "much more than twice as much")) {
      Reply reply = post(port, tooLong.getBytes(UTF_8));
      assertEquals(413, reply.status());
      assertEquals("HTTP content length exceeded 10 bytes.", reply.text());
      assertEquals("text/plain", reply.header("Content-Type"));
      assertFalse(reply.headers().containsKey("x-amzn-RequestId"));
    }
  }

  @Test
  void refusesDeclaredOversizeInTheWordsOfAnHttpApi() throws IOException {
    int port =
        start(
            Map.of("gateway.limits.payload-bytes", "10"),
            api().toBuilder().httpApi().build(),
            RequestPayloadTest::echo);
    Reply reply = post(port, "0123456789a".getBytes(UTF_8));
    assertEquals(413, reply.status());
    assertEquals("{\"message\":\"Request Entity Too Large\"}", reply.text());
    assertEquals("application/json", reply.header("Content-Type"));
    assertTrue(reply.headers().containsKey("apigw-requestid"));
    assertFalse(reply.headers().containsKey("x-amzn-RequestId"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"7fffffff", "800000000000"})
  void refusesALongChunkBeforeItComes(String size) throws IOException {
    int port =
        start(Map.of("gateway.limits.payload-bytes", "100"), api(), RequestPayloadTest::echo);
    try (RawClient client = new RawClient(port)) {
      client.write(RawClient.head("POST /x", "Transfer-Encoding: chunked"), new byte[0]);
      client.raw(size + "\r\nonly the beginning");
      Reply reply = client.read(false);
      assertEquals(413, reply.status());
      assertEquals("{\"message\":\"Request Too Long\"}", reply.text());
      assertTrue(client.closedByServer());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"no chunk\r\n", "-1\r\n", "\r\n", "0\r\nno end\r\n", "+3\r\n"})
  void refusesMalformedChunks(String chunk) throws IOException {
    int port = start(api(), RequestPayloadTest::echo);
    try (RawClient client = new RawClient(port)) {
      client.write(RawClient.head("POST /x", "Transfer-Encoding: chunked"), new byte[0]);
      client.raw(chunk);
      Reply reply = client.read(false);
      assertEquals(400, reply.status());
      assertEquals("{\"message\":\"Bad Request\"}", reply.text());
      assertTrue(client.closedByServer());
    }
  }

  /** The exchange's failures are not the template's. */
  @Test
  void refusesBodiesThatATemplateReadsAsOthers() throws IOException {
    int port =
        start(
            Map.of("gateway.limits.payload-bytes", "100"),
            api(),
            exchange ->
                exchange
                    .answer(200)
                    .body("x", new TemplateOutput().render(() -> exchange.bodyText()))
                    .send());
    byte[] gzip = encoded("gzip", new byte[90]);
    assertEquals(200, post(port, gzip, "Content-Encoding: gzip").status());
    assertEquals(415, post(port, "none".getBytes(UTF_8), "Content-Encoding: gzip").status());
    byte[] cut = Arrays.copyOf(gzip, gzip.length - 4);
    assertEquals(415, post(port, cut, "Content-Encoding: gzip").status());
    assertEquals(
        413, post(port, encoded("gzip", new byte[200]), "Content-Encoding: gzip").status());
    for (String chunk : List.of("no chunk\r\n", "5\r\nlonger than it says\r\n")) {
      try (RawClient client = new RawClient(port)) {
        client.write(RawClient.head("POST /x", "Transfer-Encoding: chunked"), new byte[0]);
        client.raw(chunk);
        assertEquals(400, client.read(false).status());
        assertTrue(client.closedByServer());
      }
    }
  }

  /** One answer is sent, although what is left of the body is malformed. */
  @ParameterizedTest
  @ValueSource(strings = {"Content-Encoding: br", "Connection: close"})
  void answersOnceWhenTheRestOfTheBodyIsMalformed(String header) throws IOException {
    int port = start(api(), exchange -> exchange.proxyAnswer(200).send(Payload.empty()));
    try (RawClient client = new RawClient(port)) {
      client.write(RawClient.head("POST /x", header, "Transfer-Encoding: chunked"), new byte[0]);
      client.raw("no chunk\r\n");
      assertEquals(header.endsWith("br") ? 415 : 200, client.read(false).status());
      assertTrue(client.closedByServer());
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void refusesUndeclaredOversizeWithAGatewayResponse(boolean used) throws IOException {
    int port =
        start(
            Map.of("gateway.limits.payload-bytes", "10"),
            api(),
            exchange -> exchange.answer(200).body("x", used ? exchange.bodyText() : "").send());
    String head = RawClient.head("POST /x", "Transfer-Encoding: chunked");
    Reply fits = RawClient.send(port, head, "a\r\n0123456789\r\n0\r\n\r\n".getBytes(UTF_8));
    assertEquals(200, fits.status());
    Reply reply = RawClient.send(port, head, "b\r\n0123456789a\r\n0\r\n\r\n".getBytes(UTF_8));
    assertEquals(413, reply.status());
    assertEquals("{\"message\":\"Request Too Long\"}", reply.text());
  }

  /** What follows in the body looks like a request, and must not be served as one. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: 2000000",
        "Content-Encoding: br\nContent-Length: 60",
        "Transfer-Encoding: chunked"
      })
  void neverTakesTheRestOfARefusedBodyForARequest(String framing) throws IOException {
    int port =
        start(Map.of("gateway.limits.payload-bytes", "100"), api(), RequestPayloadTest::echo);
    String smuggled = "GET /smuggled HTTP/1.1\r\nHost: localhost\r\nX: 0123456789abcde\r\n\r\n";
    try (RawClient client = new RawClient(port)) {
      client.write(RawClient.head("POST /x", framing), new byte[0]);
      boolean chunked = framing.startsWith("Transfer");
      String body = smuggled + smuggled;
      client.raw(chunked ? "7e\r\n" + body + "\r\n0\r\n\r\n" : body);
      assertTrue(client.read(false).status() >= 413);
      assertTrue(client.closedByServer());
    }
  }

  @Test
  void stopsDecompressionBombsAtTheLimit() throws IOException {
    int port = start(api(), RequestPayloadTest::echo);
    Reply reply = post(port, encoded("gzip", new byte[11_000_000]), "Content-Encoding: gzip");
    assertEquals(413, reply.status());
    assertEquals("{\"message\":\"Request Too Long\"}", reply.text());
  }

  @Test
  void limitsUrlAndHeaders() throws IOException {
    int port = start(api(), RequestPayloadTest::echo);
    assertEquals(200, RawClient.get(port, "/" + "x".repeat(10_239)).status());
    assertEquals(414, RawClient.get(port, "/" + "x".repeat(10_240)).status());
    assertEquals(
        "414{\"message\":\"Request URI too long\"}",
        RawClient.get(port, "/" + "x".repeat(20_000)).statusAndText());
    assertEquals(200, RawClient.get(port, "/x", "A: " + "x".repeat(10_200)).status());
    Reply reply = RawClient.get(port, "/x", "A: " + "x".repeat(10_240));
    assertEquals(431, reply.status());
    assertEquals("{\"message\":\"Request Header Fields Too Large\"}", reply.text());
    assertEquals(36, reply.header("x-amzn-RequestId").length());
  }

  @Test
  void saysNothingOfTheParsersOwnWords() throws IOException {
    int port = start(api(), RequestPayloadTest::echo);
    Reply reply = RawClient.send(port, "GET <script> HTTP/1.1\nHost: x", new byte[0]);
    assertEquals(400, reply.status());
    assertEquals("{\"message\":\"Bad Request\"}", reply.text());
  }

  /** The request table of content handling: binary type or not, handling, body in, body out. */
  @ParameterizedTest
  @CsvSource({
    "text/plain, , a\u00ff, a\ufffd",
    "text/plain, CONVERT_TO_TEXT, abc, abc",
    "text/plain, CONVERT_TO_BINARY, YWJj, abc",
    "text/plain, CONVERT_TO_BINARY, ***, 500",
    "image/png, , a\u00ff, a\u00ff",
    "image/png; q=1, CONVERT_TO_BINARY, a\u00ff, a\u00ff",
    "IMAGE/PNG, CONVERT_TO_TEXT, a\u00ff, Yf8="
  })
  void convertsRequestPayloads(
      String type, @Nullable ContentHandling handling, String sent, String expected)
      throws IOException {
    byte[][] seen = new byte[1][];
    int port =
        start(
            api().toBuilder().binaryMediaTypes("image/*").build(),
            exchange -> {
              seen[0] = exchange.requestPayload(handling).bytes();
              exchange.answer(200).send();
            });
    Reply reply = post(port, sent.getBytes(ISO_8859_1), "Content-Type: " + type);
    if (expected.equals("500")) {
      assertEquals("{\"message\": \"Internal server error\"}", reply.text());
    } else {
      boolean bytes = type.startsWith("image");
      assertArrayEquals(expected.getBytes(bytes ? ISO_8859_1 : UTF_8), seen[0]);
    }
  }

  @Test
  void keepsTextWholeWhenItComesInPieces() throws IOException {
    byte[][] seen = new byte[1][];
    int port =
        start(
            api(),
            exchange -> {
              Payload payload = exchange.requestPayload(null);
              assertEquals(-1, payload.length());
              seen[0] = payload.bytes();
              exchange.answer(200).send();
            });
    ByteArrayOutputStream chunks = new ByteArrayOutputStream();
    for (byte b : "é€😀x".getBytes(UTF_8)) {
      chunks.write(new byte[] {'1', '\r', '\n', b, '\r', '\n'});
    }
    chunks.write("1\r\n\u00e2\r\n0\r\n\r\n".getBytes(ISO_8859_1));
    String head = RawClient.head("POST /x", "Transfer-Encoding: chunked");
    assertEquals(200, RawClient.send(port, head, chunks.toByteArray()).status());
    assertEquals("é€😀x\ufffd", new String(seen[0], UTF_8));
  }

  /** In memory what is invalid becomes U+FFFD wherever it is; on its way text keeps its length. */
  @ParameterizedTest
  @CsvSource({"0, true, true", "0, false, true", "70000, true, true", "70000, false, false"})
  void keepsTheLengthOfLongTextThatBeginsWell(int invalidAt, boolean read, boolean repaired)
      throws IOException {
    byte[] text = "é".repeat(50_000).getBytes(UTF_8);
    text[invalidAt] = (byte) 0xff;
    byte[][] seen = new byte[1][];
    int port =
        start(
            api(),
            exchange -> {
              Payload payload = exchange.requestPayload(null);
              assertEquals(invalidAt == 0, payload.buffered());
              seen[0] = read ? payload.bytes() : readAll(payload.stream());
              exchange.answer(200).send();
            });
    assertEquals(200, post(port, text).status());
    String instead = new String(seen[0], UTF_8).substring(invalidAt / 2, invalidAt / 2 + 2);
    assertEquals(repaired ? "\ufffd\ufffd" : "??", instead);
    assertEquals(repaired ? 100_004 : 100_000, seen[0].length);
  }

  private static byte[] readAll(InputStream stream) {
    try (stream) {
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void streamsBothWaysBeforeTheRequestHasEnded() throws IOException {
    int port =
        start(
            api().toBuilder().binaryMediaTypes("*/*").build(),
            exchange -> {
              Payload payload = exchange.requestPayload(null);
              assertFalse(payload.buffered());
              exchange.proxyAnswer(200).send(payload, "x/y", ContentHandling.CONVERT_TO_BINARY);
            });
    try (RawClient client = new RawClient(port)) {
      client.write(RawClient.head("POST /x", "Transfer-Encoding: chunked"), new byte[0]);
      client.raw("3\r\nabc\r\n");
      assertEquals(200, client.readHeadOnly());
      assertEquals("abc", client.readChunk());
      client.raw("2\r\nde\r\n");
      assertEquals("de", client.readChunk());
      client.raw("0\r\n\r\n");
      assertTrue(client.readChunk().isEmpty());
    }
  }
}
