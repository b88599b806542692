package io.gatemason.runtime.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.gatemason.runtime.exchange.ApiInfo;
import io.gatemason.runtime.exchange.ContextVariable;
import io.gatemason.runtime.log.ExecutionLog.Detail;
import io.gatemason.runtime.observe.AccessLine;
import io.gatemason.runtime.observe.AccessLog;
import io.gatemason.runtime.stage.LogLevel;
import io.gatemason.runtime.stage.MethodSettings;
import io.gatemason.runtime.stage.StageSettings;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;

/** A thousand values that are meant to break a log give a thousand well-formed lines. */
@Timeout(60)
class HostileLogValuesTest {
  private static final int VALUES = 1_000;
  private static final String[] PARTS = {
    "\r",
    "\n",
    "\r\n",
    "\"",
    "'",
    "\\",
    "\\\"",
    "\u001b[2J",
    "\u001b]0;x\u0007",
    "\u0000",
    "\u0085",
    "\u2028",
    "\u2029",
    "\ud800",
    "\udc00",
    "\ud83d\ude00",
    "\ufffe",
    "\uffff",
    "\u009b31m",
    "\u007f",
    "</request>",
    "<![CDATA[",
    "]]>",
    "&amp;",
    "&#10;",
    "<!--",
    "%0d%0a",
    "${jndi:ldap://x}",
    "{0}",
    "$context.requestId",
    "\",\"status\":\"200",
    "},{",
    ",",
    ";",
    "\t",
    "\u202e",
    "\u00e9",
    "=cmd|' /C'!A0"
  };

  @TempDir Path folder;

  private static List<String> values() {
    Random random = new Random(17);
    List<String> values = new ArrayList<>(Stream.of(PARTS).toList());
    while (values.size() < VALUES) {
      StringBuilder value = new StringBuilder();
      for (int i = random.nextInt(1, 6); i > 0; i--) {
        value.append(PARTS[random.nextInt(PARTS.length)]);
        if (random.nextBoolean()) {
          value.append((char) random.nextInt(0x10000));
        }
      }
      values.add(value.toString());
    }
    return values;
  }

  /** The lines of a file, whatever else ends lines for somebody. */
  private List<String> lines(Consumer<AccessLine> format, List<String> values) throws Exception {
    Path file = folder.resolve("access.log");
    TestApi api =
        new TestApi(ApiInfo.of("one", "prod"))
            .accessLog(new AccessLog("orders", format))
            .method(
                "GET",
                "/{n}",
                exchange -> {
                  int n = Integer.parseInt(exchange.route().segment(0));
                  String value = values.get(n);
                  exchange.context().set(ContextVariable.IDENTITY_USER, value);
                  exchange.context().authorizer(Map.of("said", value));
                  exchange.answer(200).send();
                });
    GatewayServer server =
        TestApi.start(
            Map.of("gateway.logs.orders.sink", "file", "gateway.logs.orders.path", file.toString()),
            api);
    try (RawClient client = new RawClient(server.port())) {
      for (int i = 0; i < values.size(); i++) {
        client.write(RawClient.head("GET /prod/" + i), new byte[0]);
        client.read(false);
      }
    } finally {
      server.stop();
    }
    String text = Files.readString(file);
    text.chars()
        .filter(c -> c != '\n')
        .forEach(
            c ->
                assertTrue(
                    c >= ' ' && (c < 0x7f || c > 0x9f) && c != 0x2028 && c != 0x2029,
                    () -> "U+" + Integer.toHexString(c)));
    List<String> lines = List.of(text.split("\n"));
    assertEquals(values.size(), lines.size());
    return lines;
  }

  @Test
  void inExecutionLogs() throws Exception {
    Path file = folder.resolve("execution.log");
    List<String> values = values();
    StageSettings settings =
        StageSettings.NONE.methods("*", "*", MethodSettings.NONE.logLevel(LogLevel.INFO));
    TestApi api =
        new TestApi(ApiInfo.builder("one", "prod").settings(settings).build())
            .method(
                "GET",
                "/all",
                exchange -> {
                  values.forEach(value -> exchange.log().write(Detail.EVENT, value));
                  exchange.answer(200).send();
                });
    String log = "gateway.logs.API-Gateway-Execution-Logs_one/prod";
    GatewayServer server =
        TestApi.start(Map.of(log + ".sink", "file", log + ".path", file.toString()), api);
    try {
      RawClient.get(server.port(), "/prod/all");
    } finally {
      server.stop();
    }
    String form = "\\d{4}-\\d\\d-\\d\\dT\\S+Z \\([0-9a-f-]{36}\\) \\P{Cntrl}*";
    List<String> lines = List.of(Files.readString(file).split("\n"));
    assertTrue(lines.size() >= VALUES, lines.size() + " lines");
    lines.forEach(line -> assertTrue(line.matches(form), line));
  }

  @Test
  void inJson() throws Exception {
    List<String> lines =
        lines(
            out ->
                out.text("{\"user\":\"")
                    .json(ContextVariable.IDENTITY_USER)
                    .text("\",\"bare\":")
                    .jsonValue("said")
                    .text(",\"status\":")
                    .jsonValue(ContextVariable.STATUS)
                    .text("}"),
            values());
    for (String line : lines) {
      JsonNode json = new ObjectMapper().readTree(line);
      assertEquals(3, json.size(), line);
      assertEquals("200", json.path("status").asText(), line);
    }
  }

  @Test
  void inXml() throws Exception {
    List<String> lines =
        lines(
            out ->
                out.text("<request user=\"")
                    .xml(ContextVariable.IDENTITY_USER)
                    .text("\"><said>")
                    .xml("said")
                    .text("</said></request>"),
            values());
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    for (String line : lines) {
      var root =
          factory
              .newDocumentBuilder()
              .parse(new InputSource(new StringReader(line)))
              .getDocumentElement();
      assertEquals(1, root.getChildNodes().getLength(), line);
    }
  }

  @Test
  void inCsvAndText() throws Exception {
    List<String> csv =
        lines(out -> out.csv(ContextVariable.IDENTITY_USER).text(",").csv("said"), values());
    csv.forEach(
        line ->
            assertTrue(
                line.matches("(?:\"(?:[^\"]|\"\")*\"|[^\",]*)(?:,(?:\"(?:[^\"]|\"\")*\"|[^\",]*))"),
                line));
    Files.delete(folder.resolve("access.log"));
    List<String> text =
        lines(
            out -> out.text("\"").quoted(ContextVariable.IDENTITY_USER).text("\" ").plain("said"),
            values());
    text.forEach(line -> assertTrue(line.matches("\"(?:[^\"\\\\]|\\\\.)*\" .+"), line));
  }
}
