package io.gatemason.runtime.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.gatemason.runtime.exchange.ApiInfo;
import io.gatemason.runtime.exchange.CallRecord.Phase;
import io.gatemason.runtime.exchange.ContextVariable;
import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.failure.AccessFailures;
import io.gatemason.runtime.failure.GatewayFailure;
import io.gatemason.runtime.observe.AccessLine;
import io.gatemason.runtime.observe.AccessLog;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;

/** The line that a stage writes for each request. */
class AccessLogsTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;

  private List<String> lines(int requests, Consumer<AccessLine> format, Consumer<Exchange> steps)
      throws IOException {
    Path file = folder.resolve("access.log");
    TestApi api =
        new TestApi(ApiInfo.of("one", "prod"))
            .accessLog(new AccessLog("orders", format))
            .method("GET", "/things/{id}", steps);
    GatewayServer server =
        TestApi.start(
            Map.of("gateway.logs.orders.sink", "file", "gateway.logs.orders.path", file.toString()),
            api);
    try {
      for (int i = 0; i < requests; i++) {
        RawClient.get(server.port(), "/prod/things/7?q=1", "User-Agent: a\"b\\c");
      }
    } finally {
      server.stop();
    }
    return Files.readAllLines(file);
  }

  private String line(Consumer<AccessLine> format, Consumer<Exchange> steps) throws IOException {
    List<String> lines = lines(1, format, steps);
    return lines.getLast();
  }

  @Test
  void hasWhatIsKnownAfterTheAnswer() throws IOException {
    String line =
        line(
            out ->
                out.plain(ContextVariable.IDENTITY_SOURCE_IP)
                    .text(" \"")
                    .quoted(ContextVariable.HTTP_METHOD)
                    .text(" ")
                    .quoted(ContextVariable.RESOURCE_PATH)
                    .text("\" ")
                    .plain(ContextVariable.STATUS)
                    .text(" ")
                    .plain(ContextVariable.RESPONSE_LENGTH)
                    .text(" ")
                    .plain(ContextVariable.PATH)
                    .text(" \"")
                    .quoted(ContextVariable.IDENTITY_USER_AGENT)
                    .text("\" ")
                    .plain(ContextVariable.IDENTITY_USER)
                    .text(" ")
                    .plain("claims", "sub")
                    .text(" ")
                    .plain(ContextVariable.AUTHORIZER_STATUS)
                    .text(" ")
                    .plain(ContextVariable.ROUTE_KEY)
                    .text(" ")
                    .plain(ContextVariable.DATA_PROCESSED),
            exchange -> {
              exchange.context().authorizer(Map.of("claims", Map.of("sub", "jane")));
              exchange.record().measure(Phase.AUTHORIZER, () -> {});
              exchange.answer(201).body("text/plain", "hello").send();
            });
    assertEquals(
        "127.0.0.1 \"GET /things/{id}\" 201 5 /prod/things/7 \"a\\\"b\\\\c\" - jane 200 GET"
            + " /things/{id} 5",
        line);
  }

  @Test
  void saysWhatFailed() throws IOException {
    String line =
        line(
            out ->
                out.plain(ContextVariable.STATUS)
                    .text("|")
                    .plain(ContextVariable.ERROR_RESPONSE_TYPE)
                    .text("|")
                    .plain(ContextVariable.ERROR_MESSAGE_STRING)
                    .text("|")
                    .plain(ContextVariable.AUTHORIZE_STATUS)
                    .text("|")
                    .plain(ContextVariable.AUTHORIZE_ERROR),
            exchange ->
                exchange
                    .record()
                    .measure(
                        Phase.AUTHORIZE,
                        () -> {
                          throw AccessFailures.deniedByAuthorizer(false);
                        }));
    assertEquals(
        "403|ACCESS_DENIED|\"User is not authorized to access this resource\"|403"
            + "|User is not authorized to access this resource",
        line);
  }

  @Test
  void knowsTheErrorOfAnIntegration() throws IOException {
    String line =
        line(
            out ->
                out.plain(ContextVariable.INTEGRATION_ERROR)
                    .text("|")
                    .plain(ContextVariable.INTEGRATION_STATUS),
            exchange -> {
              exchange.record().integrationBegins();
              throw GatewayFailure.integrationTimeout();
            });
    assertEquals("Execution failed due to a timeout error|-", line);
  }

  @Test
  void noValueBreaksItsLine() throws Exception {
    Random random = new Random(4);
    AtomicReference<String> hostile = new AtomicReference<>("");
    List<String> lines =
        lines(
            300,
            out ->
                out.text("{\"a\":\"")
                    .json("evil")
                    .text("\",\"b\":")
                    .jsonValue("evil")
                    .text(",\"xml\":\"")
                    .json("evil")
                    .text("\"}"),
            exchange -> {
              hostile.set(hostile(random));
              exchange.context().authorizer(Map.of("evil", hostile.get()));
              exchange.answer(200).send();
            });
    assertEquals(300, lines.size());
    for (String line : lines) {
      JsonNode read = JSON.readTree(line);
      assertEquals(3, read.size(), line);
    }
  }

  @Test
  void noValueBreaksXmlOrCsv() throws Exception {
    Random random = new Random(5);
    List<String> lines =
        lines(
            300,
            out -> out.text("<r a=\"").xml("evil").text("\">").xml("evil").text("</r>"),
            exchange -> {
              exchange.context().authorizer(Map.of("evil", hostile(random)));
              exchange.answer(200).send();
            });
    assertEquals(300, lines.size());
    for (String line : lines) {
      DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(new InputSource(new StringReader(line)));
    }
    String csv =
        line(
            out -> out.csv("evil").text(",\"").csvQuoted("evil").text("\""),
            exchange -> {
              exchange.context().authorizer(Map.of("evil", "a,\"b\"\r\nc"));
              exchange.answer(200).send();
            });
    assertTrue(csv.endsWith("\"a,\"\"b\"\"  c\",\"a,\"\"b\"\"  c\""), csv);
  }

  private static String hostile(Random random) {
    String pieces = "\"'\\<>&,;\r\n\t\u001b[31m\u0000\u0085\u2028{}[]:\ud800\udfff\uffff0-e";
    StringBuilder text = new StringBuilder();
    for (int n = random.nextInt(12); n >= 0; n--) {
      text.append(pieces.charAt(random.nextInt(pieces.length())));
    }
    return text.toString();
  }
}
