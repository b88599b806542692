package io.gatemason.runtime.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.gatemason.runtime.exchange.ApiInfo;
import io.gatemason.runtime.payload.ContentHandling;
import io.gatemason.runtime.payload.Payload;
import io.gatemason.runtime.payload.PayloadSource;
import io.gatemason.runtime.server.RawClient.Reply;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bodies of answers: content handling, compression, answers without one. */
class ResponsePayloadTest extends PayloadCalls {
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 0, (byte) 0xFF};

  /** The response table of content handling, for an API with and without binary media types. */
  @ParameterizedTest
  @CsvSource({
    "false, text/plain, image/png, , a\u00ff, a\u00ef\u00bf\u00bd",
    "false, image/png, image/png, CONVERT_TO_BINARY, YWJj, abc",
    "false, image/png, image/png, CONVERT_TO_TEXT, abc, abc",
    "true, text/plain, text/html, , abc, abc",
    "true, text/plain, text/html, CONVERT_TO_BINARY, YWJj, abc",
    "true, text/plain, text/html, CONVERT_TO_TEXT, abc, abc",
    "true, text/plain, image/png, , YWJj, abc",
    "true, text/plain, image/png, CONVERT_TO_BINARY, YWJj, abc",
    "true, text/plain, image/png, CONVERT_TO_TEXT, abc, abc",
    "true, image/gif, text/html, , a\u00ff, Yf8=",
    "true, image/gif, text/html, CONVERT_TO_BINARY, a\u00ff, a\u00ff",
    "true, image/gif, text/html, CONVERT_TO_TEXT, a\u00ff, Yf8=",
    "true, image/gif, 'image/png,*/*', , a\u00ff, a\u00ff",
    "true, image/gif, image/png, CONVERT_TO_BINARY, a\u00ff, a\u00ff",
    "true, image/gif, image/png, CONVERT_TO_TEXT, a\u00ff, Yf8=",
    "true, text/plain, image/png, , ***, 500"
  })
  void convertsResponsePayloads(
      boolean binaryTypes,
      String type,
      String accept,
      @Nullable ContentHandling handling,
      String backend,
      String expected)
      throws IOException {
    ApiInfo info = binaryTypes ? api().toBuilder().binaryMediaTypes("image/*").build() : api();
    byte[] payload = backend.getBytes(ISO_8859_1);
    int port =
        start(
            info,
            exchange -> {
              if (exchange.route().segment(0).equals("proxy")) {
                Payload streamed = Payload.of(new ByteArrayInputStream(payload), -1);
                exchange.proxyAnswer(200).send(streamed, type, handling);
              } else {
                var answer = exchange.answer(200).passBody(source(payload, type));
                (handling == null ? answer : answer.contentHandling(handling)).send();
              }
            });
    for (String target : new String[] {"/proxy", "/method"}) {
      Reply reply = RawClient.get(port, target, "Accept: " + accept);
      if (expected.equals("500")) {
        assertEquals("{\"message\": \"Internal server error\"}", reply.text());
      } else {
        assertArrayEquals(expected.getBytes(ISO_8859_1), reply.body(), target);
      }
    }
  }

  private static PayloadSource source(byte[] payload, String type) {
    return new PayloadSource() {
      @Override
      public Payload payload() {
        return Payload.of(payload);
      }

      @Override
      public String contentType() {
        return type;
      }
    };
  }

  @Test
  void keepsTemplatesAwayFromBytes() throws IOException {
    int port =
        start(
            api().toBuilder().binaryMediaTypes("*/*").build(),
            exchange -> {
              boolean request = exchange.route().segment(0).equals("request");
              boolean convert = exchange.route().has(1);
              ContentHandling handling = convert ? ContentHandling.CONVERT_TO_TEXT : null;
              if (request) {
                exchange.requireTextBody(handling);
              }
              var answer = exchange.answer(200).body("text/plain", "template");
              if (convert) {
                answer.contentHandling(ContentHandling.CONVERT_TO_TEXT);
              }
              (request ? answer : answer.requireText(source(PNG, "image/png"))).send();
            });
    for (String target : new String[] {"/request", "/response"}) {
      assertEquals(500, RawClient.get(port, target).status());
      assertEquals("template", RawClient.get(port, target + "/text").text());
    }
  }

  /** A template and a conversion to bytes exclude each other. */
  @ParameterizedTest
  @CsvSource({
    "'', text/plain, image/png, , 200",
    "'', text/plain, image/png, CONVERT_TO_TEXT, 200",
    "'', text/plain, image/png, CONVERT_TO_BINARY, 500",
    "image/*, text/plain, text/html, , 200",
    "image/*, text/plain, text/html, CONVERT_TO_TEXT, 200",
    "image/*, text/plain, text/html, CONVERT_TO_BINARY, 500",
    "image/*, text/plain, image/png, , 500",
    "image/*, text/plain, image/png, CONVERT_TO_TEXT, 200",
    "image/*, image/gif, text/html, , 500",
    "image/*, image/gif, text/html, CONVERT_TO_TEXT, 200",
    "image/*, image/gif, image/png, CONVERT_TO_BINARY, 500"
  })
  void rendersNoTemplateWhereBytesComeOut(
      String binaryTypes,
      String type,
      String accept,
      @Nullable ContentHandling handling,
      int status)
      throws IOException {
    int port =
        start(
            binaryTypes.isEmpty() ? api() : api().toBuilder().binaryMediaTypes(binaryTypes).build(),
            exchange -> {
              var answer = exchange.answer(200).body("text/plain", "template");
              if (handling != null) {
                answer.contentHandling(handling);
              }
              answer.requireText(source(PNG, type)).send();
            });
    assertEquals(status, RawClient.get(port, "/x", "Accept: " + accept).status());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gzip | gzip",
        "deflate | deflate",
        "gzip, deflate, br | gzip",
        "deflate;q=0.5,gzip;q=1.0 | gzip",
        "deflate, gzip;q=0.5 | deflate",
        "br;q=1, gzip;q=0.5 | ''",
        "br, gzip | gzip",
        "* | ''",
        "identity | ''",
        "gzip;q=0 | ''",
        "'' | ''"
      })
  void compressesAsTheClientWants(String accept, String coding) throws IOException {
    int port =
        start(
            api().toBuilder().minimumCompressionSize(100).build(),
            exchange ->
                exchange
                    .answer(200)
                    .body(
                        "text/plain",
                        "x".repeat(exchange.route().segment(0).equals("big") ? 100 : 99))
                    .send());
    Reply reply = RawClient.get(port, "/big", "Accept-Encoding: " + accept);
    assertEquals(coding, reply.header("Content-Encoding"));
    byte[] body = reply.body();
    byte[] plain =
        switch (coding) {
          case "gzip" -> new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes();
          case "deflate" -> new InflaterInputStream(new ByteArrayInputStream(body)).readAllBytes();
          default -> body;
        };
    assertEquals("x".repeat(100), new String(plain, UTF_8));
    assertEquals(
        "", RawClient.get(port, "/small", "Accept-Encoding: " + accept).header("Content-Encoding"));
  }

  @Test
  void compressesStreamsButNotEncodedOnes() throws IOException {
    byte[] text = "y".repeat(200_000).getBytes(UTF_8);
    int port =
        start(
            api().toBuilder().minimumCompressionSize(100).build(),
            exchange -> {
              var answer = exchange.proxyAnswer(200);
              if (exchange.route().segment(0).equals("encoded")) {
                answer.header("Content-Encoding", "br");
              }
              long length = exchange.route().has(1) ? text.length : -1;
              answer.send(Payload.of(new ByteArrayInputStream(text), length), "text/plain", null);
            });
    for (String target : new String[] {"/plain", "/plain/known"}) {
      Reply reply = RawClient.get(port, target, "Accept-Encoding: gzip");
      assertEquals("gzip", reply.header("Content-Encoding"));
      byte[] plain = new GZIPInputStream(new ByteArrayInputStream(reply.body())).readAllBytes();
      assertArrayEquals(text, plain);
      assertArrayEquals(text, RawClient.get(port, target).body());
    }
    Reply reply = RawClient.get(port, "/encoded", "Accept-Encoding: gzip");
    assertEquals("br", reply.header("Content-Encoding"));
    assertArrayEquals(text, reply.body());
  }

  @Test
  void answersHeadWithoutABody() throws IOException {
    int port =
        start(
            api(),
            exchange -> {
              if (exchange.route().segment(0).equals("proxy")) {
                Payload unread = Payload.of(InputStream.nullInputStream(), 12_345);
                exchange.proxyAnswer(200).send(unread, "text/plain", null);
              } else {
                exchange.answer(200).body("text/plain", "four").send();
              }
            });
    Reply method = RawClient.send(port, RawClient.head("HEAD /method"), new byte[0]);
    assertEquals("4", method.header("Content-Length"));
    Reply proxy = RawClient.send(port, RawClient.head("HEAD /proxy"), new byte[0]);
    assertEquals("12345", proxy.header("Content-Length"));
  }

  @Test
  void sendsBodilessStatusesWithoutTheBody() throws IOException {
    int port =
        start(
            api(),
            exchange ->
                exchange
                    .answer(Integer.parseInt(exchange.route().segment(0)))
                    .body("text/plain", "body")
                    .send());
    try (RawClient client = new RawClient(port)) {
      for (int status : new int[] {204, 304, 205, 200}) {
        client.write(RawClient.head("GET /" + status), new byte[0]);
        Reply reply = client.read(false);
        assertEquals(status, reply.status());
        assertEquals(status == 200 ? "body" : "", reply.text());
      }
    }
  }
}
