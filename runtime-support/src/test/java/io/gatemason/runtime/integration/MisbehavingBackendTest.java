package io.gatemason.runtime.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatemason.runtime.transport.BackendClientFixture;
import io.gatemason.runtime.transport.HttpEndpoint;
import io.gatemason.runtime.transport.ScriptedBackend;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Answers as backends give them in the field. After each one another request goes through the same
 * pool and has to get its own answer.
 */
@Timeout(20)
final class MisbehavingBackendTest {
  private static final String OK = "HTTP/1.1 200 OK\r\n";
  private static final String NETWORK_ERROR =
      "504 {\"message\": \"Network error communicating with endpoint\"}";

  private final BackendClientFixture gateway = new BackendClientFixture();

  @AfterEach
  void closeGateway() {
    gateway.close();
  }

  static Stream<Arguments> accepted() {
    return Stream.of(
        keptOpen("length", OK + "Content-Length: 2\r\n\r\nhi", "200 hi"),
        keptOpen("chunks", OK + "Transfer-Encoding: chunked\r\n\r\n2\r\nhi\r\n0\r\n\r\n", "200 hi"),
        closed("closed at the end", OK + "\r\nhi there", "200 hi there"),
        closed("closed, says so", OK + "Connection: close\r\n\r\nhi", "200 hi"),
        closed("HTTP/1.0", "HTTP/1.0 200 OK\r\n\r\nhi", "200 hi"),
        keptOpen(
            "HTTP/1.0 kept alive",
            "HTTP/1.0 200 OK\r\nConnection: keep-alive\r\nContent-Length: 2\r\n\r\nhi",
            "200 hi"),
        keptOpen(
            "interim 100",
            "HTTP/1.1 100 Continue\r\n\r\n" + OK + "Content-Length: 2\r\n\r\nhi",
            "200 hi"),
        keptOpen(
            "interim 103",
            "HTTP/1.1 103 Early Hints\r\nLink: </a>; rel=preload\r\n\r\n"
                + "HTTP/1.1 103\r\n\r\n"
                + OK
                + "Content-Length: 2\r\n\r\nhi",
            "200 hi"),
        keptOpen("no reason", "HTTP/1.1 200\r\nContent-Length: 2\r\n\r\nhi", "200 hi"),
        keptOpen(
            "chunk extensions",
            OK + "Transfer-Encoding: chunked\r\n\r\n2;a=b;c=\"d\"\r\nhi\r\n0;last\r\n\r\n",
            "200 hi"),
        keptOpen(
            "trailers",
            OK + "Transfer-Encoding: chunked\r\n\r\n2\r\nhi\r\n0\r\nX-Sum: 1\r\n\r\n",
            "200 hi"),
        keptOpen(
            "length and chunks",
            OK + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhi\r\n0\r\n\r\n",
            "200 hi"),
        keptOpen("bare line feeds", "HTTP/1.1 200 OK\nContent-Length: 2\n\nhi", "200 hi"),
        keptOpen(
            "40 KB of headers",
            OK
                + ("X-Long: " + "v".repeat(4_000) + "\r\n").repeat(10)
                + "Content-Length: 2\r\n\r\nhi",
            "200 hi"),
        keptOpen(
            "a header of 40 KB",
            OK + "X-Long: " + "v".repeat(40_000) + "\r\nContent-Length: 2\r\n\r\nhi",
            "200 hi"),
        keptOpen("folded", OK + "A: b\r\n c\r\nContent-Length: 2\r\n\r\nhi", "200 hi"),
        keptOpen("blank before a colon", OK + "Content-Length : 2\r\n\r\nhi", "200 hi"),
        keptOpen("blank lines first", "\r\n\r\n" + OK + "Content-Length: 2\r\n\r\nhi", "200 hi"),
        keptOpen("no content", "HTTP/1.1 204 No Content\r\n\r\n", "204 "),
        keptOpen(
            "no content with a body",
            "HTTP/1.1 204 No Content\r\nContent-Length: 2\r\n\r\nhi",
            "204 "),
        keptOpen("not modified", "HTTP/1.1 304 X\r\nContent-Length: 99\r\n\r\n", "304 "),
        keptOpen("more than the length", OK + "Content-Length: 2\r\n\r\nhi and more", "200 hi"),
        keptOpen(
            "a second answer that nobody asked for",
            (OK + "Content-Length: 2\r\n\r\nhi") + (OK + "Content-Length: 4\r\n\r\nevil"),
            "200 hi"));
  }

  static Stream<Arguments> refused() {
    return Stream.of(
        keptOpen("two lengths", OK + "Content-Length: 2\r\nContent-Length: 3\r\n\r\nhi!", "BROKEN"),
        keptOpen("equal lengths", OK + "Content-Length: 2\r\n".repeat(2) + "\r\nhi", "BROKEN"),
        keptOpen("status 600", "HTTP/1.1 600 X\r\nContent-Length: 2\r\n\r\nhi", "BROKEN"),
        keptOpen("status 999", "HTTP/1.1 999 X\r\nContent-Length: 2\r\n\r\nhi", "BROKEN"),
        keptOpen("signed length", OK + "Content-Length: +2\r\n\r\nhi", "BROKEN"),
        keptOpen("list of lengths", OK + "Content-Length: 2, 2\r\n\r\nhi", "BROKEN"),
        keptOpen("empty length", OK + "Content-Length:\r\n\r\nhi", "BROKEN"),
        keptOpen("return in a value", OK + "X: a\rb\r\nContent-Length: 2\r\n\r\nhi", "BROKEN"),
        keptOpen("NUL in a value", OK + "X: a\0b\r\nContent-Length: 2\r\n\r\nhi", "BROKEN"),
        keptOpen("blank in a name", OK + "X Y: a\r\nContent-Length: 2\r\n\r\nhi", "BROKEN"),
        keptOpen(
            "two codings", OK + "Transfer-Encoding: chunked, chunked\r\n\r\n0\r\n\r\n", "BROKEN"),
        keptOpen(
            "two lines of codings",
            OK + "Transfer-Encoding: chunked\r\n".repeat(2) + "\r\n0\r\n\r\n",
            "BROKEN"),
        keptOpen("folded length", OK + "Content-Length: 2\r\n 3\r\n\r\nhi", "BROKEN"),
        keptOpen("folded status", OK + " A: b\r\nContent-Length: 2\r\n\r\nhi", "BROKEN"),
        keptOpen(
            "signed chunk size",
            OK + "Transfer-Encoding: chunked\r\n\r\n+2\r\nhi\r\n0\r\n\r\n",
            "BROKEN"),
        keptOpen(
            "chunk size in words",
            OK + "Transfer-Encoding: chunked\r\n\r\n0x2\r\nhi\r\n0\r\n\r\n",
            "BROKEN"),
        keptOpen(
            "endless trailers",
            OK + "Transfer-Encoding: chunked\r\n\r\n0\r\n" + "X: 1\r\n".repeat(200) + "\r\n",
            "BROKEN"),
        keptOpen("negative length", OK + "Content-Length: -1\r\n\r\nhi", "BROKEN"),
        keptOpen("length in words", OK + "Content-Length: two\r\n\r\nhi", "BROKEN"),
        keptOpen("negative chunk", OK + "Transfer-Encoding: chunked\r\n\r\n-2\r\nhi\r\n", "BROKEN"),
        keptOpen(
            "chunk longer than it says",
            OK + "Transfer-Encoding: chunked\r\n\r\n1\r\nhi\r\n0\r\n\r\n",
            "BROKEN"),
        keptOpen("unknown coding", OK + "Transfer-Encoding: gzip\r\n\r\nhi", "BROKEN"),
        closed("half a body", OK + "Content-Length: 9\r\n\r\nhalf", "BROKEN"),
        closed("half a chunk", OK + "Transfer-Encoding: chunked\r\n\r\n9\r\nhalf", "BROKEN"),
        closed("no last chunk", OK + "Transfer-Encoding: chunked\r\n\r\n2\r\nhi\r\n", "BROKEN"),
        closed("half a head", OK + "Content-Le", "BROKEN"),
        closed("nothing", "", "BROKEN"),
        keptOpen("not HTTP", "220 mail.example.com ESMTP\r\n\r\n", "BROKEN"),
        keptOpen("binary", "\u0000\u0001\u0002\r\n\r\n", "BROKEN"),
        keptOpen("status below 100", "HTTP/1.1 099 X\r\n\r\n", "BROKEN"),
        keptOpen("HTTP/2", "HTTP/2.0 200 OK\r\nContent-Length: 2\r\n\r\nhi", "BROKEN"),
        keptOpen(
            "switching protocols",
            "HTTP/1.1 101 Switching Protocols\r\nUpgrade: h2c\r\n\r\n",
            "BROKEN"),
        keptOpen(
            "a header of 70 KB",
            OK + "X-Long: " + "v".repeat(70_000) + "\r\nContent-Length: 2\r\n\r\nhi",
            "BROKEN"),
        keptOpen("600 headers", OK + "X-Many: 1\r\n".repeat(600) + "\r\n", "BROKEN"));
  }

  private static Arguments keptOpen(String what, String answer, String expected) {
    return Arguments.of(what, answer, false, expected);
  }

  private static Arguments closed(String what, String answer, String expected) {
    return Arguments.of(what, answer, true, expected);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"accepted", "refused"})
  void theClientGetsAnAnswerAndTheNextOneItsOwn(
      String what, String answer, boolean thenClose, String expected) {
    try (ScriptedBackend backend = ScriptedBackend.canned(answer, thenClose);
        GatewayFixture proxy = proxy(backend, 5_000)) {
      for (int i = 0; i < 2; i++) {
        assertEquals(
            expected.equals("BROKEN") ? NETWORK_ERROR : expected,
            statusAndBody(proxy.get("/first")));
        assertEquals("200 second", statusAndBody(proxy.get("/second")));
      }
    }
  }

  static Stream<Arguments> trickles() {
    String head = OK + "Content-Length: 30\r\n\r\n";
    String longHead = OK + "Content-Length: 70000\r\n\r\n" + "v".repeat(69_970);
    return Stream.of(
        Arguments.of("the head", "", head, "v".repeat(30)),
        Arguments.of("a short body", head, "v".repeat(30), ""),
        Arguments.of("the end of a long body", longHead, "v".repeat(30), ""));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("trickles")
  void aByteNowAndThenIsTakenUntilTheTimeIsUp(
      String what, String atOnce, String slowly, String inTheEnd) {
    try (ScriptedBackend backend =
            new ScriptedBackend(
                connection -> {
                  while (!connection.readRequest().isEmpty()) {
                    connection.send(atOnce);
                    connection.trickle(slowly, 20);
                    connection.send(inTheEnd);
                  }
                });
        GatewayFixture impatient = proxy(backend, 300);
        GatewayFixture patient = proxy(backend, 10_000)) {
      String cut = impatient.get("/first");
      if (atOnce.length() < 65_536) {
        assertEquals("504 {\"message\": \"Endpoint request timed out\"}", statusAndBody(cut));
      } else {
        assertTrue(cut.startsWith("HTTP/1.1 200 "), cut.substring(0, 100));
        assertFalse(cut.endsWith("\r\n0\r\n\r\n"), "looks complete");
      }
      assertTrue(patient.get("/second").contains("v".repeat(30)));
    }
  }

  private static GatewayFixture proxy(ScriptedBackend backend, int timeoutMillis) {
    HttpEndpoint endpoint = HttpEndpoint.of(backend.url()).withTimeoutMillis(timeoutMillis);
    return new GatewayFixture(
        (exchange, http) ->
            http.forward(
                exchange,
                HttpRequest.passThrough(exchange, "ANY")
                    .to(endpoint, "/" + exchange.route().segment(0))));
  }

  private static String statusAndBody(String answer) {
    return answer.substring(9, 13) + answer.substring(answer.indexOf("\r\n\r\n") + 4);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"accepted", "refused"})
  void answersAndKeepsThePoolInOrder(
      String what, String answer, boolean thenClose, String expected) {
    try (ScriptedBackend backend = ScriptedBackend.canned(answer, thenClose)) {
      assertEquals("200 second", gateway.get(backend, "/warm-up"));
      assertEquals(expected, gateway.get(backend, "/first"));
      assertEquals("200 second", gateway.get(backend, "/second"));
      assertEquals(expected, gateway.get(backend, "/first"));
      assertEquals("200 second", gateway.get(backend, "/second"));
    }
  }
}
