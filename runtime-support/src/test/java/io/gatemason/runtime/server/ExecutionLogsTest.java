package io.gatemason.runtime.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatemason.runtime.exchange.ApiInfo;
import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.failure.AccessFailures;
import io.gatemason.runtime.failure.GatewayFailure;
import io.gatemason.runtime.stage.LogLevel;
import io.gatemason.runtime.stage.MethodSettings;
import io.gatemason.runtime.stage.StageSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a stage writes of its requests to its log group. */
class ExecutionLogsTest {
  private static final String GROUP = "gateway.logs.API-Gateway-Execution-Logs_one/";

  @TempDir Path folder;

  private List<String> lines(MethodSettings settings, Consumer<Exchange> steps) throws IOException {
    Path file = folder.resolve("execution.log");
    StageSettings stage =
        StageSettings.NONE
            .methods("*", "*", MethodSettings.NONE.logLevel(LogLevel.OFF))
            .methods("GET", "/things/{id}", settings);
    TestApi api =
        new TestApi(ApiInfo.builder("one", "").settings(stage).build())
            .method("GET", "/things/{id}", steps)
            .method("GET", "/silent", exchange -> exchange.answer(200).send());
    GatewayServer server =
        TestApi.start(
            Map.of(
                GROUP + ".sink",
                "file",
                GROUP + ".path",
                file.toString(),
                "gateway.logs.redact-headers",
                "X-Own-Secret,X-Other",
                "gateway.logs.redact-query",
                "pin"),
            api);
    try {
      RawClient.get(
          server.port(), "/things/7?pin=12345678", "X-Own-Secret: 1234567", "X-Evil: a\tb");
      RawClient.get(server.port(), "/silent", "X-Any: 1");
    } finally {
      server.stop();
    }
    return Files.exists(file)
        ? Files.readAllLines(file).stream().map(ExecutionLogsTest::withoutIds).toList()
        : List.of();
  }

  private static String withoutIds(String line) {
    return line.replaceFirst("^\\S+Z \\([0-9a-f-]{36}\\) ", "(id) ")
        .replaceAll("(Id|request|ID ): [^ .]+", "$1: ID");
  }

  @Test
  void tellsOfEveryEvent() throws IOException {
    assertEquals(
        List.of(
            "(id) Extended Request Id: ID",
            "(id) Verifying Usage Plan for request: ID. API Key:  API Stage: one/",
            "(id) API Key  authorized because method 'GET /things/{id}' does not require API Key."
                + " Request will not contribute to throttle or quota limits",
            "(id) Usage Plan check succeeded for API Key  and API Stage one/",
            "(id) Starting execution for request: ID",
            "(id) HTTP Method: GET, Resource Path: /things/{id}",
            "(id) X-ray Tracing ID : ID",
            "(id) Successfully completed execution",
            "(id) Method completed with status: 201"),
        lines(
            MethodSettings.NONE.logLevel(LogLevel.INFO), exchange -> exchange.answer(201).send()));
  }

  @Test
  void showsHeadersAndPayloadsWithoutSecrets() throws IOException {
    String all =
        String.join(
            "\n",
            lines(
                MethodSettings.NONE.logLevel(LogLevel.INFO).dataTrace(true),
                exchange -> exchange.answer(200).body("text/plain", "a\r\nb").send()));
    assertTrue(all.contains("query string: {pin=**345678}"), all);
    assertTrue(all.contains("X-Own-Secret=*234567"), all);
    assertTrue(all.contains("Method response body after transformations: a  b\n"), all);
    assertTrue(all.contains("Method response headers: {Content-Type=text/plain}\n"), all);
  }

  @Test
  void tellsOfFailuresAloneIfTheStageWantsErrors() throws IOException {
    MethodSettings errors = MethodSettings.NONE.logLevel(LogLevel.ERROR).dataTrace(true);
    assertEquals(List.of(), lines(errors, exchange -> exchange.answer(200).send()));
    assertEquals(
        List.of(
            "(id) Execution failed due to a timeout error",
            "(id) Method completed with status: 504"),
        lines(
            errors,
            exchange -> {
              throw GatewayFailure.integrationTimeout();
            }));
  }

  @Test
  void beginsNoExecutionOfWhomItRefuses() throws IOException {
    assertEquals(
        List.of(
            "(id) Extended Request Id: ID",
            "(id) Unauthorized request: ID",
            "(id) no token",
            "(id) Gateway response type: UNAUTHORIZED with status code: 401",
            "(id) X-ray Tracing ID : ID",
            "(id) Method completed with status: 401"),
        lines(
            MethodSettings.NONE.logLevel(LogLevel.INFO),
            exchange -> {
              throw AccessFailures.unauthorized("no token");
            }));
  }

  @Test
  void cutsLongEvents() throws IOException {
    List<String> lines =
        lines(
            MethodSettings.NONE.logLevel(LogLevel.INFO).dataTrace(true),
            exchange -> exchange.answer(200).body("text/plain", "x".repeat(5_000)).send());
    String body =
        lines.stream().filter(line -> line.contains("Method response body")).findAny().get();
    assertTrue(body.endsWith("xx [TRUNCATED]"), body);
    assertEquals(1_024 - 39 + 5, body.length());
  }
}
