package io.gatemason.runtime.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.fasterxml.jackson.databind.JsonNode;
import io.gatemason.runtime.exchange.ApiInfo;
import io.gatemason.runtime.exchange.MethodInfo;
import io.gatemason.runtime.function.event.EventChanges;
import io.gatemason.runtime.function.event.EventClasses;
import io.gatemason.runtime.function.event.PayloadFormat;
import io.gatemason.runtime.function.event.ProxyEvent;
import io.gatemason.runtime.function.event.RouteEventClasses;
import io.gatemason.runtime.function.handler.JsonType;
import io.gatemason.runtime.json.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Both versions of the event, member by member, against what published samples show. */
@Timeout(30)
class ProxyEventTest {
  private static final JsonType<APIGatewayProxyRequestEvent> PROXY =
      JsonType.of(APIGatewayProxyRequestEvent.class);
  private static final JsonType<APIGatewayV2HTTPEvent> ROUTE =
      JsonType.of(APIGatewayV2HTTPEvent.class);
  private static final Path SAMPLES = Path.of("src/test/resources/events");
  private static final List<String> MAPS =
      List.of(
          "headers",
          "multiValueHeaders",
          "queryStringParameters",
          "multiValueQueryStringParameters",
          "pathParameters",
          "stageVariables");
  private static final ApiInfo PLAIN = ApiInfo.of("api1", "");
  private static final MethodInfo NAMELESS = MethodInfo.of("GET", "/plain");

  /** The event of one request, which is written to the wire as it stands. */
  private static JsonNode event(
      PayloadFormat format, ApiInfo info, MethodInfo method, String request) throws IOException {
    try (CloudFixture gateway =
            new CloudFixture(
                Map.of(),
                Map.of(),
                info,
                method,
                (exchange, lambda, aws) -> {
                  byte[] event = ProxyEvent.of(exchange, format);
                  EventChanges none = new EventChanges(format);
                  if (format == PayloadFormat.V1_0) {
                    assertEquals(PROXY.read(event), EventClasses.event(exchange, none));
                  } else {
                    assertEquals(ROUTE.read(event), RouteEventClasses.event(exchange, none));
                  }
                  exchange.answer(200).body("application/json", event).send();
                });
        Socket client = new Socket(InetAddress.getLoopbackAddress(), gateway.port())) {
      client.setSoTimeout(10_000);
      client.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      String answer = GatewayFixture.readAnswer(client.getInputStream());
      String text =
          new String(answer.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
      assertTrue(text.startsWith("HTTP/1.1 200 "), text);
      return Json.read(text.substring(text.indexOf("\r\n\r\n") + 4));
    }
  }

  private static JsonNode bare(PayloadFormat format) throws IOException {
    return event(
        format,
        PLAIN,
        NAMELESS,
        "GET /plain HTTP/1.1\r\nHost: api.example.com\r\nConnection: close\r\n\r\n");
  }

  private static JsonNode full(PayloadFormat format) throws IOException {
    return event(
        format,
        ApiInfo.builder("api1", "dev").stageVariable("colour", "blue").build(),
        MethodInfo.of("ANY", "/{proxy+}").withOperationName("anything"),
        "POST /dev/a%2Bb/c/?x=1&x=%C3%BC+2&y HTTP/1.1\r\n"
            + "Host: api.example.com:8443\r\n"
            + "User-Agent: tests\r\n"
            + "X-Twice: a\r\n"
            + "X-Twice: b\r\n"
            + "Cookie: a=1; b=2\r\n"
            + "cookie: c=3\r\n"
            + "X-Forwarded-For: 192.0.2.1\r\n"
            + "Content-Type: text/plain\r\n"
            + "Content-Length: 2\r\n"
            + "Connection: close\r\n\r\n"
            + "hi");
  }

  @ParameterizedTest
  @CsvSource({"V1_0, event-1.0.txt", "V2_0, event-2.0.txt"})
  void membersAndTheirKindsAreThoseOfPublishedSamples(PayloadFormat format, String sample)
      throws IOException {
    assertEquals(expected(sample, 1), kinds(full(format)));
    assertEquals(expected(sample, 2), kinds(bare(format)));
  }

  private static SortedMap<String, String> expected(String sample, int column) throws IOException {
    SortedMap<String, String> expected = new TreeMap<>();
    for (String line : Files.readAllLines(SAMPLES.resolve(sample))) {
      String[] cells = line.split(" +", -1);
      if (!line.startsWith("#") && !cells[column].equals("absent")) {
        expected.put(cells[0], cells[column]);
      }
    }
    return expected;
  }

  private static SortedMap<String, String> kinds(JsonNode event) {
    SortedMap<String, String> kinds = new TreeMap<>();
    collect("", event, kinds);
    return kinds;
  }

  private static void collect(String prefix, JsonNode object, Map<String, String> kinds) {
    for (Map.Entry<String, JsonNode> member : object.properties()) {
      String name = prefix + member.getKey();
      JsonNode value = member.getValue();
      if (value.isObject() && !MAPS.contains(name)) {
        collect(name + ".", value, kinds);
      } else {
        kinds.put(name, kind(value));
      }
    }
  }

  private static String kind(JsonNode value) {
    return switch (value.getNodeType()) {
      case OBJECT -> all(value, JsonNode::isTextual) ? "strings" : lists(value);
      case ARRAY -> all(value, JsonNode::isTextual) ? "list" : "mixed list";
      default -> value.getNodeType().name().toLowerCase(java.util.Locale.ROOT);
    };
  }

  private static String lists(JsonNode map) {
    return all(map, value -> kind(value).equals("list")) ? "lists" : "mixed map";
  }

  private static boolean all(JsonNode container, java.util.function.Predicate<JsonNode> test) {
    return StreamSupport.stream(container.spliterator(), false).allMatch(test);
  }

  @Test
  void version1HasRawPathsAndDecodedParameters() throws IOException {
    JsonNode event = full(PayloadFormat.V1_0);
    assertEquals("/{proxy+}", event.path("resource").asText());
    assertEquals("/a%2Bb/c/", event.path("path").asText());
    assertEquals("/dev/a%2Bb/c/", event.at("/requestContext/path").asText());
    assertEquals("a%2Bb/c", event.at("/pathParameters/proxy").asText());
    assertEquals("{\"x\":\"ü 2\",\"y\":\"\"}", event.path("queryStringParameters").toString());
    assertEquals(
        "{\"x\":[\"1\",\"ü 2\"],\"y\":[\"\"]}",
        event.path("multiValueQueryStringParameters").toString());
    assertEquals("b", event.at("/headers/X-Twice").asText());
    assertEquals("[\"a\",\"b\"]", event.at("/multiValueHeaders/X-Twice").toString());
    assertEquals("api.example.com:8443", event.at("/headers/Host").asText());
    assertEquals("api.example.com", event.at("/requestContext/domainName").asText());
    assertEquals("api", event.at("/requestContext/domainPrefix").asText());
    assertEquals("anything", event.at("/requestContext/operationName").asText());
    assertEquals("192.0.2.1, 127.0.0.1", event.at("/headers/X-Forwarded-For").asText());
    assertFalse(event.path("headers").has("Content-Length"));
    assertFalse(event.path("headers").has("Connection"));
  }

  @ParameterizedTest
  @CsvSource({"/dev, /", "/dev/, /", "/dev//a//b/, /a//b/", "//dev/a, /a"})
  void version1HasOneSlashBelowTheStage(String target, String path) throws IOException {
    JsonNode event =
        event(
            PayloadFormat.V1_0,
            ApiInfo.of("api1", "dev"),
            MethodInfo.of("ANY", "/{proxy+}"),
            "GET " + target + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    assertEquals(path, event.path("path").asText());
    assertEquals(target.replaceFirst("^//", "/"), event.at("/requestContext/path").asText());
  }

  /** However the head is cut on its way, and whatever came before it. */
  @ParameterizedTest
  @ValueSource(ints = {1, 7, 100_000})
  void version1HasNamesAsTheClientWroteThem(int pieces) throws IOException {
    String first =
        "POST /plain HTTP/1.1\r\nHost: a\r\nContent-Length: 30000\r\n\r\n" + "x\r\n".repeat(10_000);
    String head =
        "POST http://a/dev HTTP/1.1\r\nHOST: a\r\naccept: GET / HTTP/1.1\r\ncontent-TYPE: a/b\r\n"
            + "user-agent: u\r\nAUTHORIZATION: a b\r\nx-Own: 1\r\nX-OWN: 2\r\nreferer:\r\n"
            + "Content-Length: 2\r\nConnection: close\r\n\r\nhi";
    JsonNode event = events(List.of(first, head), pieces).getLast();
    List<String> names = new ArrayList<>();
    event.path("headers").fieldNames().forEachRemaining(names::add);
    names.removeIf(name -> name.startsWith("X-Forwarded") || name.equals("X-Amzn-Trace-Id"));
    assertEquals(
        Set.of("HOST", "accept", "content-TYPE", "User-Agent", "Authorization", "x-Own", "referer"),
        Set.copyOf(names));
  }

  /** The events of requests that follow each other on one connection, cut into pieces. */
  private static List<JsonNode> events(List<String> requests, int pieceBytes) throws IOException {
    List<JsonNode> events = new ArrayList<>();
    try (CloudFixture gateway =
            new CloudFixture(
                Map.of(),
                Map.of(),
                ApiInfo.of("api1", ""),
                NAMELESS,
                (exchange, lambda, aws) -> {
                  byte[] event = ProxyEvent.of(exchange, PayloadFormat.V1_0);
                  exchange.answer(200).body("application/json", event).send();
                });
        Socket client = new Socket(InetAddress.getLoopbackAddress(), gateway.port())) {
      client.setTcpNoDelay(true);
      client.setSoTimeout(10_000);
      for (String request : requests) {
        byte[] bytes = request.getBytes(StandardCharsets.ISO_8859_1);
        for (int i = 0; i < bytes.length; i += pieceBytes) {
          client.getOutputStream().write(bytes, i, Math.min(pieceBytes, bytes.length - i));
        }
        String answer = GatewayFixture.readAnswer(client.getInputStream());
        events.add(Json.read(answer.substring(answer.indexOf("\r\n\r\n") + 4)));
      }
    }
    return events;
  }

  @Test
  void version2HasOneTextForEachRepeatedName() throws IOException {
    JsonNode event = full(PayloadFormat.V2_0);
    assertEquals("ANY /{proxy+}", event.path("routeKey").asText());
    assertEquals("ANY /{proxy+}", event.at("/requestContext/routeKey").asText());
    assertEquals("/dev/a%2Bb/c/", event.path("rawPath").asText());
    assertEquals("x=1&x=%C3%BC+2&y", event.path("rawQueryString").asText());
    assertEquals("{\"x\":\"1,ü 2\",\"y\":\"\"}", event.path("queryStringParameters").toString());
    assertEquals("[\"a=1\",\"b=2\",\"c=3\"]", event.path("cookies").toString());
    assertFalse(event.path("headers").has("cookie"));
    assertEquals("a,b", event.at("/headers/x-twice").asText());
    assertEquals("2", event.at("/headers/content-length").asText());
    assertEquals("hi", event.path("body").asText());
    assertEquals(
        "x-forwarded-for x-forwarded-port x-forwarded-proto x-amzn-trace-id",
        String.join(
            " ",
            List.of("x-forwarded-for", "x-forwarded-port", "x-forwarded-proto", "x-amzn-trace-id")
                .stream()
                .filter(name -> event.path("headers").has(name))
                .toList()));
  }

  @Test
  void version2NamesTheDefaultRouteAndStage() throws IOException {
    JsonNode event =
        event(
            PayloadFormat.V2_0,
            PLAIN,
            MethodInfo.of("ANY", "$default"),
            "GET /x HTTP/1.1\r\nHost: api.example.com\r\nConnection: close\r\n\r\n");
    assertEquals("$default", event.path("routeKey").asText());
    assertEquals("$default", event.at("/requestContext/stage").asText());
    assertEquals("", event.path("rawQueryString").asText());
    assertEquals("0", event.at("/headers/content-length").asText());
    assertTrue(event.at("/requestContext/requestId").asText().matches("[A-Za-z0-9_-]{15}="));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        "text/csv;charset=utf-8,hi,false",
        "application/json,hi,false",
        "application/problem+json,hi,true",
        "application/soap+xml,hi,true",
        "application/x-www-form-urlencoded,hi,true",
        "none,hi,true",
        "none,\u00ff,true",
        "image/png,hi,true",
        "multipart/form-data; boundary=b,hi,true",
        "application/octet-stream,hi,true"
      })
  void version2EncodesBodiesThatAreNotText(String contentType, String body, boolean base64)
      throws IOException {
    JsonNode event =
        event(
            PayloadFormat.V2_0,
            PLAIN,
            NAMELESS,
            "POST /plain HTTP/1.1\r\nHost: h\r\nConnection: close\r\n"
                + (contentType == null ? "" : "Content-Type: " + contentType + "\r\n")
                + ("Content-Length: " + body.length() + "\r\n\r\n" + body));
    assertEquals(base64, event.path("isBase64Encoded").asBoolean());
    String expected = !base64 ? body : body.equals("hi") ? "aGk=" : "/w==";
    assertEquals(expected, event.path("body").asText());
  }
}
