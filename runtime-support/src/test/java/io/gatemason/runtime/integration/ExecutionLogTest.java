package io.gatemason.runtime.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatemason.runtime.exchange.ContextVariable;
import io.gatemason.runtime.failure.GatewayFailure;
import io.gatemason.runtime.log.ExecutionLog;
import io.gatemason.runtime.log.LogText;
import io.gatemason.runtime.transport.HttpEndpoint;
import io.gatemason.runtime.transport.ScriptedBackend;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** What steps write to an execution log that wants it. */
class ExecutionLogTest {
  private static final String ANSWER =
      "HTTP/1.1 201 Created\r\nContent-Length: 2\r\nX-Own: 1\r\n\r\nok";

  private final List<String> lines = new CopyOnWriteArrayList<>();

  /** Keeps the lines that it wants; times and ids are left out. */
  private ExecutionLog wanting(Set<ExecutionLog.Detail> wanted) {
    return new ExecutionLog() {
      @Override
      public boolean wants(Detail detail) {
        return wanted.contains(detail);
      }

      @Override
      public void write(Detail detail, String line) {
        lines.add(
            line.replaceAll("latency: \\d+ ms", "latency: N ms")
                .replaceAll("127.0.0.1:\\d+", "HOST")
                .replaceAll("(Id|request|ID ): \\S+$", "$1: ID"));
      }
    };
  }

  private static void answer(ScriptedBackend.Connection connection) throws IOException {
    connection.readRequest();
    connection.send(ANSWER);
  }

  private String call(Set<ExecutionLog.Detail> wanted, String headers) {
    try (ScriptedBackend scripted = new ScriptedBackend(ExecutionLogTest::answer);
        GatewayFixture gateway =
            new GatewayFixture(
                (exchange, http) -> {
                  exchange.log(wanting(wanted));

                  HttpRequest request = HttpRequest.mapped(exchange, "POST");
                  request.header("Authorization", "secret-abcdef").passBody();
                  request.to(HttpEndpoint.of(scripted.url()), "/things");
                  IntegrationResponse response = http.send(exchange, request);
                  exchange
                      .answer(response.status())
                      .body(
                          "text/plain",
                          exchange.context().text(ContextVariable.INTEGRATION_STATUS, ""))
                      .send();
                })) {
      return gateway.send("POST /any?q=1 HTTP/1.1", headers, "hello");
    }
  }

  @Test
  void tellsOfEvents() {
    String answer = call(EnumSet.of(ExecutionLog.Detail.ERROR, ExecutionLog.Detail.EVENT), "");
    assertEquals("201", answer.substring(answer.indexOf("\r\n\r\n") + 4));
    assertEquals(
        List.of(
            "Sending request to http://HOST/things",
            "Received response. Status: 201, Integration latency: N ms"),
        lines.subList(0, 2));
  }

  @Test
  void showsHeadersAndPayloads() {
    call(EnumSet.allOf(ExecutionLog.Detail.class), "");
    String all = String.join("\n", lines);
    assertEquals(
        List.of(
            "Endpoint request body after transformations: hello",
            "Endpoint response body before transformations: ok",
            "Method response body after transformations: 201"),
        all.lines().filter(line -> line.matches(".*(query string|body).*")).toList());
    assertTrue(all.contains("Authorization=*******abcdef"), all);
  }

  @Test
  void writesNothingUnlessWanted() {
    call(Set.of(), "");
    assertEquals(List.of(), lines);
  }

  @Test
  void tellsOfFailures() {
    try (GatewayFixture gateway =
        new GatewayFixture(
            (exchange, http) -> {
              exchange.log(wanting(EnumSet.allOf(ExecutionLog.Detail.class)));
              throw GatewayFailure.integrationTimeout();
            })) {
      gateway.get("/");
    }
    assertEquals(
        List.of(
            "Execution failed due to a timeout error",
            "Gateway response type: INTEGRATION_TIMEOUT with status code: 504"),
        lines.subList(0, 2));
  }

  @Test
  void masksShortSecretsWholly() {
    assertEquals("******", LogText.masked("abcdef"));
    assertEquals("*bcdefg", LogText.masked("abcdefg"));
    assertEquals("1", LogText.SERVICE.headerValue("X-Own", "1"));
  }
}
