package io.gatemason.runtime.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatemason.runtime.exchange.ApiInfo;
import io.gatemason.runtime.transport.HttpEndpoint;
import io.gatemason.runtime.transport.ScriptedBackend;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that are passed on while they come: the streamed ones, and long ones of any kind. */
@Timeout(60)
final class HttpStreamTest {
  private static final String CHUNKED = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";

  private final List<AutoCloseable> opened = new ArrayList<>();

  @AfterEach
  void closeAll() throws Exception {
    for (AutoCloseable each : opened) {
      each.close();
    }
  }

  @Test
  void theHeadArrivesBeforeTheBodyAndEachPartByItself() throws Exception {
    Semaphore more = new Semaphore(0);
    ScriptedBackend backend =
        backend(
            connection -> {
              connection.send(CHUNKED);
              for (String part : List.of("a", "bc")) {
                await(more);
                connection.send(part.length() + "\r\n" + part + "\r\n");
              }
              await(more);
              connection.send("0\r\n\r\n");
            });
    try (Socket client = gateway(Map.of(), backend).connect()) {
      client.getOutputStream().write(request("GET"));
      InputStream answer = client.getInputStream();
      String head = GatewayFixture.readHead(answer);
      assertTrue(head.startsWith("HTTP/1.1 200 OK\r\n"), head);
      for (String chunk : List.of("1\r\na\r\n", "2\r\nbc\r\n", "0\r\n\r\n")) {
        more.release();
        assertEquals(chunk, latin1(answer.readNBytes(chunk.length())));
      }
    }
  }

  @Test
  void theHeadOfABodyOfKnownLengthArrivesFirstToo() throws Exception {
    Semaphore more = new Semaphore(0);
    ScriptedBackend backend =
        backend(
            connection -> {
              connection.send("HTTP/1.1 203 Mine\r\nContent-Length: 3\r\n\r\n");
              await(more);
              connection.send("a");
              await(more);
              connection.send("bc");
            });
    try (Socket client = gateway(Map.of(), backend).connect()) {
      client.getOutputStream().write(request("GET"));
      InputStream answer = client.getInputStream();
      String head = GatewayFixture.readHead(answer);
      assertTrue(head.contains("\r\nContent-Length: 3\r\n"), head);
      more.release();
      assertEquals("a", latin1(answer.readNBytes(1)));
      more.release();
      assertEquals("bc", latin1(answer.readNBytes(2)));
    }
  }

  @Test
  void neitherConvertsNorCompressesNorLimits() {
    String body = "\u00ff\u00fe".repeat(5_500_000);
    ScriptedBackend backend =
        backend(
            connection ->
                connection.send(
                    "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: "
                        + body.length()
                        + "\r\n\r\n"
                        + body));
    ApiInfo info = ApiInfo.builder("api1", "").minimumCompressionSize(0).build();
    String answer =
        gateway(Map.of(), info, backend, 29_000)
            .send("GET / HTTP/1.1", "Accept-Encoding: gzip\r\n", "");
    assertTrue(answer.endsWith("\r\n\r\n" + body));
    assertFalse(answer.substring(0, 2_000).contains("Content-Encoding"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"HEAD", "GET"})
  void sendsHeadsWithoutBody(String verb) {
    String head = verb.equals("HEAD") ? "200 OK\r\nContent-Length: 9" : "204 No Content";
    ScriptedBackend backend = backend(c -> c.send("HTTP/1.1 " + head + "\r\n\r\n"));
    try (Socket client = gateway(Map.of(), backend).connect()) {
      client.getOutputStream().write(request(verb));
      String answer = GatewayFixture.readHead(client.getInputStream());
      assertTrue(answer.startsWith("HTTP/1.1 " + head.substring(0, 6)), answer);
      assertEquals(verb.equals("HEAD"), answer.contains("\r\nContent-Length: 9\r\n"), answer);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aStreamThatFallsSilentIsCut() {
    ScriptedBackend backend =
        backend(
            connection -> {
              connection.send(CHUNKED + "1\r\na\r\n");
              connection.holdOpen();
            });
    Map<String, String> settings = Map.of("gateway.backend.stream-idle-timeout", "PT0.2S");
    String answer = gateway(settings, backend).get("/");
    assertTrue(answer.endsWith("\r\n\r\n1\r\na\r\n"), answer);
  }

  @Test
  void aStreamThatIsNeverSilentForLongMayLastLonger() {
    ScriptedBackend backend =
        backend(
            connection -> {
              connection.send(CHUNKED);
              connection.trickle("1\r\na\r\n".repeat(10), 20);
              connection.send("0\r\n\r\n");
            });
    Map<String, String> settings = Map.of("gateway.backend.stream-idle-timeout", "PT0.5S");
    assertTrue(gateway(settings, backend).get("/").endsWith("\r\n0\r\n\r\n"));
    ApiInfo info = ApiInfo.of("api1", "");
    assertFalse(gateway(settings, info, backend, 300).get("/").endsWith("\r\n0\r\n\r\n"));
  }

  @Test
  void aBackendThatFailsBeforeItsHeadGetsAGatewayResponse() {
    ScriptedBackend backend = backend(ScriptedBackend.Connection::reset);
    assertTrue(gateway(Map.of(), backend).get("/").startsWith("HTTP/1.1 504 "));
  }

  /** Text of known length, which has to be repaired on its way. */
  @Test
  void longTextArrivesWhileItComes() throws Exception {
    String first = "x".repeat(99_999) + "\u00e2\u0082";
    Semaphore more = new Semaphore(0);
    ScriptedBackend backend =
        backend(
            connection -> {
              connection.send("HTTP/1.1 200 OK\r\nContent-Length: 100003\r\n\r\n" + first);
              await(more);
              connection.send("\u00ac\u00ff");
            });
    try (Socket client = forwarding(backend).connect()) {
      client.getOutputStream().write(request("GET"));
      InputStream answer = client.getInputStream();
      assertTrue(GatewayFixture.readHead(answer).contains("\r\nTransfer-Encoding: chunked\r\n"));
      answer.readNBytes(80_000);
      more.release();
      String rest = latin1(answer.readAllBytes());
      assertTrue(
          rest.replaceAll("\r\n[0-9a-f]+\r\n", "")
              .endsWith("x\u00e2\u0082\u00ac\u00ef\u00bf\u00bd\r\n"),
          rest.substring(rest.length() - 60));
    }
  }

  /** The backend has the head and the beginning before the client has sent the end. */
  @Test
  void longTextReachesTheBackendWhileTheClientSendsIt() throws Exception {
    Semaphore more = new Semaphore(0);
    String text = "\u00c3\u00a9".repeat(50_000);
    ScriptedBackend backend =
        new ScriptedBackend(
            connection -> {
              String head = connection.readHead();
              connection.read(80_000);
              more.release();
              String rest = connection.read(20_002);
              boolean told = head.contains("\r\nContent-Length: 100002\r\n");
              connection.send(CHUNKED + "6\r\n" + told + rest.substring(20_000) + "\r\n0\r\n\r\n");
            });
    opened.add(backend);
    try (Socket client = forwarding(backend).connect()) {
      OutputStream out = client.getOutputStream();
      String head = "POST / HTTP/1.1\r\nHost: gateway\r\nContent-Length: 100002\r\n\r\n";
      out.write((head + text.substring(0, 90_001)).getBytes(StandardCharsets.ISO_8859_1));
      await(more);
      out.write((text.substring(90_001) + "\u00c3!").getBytes(StandardCharsets.ISO_8859_1));
      String answer = GatewayFixture.readAnswer(client.getInputStream());
      assertTrue(answer.endsWith("\r\n\r\ntrue?!"), answer);
    }
  }

  @Test
  void textMayBeAsLongAsTheLimitAndNoLonger() {
    for (int over : new int[] {0, 1}) {
      ScriptedBackend backend =
          backend(
              connection ->
                  connection.send(
                      CHUNKED
                          + Integer.toHexString(10_485_760 + over)
                          + "\r\n"
                          + "x".repeat(10_485_760 + over)
                          + "\r\n0\r\n\r\n"));
      assertEquals(over == 0, forwarding(backend).get("/").endsWith("\r\n0\r\n\r\n"));
    }
  }

  private static byte[] request(String verb) {
    return (verb + " / HTTP/1.1\r\nHost: gateway\r\nConnection: close\r\n\r\n")
        .getBytes(StandardCharsets.US_ASCII);
  }

  private static String latin1(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static void await(Semaphore more) throws IOException {
    try {
      if (!more.tryAcquire(20, TimeUnit.SECONDS)) {
        throw new IOException("the client did not get what was sent so far");
      }
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  /** Plays the script after each request. */
  private ScriptedBackend backend(ScriptedBackend.Script script) {
    ScriptedBackend backend =
        new ScriptedBackend(
            connection -> {
              connection.readRequest();
              script.play(connection);
            });
    opened.add(backend);
    return backend;
  }

  /** A gateway whose answers are not streamed by setting. */
  private GatewayFixture forwarding(ScriptedBackend backend) {
    GatewayFixture gateway =
        new GatewayFixture(
            (exchange, http) ->
                http.forward(
                    exchange,
                    HttpRequest.passThrough(exchange, "ANY")
                        .to(HttpEndpoint.of(backend.url()), "/")));
    opened.add(gateway);
    return gateway;
  }

  private GatewayFixture gateway(Map<String, String> settings, ScriptedBackend backend) {
    return gateway(settings, ApiInfo.of("api1", ""), backend, 29_000);
  }

  private GatewayFixture gateway(
      Map<String, String> settings, ApiInfo info, ScriptedBackend backend, int timeoutMillis) {
    HttpEndpoint endpoint = HttpEndpoint.of(backend.url()).withTimeoutMillis(timeoutMillis);
    GatewayFixture gateway =
        new GatewayFixture(
            settings,
            info,
            (exchange, http) ->
                http.stream(exchange, HttpRequest.passThrough(exchange, "ANY").to(endpoint, "/")));
    opened.add(gateway);
    return gateway;
  }
}
