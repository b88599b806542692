package io.gatemason.runtime.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatemason.runtime.exchange.ApiInfo;
import io.gatemason.runtime.exchange.MethodAnswer;
import io.gatemason.runtime.json.JsonPath;
import io.gatemason.runtime.transport.HttpEndpoint;
import io.gatemason.runtime.transport.ScriptedBackend;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The http integration: nothing but what is mapped goes either way
 * (docs/behaviour/mapping.md#response, docs/behaviour/integrations.md#headers).
 */
@Timeout(60)
final class HttpIntegrationTest {
  private static final String ANSWER =
      "HTTP/1.1 404 Gone\r\nContent-Type: application/json\r\nx-app-id: old\r\nx-app-id: app-7\r\n"
          + "X-Other: dropped\r\nContent-Length: 26\r\n\r\n{\"redirect\":{\"url\":\"/a\"}} ";

  @Test
  void sendsItsOwnHeadersAndTheMappedOnesOnly() {
    String sent =
        sentBy("POST / HTTP/1.1", "Content-Type: text/xml\r\nAccept: a/b\r\nX-C: 1\r\n", "<a/>");
    assertTrue(sent.startsWith("POST /echo?q=1 HTTP/1.1\r\n"), sent);
    assertTrue(sent.contains("\r\nAccept: application/json\r\n"), sent);
    assertTrue(sent.contains("\r\nUser-Agent: AmazonAPIGateway_api1\r\n"), sent);
    assertTrue(sent.contains("\r\nContent-Type: text/xml\r\n"), sent);
    assertTrue(sent.contains("\r\nX-Amzn-Trace-Id: Root=1-"), sent);
    assertTrue(sent.contains("\r\nX-Mapped: m\r\n"), sent);
    assertTrue(sent.endsWith("\r\n\r\n<a/>"), sent);
    assertFalse(sent.contains("X-C:"), sent);
    assertFalse(sent.contains("X-Forwarded-For"), sent);
  }

  @Test
  void sendsNoBodyWithAGet() {
    String sent = sentBy("GET / HTTP/1.1", "Content-Type: text/xml\r\n", "<a/>");
    assertTrue(sent.endsWith("\r\n\r\n"), sent);
    assertFalse(sent.contains("Content-"), sent);
  }

  @Test
  void tellsTheTypeOfABodyOnly() {
    String headers = "Content-Type: text/xml\r\n";
    assertFalse(sentBy("POST / HTTP/1.1", headers, "").contains("Content-Type"));
    for (String verb : new String[] {"GET", "HEAD", "OPTIONS"}) {
      String empty = sent(verb + " / HTTP/1.1", headers, "", HttpRequest::passBody);
      assertTrue(empty.startsWith("POST "), empty);
      assertFalse(empty.contains("Content-Type"), empty);
      String made = sent(verb + " / HTTP/1.1", headers, "", request -> request.body("{}"));
      assertTrue(made.contains("\r\nContent-Type: application/json\r\n"), made);
    }
  }

  @Test
  void judgesABodyThatATemplateReplacesBeforeTheBackendIsCalled() {
    try (ScriptedBackend backend = ScriptedBackend.canned(ANSWER, false);
        GatewayFixture gateway =
            new GatewayFixture(
                Map.of("gateway.limits.payload-bytes", "10"),
                ApiInfo.of("api1", ""),
                (exchange, http) -> {
                  HttpRequest request =
                      (HttpRequest)
                          HttpRequest.mapped(exchange, "ANY")
                              .to(HttpEndpoint.of(backend.url()), "/")
                              .body("constant");
                  exchange.answer(200).passBody(http.send(exchange, request)).send();
                })) {
      for (String verb : new String[] {"GET", "POST"}) {
        String line = verb + " / HTTP/1.1";
        String corrupt = gateway.send(line, "Content-Encoding: gzip\r\n", "no gzip");
        assertTrue(corrupt.startsWith("HTTP/1.1 415 "), corrupt);
        String chunks = "Transfer-Encoding: chunked\r\n\r\nb\r\n0123456789a\r\n0\r\n\r\n";
        String large = gateway.send(line, chunks, "");
        assertTrue(large.startsWith("HTTP/1.1 413 "), large);
      }
      assertEquals(0, backend.requests().size());
    }
  }

  @Test
  void mapsStatusHeadersAndBodyOfTheAnswer() {
    try (ScriptedBackend backend = ScriptedBackend.canned(ANSWER, false);
        GatewayFixture gateway =
            new GatewayFixture(
                (exchange, http) -> {
                  HttpRequest request =
                      HttpRequest.mapped(exchange, "GET")
                          .to(HttpEndpoint.of(backend.url()), "/first");
                  IntegrationResponse response = http.send(exchange, request);
                  MethodAnswer answer = exchange.answer(response.status() == 404 ? 302 : 500);
                  answer.header("Location", response.bodyPath(JsonPath.compile("redirect.url")));
                  answer.header("id", response.header("x-app-id"));
                  answer.header("ids", response.headers("x-app-id"));
                  answer.header("none", response.header("X-App-Id"));
                  answer.passBody(response).send();
                })) {
      String answer = gateway.get("/");
      assertTrue(answer.startsWith("HTTP/1.1 302 "), answer);
      assertTrue(answer.contains("\r\nLocation: /a\r\n"), answer);
      assertTrue(answer.contains("\r\nid: app-7\r\n"), answer);
      assertTrue(answer.contains("\r\nids: old,app-7\r\n"), answer);
      assertFalse(answer.contains("none:"), answer);
      assertFalse(answer.contains("X-Other"), answer);
      assertTrue(answer.contains("X-Amzn-Trace-Id: Root=1-"), answer);
      assertTrue(answer.endsWith("{\"redirect\":{\"url\":\"/a\"}} "), answer);
    }
  }

  private static String sent(
      String requestLine, String headers, String body, Consumer<HttpRequest> steps) {
    try (ScriptedBackend backend = ScriptedBackend.canned(ANSWER, false);
        GatewayFixture gateway =
            new GatewayFixture(
                (exchange, http) -> {
                  HttpRequest request =
                      HttpRequest.mapped(exchange, "POST").to(HttpEndpoint.of(backend.url()), "/");
                  steps.accept(request);
                  http.send(exchange, request);
                  exchange.answer(200).send();
                })) {
      gateway.send(requestLine, headers, body);
      return backend.requests().getFirst();
    }
  }

  private static String sentBy(String requestLine, String headers, String body) {
    try (ScriptedBackend backend = ScriptedBackend.canned(ANSWER, false);
        GatewayFixture gateway =
            new GatewayFixture(
                (exchange, http) -> {
                  HttpRequest request =
                      (HttpRequest)
                          HttpRequest.mapped(exchange, "ANY")
                              .to(HttpEndpoint.of(backend.url()), "/echo")
                              .query("q", "1")
                              .header("X-Mapped", "m")
                              .passBody();
                  exchange.answer(200).passBody(http.send(exchange, request)).send();
                })) {
      assertTrue(gateway.send(requestLine, headers, body).startsWith("HTTP/1.1 200 "));
      assertEquals(1, backend.requests().size());
      return backend.requests().get(0);
    }
  }
}
