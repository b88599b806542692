package io.gatemason.runtime.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.gatemason.runtime.exchange.ApiInfo;
import io.gatemason.runtime.exchange.ContextVariable;
import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.exchange.Observer;
import io.gatemason.runtime.failure.GatewayFailure;
import io.gatemason.runtime.log.ExecutionLog;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What those who watch an API see of its requests. */
class ObserversTest {
  private final List<String> seen = new CopyOnWriteArrayList<>();

  /** Notes what is known when a request begins and ends. */
  private final Observer notes =
      new Observer() {
        @Override
        public void begins(Exchange exchange) {
          seen.add("begins " + exchange.route().httpMethod());
        }

        @Override
        public ExecutionLog log(Exchange exchange) {
          return new ExecutionLog() {
            @Override
            public boolean wants(Detail detail) {
              return true;
            }

            @Override
            public void write(Detail detail, String line) {
              seen.add(
                  line.replaceAll("(Id|request|ID ): [^ *]+$", "$1: ID")
                      .replaceAll("request: \\S+\\. ", "request: I. "));
            }
          };
        }

        @Override
        public void ends(Exchange exchange) {
          seen.add(
              "ends "
                  + exchange.context().text(ContextVariable.STATUS, "-")
                  + " "
                  + exchange.context().text(ContextVariable.RESPONSE_LENGTH, "-")
                  + " "
                  + exchange.context().text(ContextVariable.ERROR_RESPONSE_TYPE, "-"));
        }
      };

  private void call(String path, Consumer<Exchange> steps) throws IOException {
    TestApi api =
        new TestApi(ApiInfo.of("one", ""))
            .observer(
                new Observer() {
                  @Override
                  public void ends(Exchange exchange) {
                    throw new IllegalStateException("broken observer");
                  }
                })
            .observer(notes)
            .method("GET", "/things/{id}", steps);
    GatewayServer server = TestApi.start(api);
    try {
      RawClient.get(server.port(), path, "X-Api-Key: secret-abcdef");
    } finally {
      server.stop();
    }
  }

  @Test
  void seeAnAnswer() throws IOException {
    call("/things/7?q=1", exchange -> exchange.answer(201).body("text/plain", "hello").send());
    assertEquals("begins GET", seen.getFirst());
    assertEquals("ends 201 5 -", seen.getLast());
  }

  @Test
  void seeAFailureBeforeTheMethod() throws IOException {
    call("/nothing", exchange -> exchange.answer(200).send());
    assertEquals("ends 403 42 MISSING_AUTHENTICATION_TOKEN", seen.getLast());
  }

  @Test
  void getTheLinesOfTheExecutionLog() throws IOException {
    call(
        "/things/7?q=1",
        exchange -> {
          throw GatewayFailure.integrationTimeout();
        });
    List<String> lines =
        seen.stream().filter(line -> !line.matches("(Method|Gateway) .* headers.*")).toList();
    assertEquals(
        List.of(
            "begins GET",
            "Extended Request Id: ID",
            "Verifying Usage Plan for request: I. API Key: *******abcdef API Stage: one/",
            "API Key *******abcdef authorized because method 'GET /things/{id}' does not require"
                + " API Key. Request will not contribute to throttle or quota limits",
            "Usage Plan check succeeded for API Key *******abcdef and API Stage one/",
            "Starting execution for request: ID",
            "HTTP Method: GET, Resource Path: /things/{id}",
            "API Key: *******abcdef",
            "Method request path: {id=7}",
            "Method request query string: {q=1}",
            "Method request body before transformations: ",
            "Execution failed due to a timeout error",
            "Gateway response type: INTEGRATION_TIMEOUT with status code: 504",
            "Gateway response body: {\"message\": \"Endpoint request timed out\"}",
            "X-ray Tracing ID : ID",
            "Method completed with status: 504",
            "ends 504 41 INTEGRATION_TIMEOUT"),
        lines);
  }

  @Test
  void seeNoSecrets() throws IOException {
    call("/things/7", exchange -> exchange.answer(200).send());
    assertEquals(
        List.of("X-Api-Key=*******abcdef"),
        seen.stream()
            .filter(line -> line.startsWith("Method request headers"))
            .map(line -> line.replaceAll(".*(X-Api-Key=[^,}]*).*", "$1"))
            .toList());
  }
}
