package io.gatemason.runtime.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatemason.runtime.exchange.ApiInfo;
import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.transport.HttpEndpoint;
import io.gatemason.runtime.transport.ScriptedBackend;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;

/** What the tests of http_proxy have in common: a backend that follows a script, and a gateway. */
abstract class HttpProxyCalls {
  static final String HI = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi";

  final List<AutoCloseable> opened = new ArrayList<>();

  @AfterEach
  final void closeAll() throws Exception {
    for (AutoCloseable resource : opened.reversed()) {
      resource.close();
    }
  }

  static HttpRequest request(Exchange exchange, ScriptedBackend backend) {
    return HttpRequest.passThrough(exchange, "ANY")
        .to(
            HttpEndpoint.of(backend.url()),
            "/" + (exchange.route().has(0) ? exchange.route().segment(0) : ""));
  }

  ScriptedBackend answering(String answer) {
    ScriptedBackend backend =
        new ScriptedBackend(
            connection -> {
              if (!connection.readRequest().isEmpty()) {
                connection.send(answer);
              }
            });
    opened.add(backend);
    return backend;
  }

  GatewayFixture gateway(ScriptedBackend backend) {
    return gateway((exchange, http) -> http.forward(exchange, request(exchange, backend)));
  }

  GatewayFixture gateway(Map<String, String> settings, ApiInfo info, ScriptedBackend backend) {
    return gateway(
        settings, info, (exchange, http) -> http.forward(exchange, request(exchange, backend)));
  }

  GatewayFixture gateway(GatewayFixture.Method method) {
    return gateway(Map.of(), ApiInfo.of("api1", ""), method);
  }

  GatewayFixture gateway(Map<String, String> settings, ApiInfo info, GatewayFixture.Method method) {
    GatewayFixture gateway = new GatewayFixture(settings, info, method);
    opened.add(gateway);
    return gateway;
  }

  static void assertStatus(int status, String body, String answer) {
    String head = answer.substring(0, Math.max(0, answer.indexOf("\r\n\r\n")));
    assertTrue(head.startsWith("HTTP/1.1 " + status + " "), head);
    String got = answer.substring(head.length() + 4);
    if (head.toLowerCase(Locale.ROOT).contains("transfer-encoding: chunked")) {
      got = unchunked(got);
    }
    assertEquals(body, got);
  }

  private static String unchunked(String chunks) {
    StringBuilder body = new StringBuilder();
    int at = 0;
    while (true) {
      int end = chunks.indexOf("\r\n", at);
      int size = Integer.parseInt(chunks.substring(at, end), 16);
      if (size == 0) {
        return body.toString();
      }
      body.append(chunks, end + 2, end + 2 + size);
      at = end + 4 + size;
    }
  }

  /** The start line and header lines, names in lower case. */
  static List<String> headerLines(String message) {
    List<String> lines = new ArrayList<>();
    for (String line : message.substring(0, message.indexOf("\r\n\r\n")).split("\r\n")) {
      int colon = lines.isEmpty() ? 0 : line.indexOf(':');
      lines.add(line.substring(0, colon).toLowerCase(Locale.ROOT) + line.substring(colon));
    }
    return lines;
  }

  static long count(List<String> lines, String start) {
    return lines.stream().filter(line -> line.startsWith(start)).count();
  }
}
