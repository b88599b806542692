package io.gatemason.runtime.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatemason.runtime.exchange.ApiInfo;
import io.gatemason.runtime.exchange.ContextSlots;
import io.gatemason.runtime.exchange.ContextVariable;
import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.json.JsonPath;
import io.gatemason.runtime.server.RawClient.Reply;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a method can ask of a request, and what its answer looks like on the wire. */
class ExchangeTest {
  private @Nullable GatewayServer server;

  @AfterEach
  void stop() {
    if (server != null) {
      server.stop();
    }
  }

  private int start(Function<Exchange, Object> value) {
    TestApi api = new TestApi(ApiInfo.builder("one", "dev").stageVariable("v", "x").build());
    GatewayServer started =
        TestApi.start(
            Map.of("gateway.account-id", "123456789012"),
            api.method(
                "ANY",
                "/{id}/sub/{rest+}",
                exchange ->
                    exchange
                        .answer(200)
                        .body("text/plain", String.valueOf(value.apply(exchange)))
                        .send()));
    server = started;
    return started.port();
  }

  private static Reply post(int port, String body, String... headers) throws IOException {
    byte[] bytes = body.getBytes(UTF_8);
    String head =
        RawClient.head("POST /dev/a/sub/b", headers) + "\nContent-Length: " + bytes.length;
    return RawClient.send(port, head, bytes);
  }

  @Test
  void givesRawPathVariables() throws IOException {
    int port =
        start(
            exchange ->
                List.of(
                    exchange.pathParameter("id"),
                    exchange.pathParameter("rest"),
                    exchange.pathParameter("none"),
                    exchange.pathParameter("none", "{none}")));
    assertEquals(
        "[[a%2Bb+c], [x//y%20z], [], {none}]",
        RawClient.get(port, "/dev/a%2Bb+c/sub/x//y%20z/").text());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "q=1&q=2 | [[2], [1, 2]]",
        "q=a%2Bb+c | [[a+b c], [a+b c]]",
        "q=%C3%A9%E2%82%AC | [[é€], [é€]]",
        "q | [[], []]",
        "q= | [[], []]",
        "Q=1 | [[none], [none]]",
        "a=1;q=2 | [[2], [2]]",
        "q=%25zz | [[%zz], [%zz]]",
        "q=%zz | {\"message\":\"Bad Request\"}",
        "%71=x&&&q=y=z | [[y=z], [x, y=z]]"
      })
  void decodesQueryParameters(String query, String expected) throws IOException {
    int port =
        start(
            exchange ->
                List.of(
                    orNone(exchange.queryParameter("q")), orNone(exchange.queryParameters("q"))));
    assertEquals(expected, RawClient.get(port, "/dev/a/sub/b?" + query).text());
  }

  @Test
  void joinsValueListsToText() {
    assertEquals("none", Exchange.text(List.of(), "none"));
    assertEquals("1", Exchange.text(List.of("1"), "none"));
    assertEquals("1,2", Exchange.text(List.of("1", "2"), "none"));
  }

  private static List<String> orNone(List<String> values) {
    return values.isEmpty() ? List.of("none") : values;
  }

  @Test
  void looksHeadersUpAsTheManagedServiceDoes() throws IOException {
    int port =
        start(
            exchange ->
                List.of(
                    exchange.header("X-Many"),
                    exchange.headers("X-Many"),
                    exchange.header("x-many"),
                    exchange.header("accept"),
                    exchange.header("Connection"),
                    exchange.header("None"),
                    exchange.anyParameter("id"),
                    exchange.anyParameter("q"),
                    exchange.anyParameter("X-Many")));
    assertEquals(
        "[[2], [1,2], [], [a/b], [], [], [a], [q], [2]]",
        RawClient.get(
                port,
                "/dev/a/sub/b?q=q&id=not",
                "X-Many: 1",
                "X-Many: 2",
                "Accept: a/b",
                "Connection: keep-alive")
            .text());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"a\":{\"b\":[1.50]}} | [[{\"a\":{\"b\":[1.50]}}], [{\"b\":[1.50]}], [1.50]]",
        "'' | [[{}], [], []]",
        "text | [[text], [], []]"
      })
  void readsTheBody(String body, String expected) throws IOException {
    JsonPath a = JsonPath.compile("a");
    JsonPath b = JsonPath.compile("a.b[0]");
    int port =
        start(exchange -> List.of(exchange.body(), exchange.bodyPath(a), exchange.bodyPath(b)));
    assertEquals(expected, post(port, body).text());
  }

  @Test
  void refusesMalformedJsonOnlyWhenAMappingReadsIt() throws IOException {
    JsonPath path = JsonPath.compile("a");
    int port =
        start(exchange -> exchange.header("X").isEmpty() ? exchange.bodyPath(path) : "unread");
    Reply reply = post(port, "{\"a\":1,\"a\":2}");
    assertEquals(400, reply.status());
    assertEquals("{\"message\": \"Invalid JSON in request body\"}", reply.text());
    assertEquals("BadRequestException", reply.header("x-amzn-ErrorType"));
    assertEquals("unread", post(port, "{", "X: 1").text());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Content-Type: Text/XML; charset=x | text/xml",
        "X: y | application/json",
        "Content-Type: application/json | application/json"
      })
  void namesTheContentType(String header, String expected) throws IOException {
    int port = start(Exchange::contentType);
    assertEquals(expected, post(port, "", header).text());
  }

  @Test
  void knowsTheContextVariables() throws IOException {
    int port =
        start(
            exchange -> {
              ContextSlots context = exchange.context();
              return List.of(
                  context.values(ContextVariable.REQUEST_ID),
                  context.values(ContextVariable.API_ID),
                  context.values(ContextVariable.ACCOUNT_ID),
                  context.values(ContextVariable.STAGE),
                  context.values(ContextVariable.PATH),
                  context.values(ContextVariable.RESOURCE_PATH),
                  context.values(ContextVariable.HTTP_METHOD),
                  context.values(ContextVariable.PROTOCOL),
                  context.values(ContextVariable.DOMAIN_NAME),
                  context.values(ContextVariable.DOMAIN_PREFIX),
                  context.values(ContextVariable.IDENTITY_SOURCE_IP),
                  context.values(ContextVariable.IDENTITY_USER_AGENT),
                  context.values(ContextVariable.ERROR_MESSAGE),
                  context.values(ContextVariable.STATUS));
            });
    String id = "0a1b2c3d-0000-1111-2222-333344445555";
    assertEquals(
        "[["
            + id
            + "], [one], [000000000000], [dev], [/dev/a/sub/b], [/{id}/sub/{rest+}], [GET],"
            + " [HTTP/1.1], [one.execute-api.x], [one], [127.0.0.1], [me], [], []]",
        RawClient.get(
                port,
                "/dev/a/sub/b?q=1",
                "Host: One.execute-api.x:80",
                "User-Agent: me",
                "X-Amzn-RequestId: " + id)
            .text());
  }

  @Test
  void tellsTheTimeOfArrival() throws IOException {
    int port =
        start(
            exchange ->
                exchange.context().text(ContextVariable.REQUEST_TIME, "")
                    + "="
                    + exchange.context().text(ContextVariable.REQUEST_TIME_EPOCH, ""));
    String text = RawClient.get(port, "/dev/a/sub/b").text();
    assertTrue(
        text.matches("\\d\\d/[A-Z][a-z]{2}/\\d{4}:\\d\\d:\\d\\d:\\d\\d \\+0000=\\d{13}"), text);
  }

  @Test
  void derivesTheIdsThatTheManagedServiceDraws() throws IOException {
    int port =
        start(
            exchange ->
                exchange.context().text(ContextVariable.RESOURCE_ID, "")
                    + exchange.context().text(ContextVariable.DEPLOYMENT_ID, ""));
    String text = RawClient.get(port, "/dev/a/sub/b").text();
    assertTrue(text.matches("[0-9a-z]{12}"), text);
    assertEquals(text, RawClient.get(port, "/dev/a/sub/b").text());
  }

  @Test
  void answersWithFreshIdentifiersUnlessTheClientSuppliesAUuid() throws IOException {
    int port = start(exchange -> "");
    String mine = "0a1b2c3d-0000-1111-2222-333344445555";
    Reply own = RawClient.get(port, "/dev/a/sub/b", "x-amzn-RequestId: " + mine);
    assertEquals(mine, own.header("x-amzn-RequestId"));
    Reply first = RawClient.get(port, "/dev/a/sub/b", "x-amzn-RequestId: mine");
    Reply second = RawClient.get(port, "/dev/a/sub/b");
    for (Reply reply : List.of(first, second)) {
      assertTrue(
          reply
              .header("x-amzn-RequestId")
              .matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"));
      assertTrue(reply.header("x-amz-apigw-id").matches("[A-Za-z0-9_-]{15}="));
    }
    assertNotEquals(first.header("x-amzn-RequestId"), second.header("x-amzn-RequestId"));
    assertNotEquals(first.header("x-amz-apigw-id"), second.header("x-amz-apigw-id"));
    assertTrue(first.statusLine().startsWith("HTTP/1.1 200"));
  }

  @Test
  void completesAndReturnsTheTraceId() throws IOException {
    int port =
        start(
            exchange -> {
              if (exchange.header("X").isEmpty()) {
                exchange.returnTraceId();
              }
              return exchange.head().traceId();
            });
    Reply fresh = RawClient.get(port, "/dev/a/sub/b");
    assertEquals(fresh.text(), fresh.header("X-Amzn-Trace-Id"));
    assertTrue(
        fresh.text().matches("Root=1-[0-9a-f]{8}-[0-9a-f]{24};Parent=[0-9a-f]{16};Sampled=0"),
        fresh.text());
    Reply kept =
        RawClient.get(port, "/dev/a/sub/b", "X-Amzn-Trace-Id: Root=1-a-b;Sampled=1", "X: 1");
    assertTrue(kept.text().matches("Root=1-a-b;Parent=[0-9a-f]{16};Sampled=1"), kept.text());
    RawClient.Reply decided =
        RawClient.get(port, "/dev/a/sub/b", "X-Amzn-Trace-Id: parent=c;ROOT=1-a-b", "X: 1");
    assertEquals("Root=1-a-b;Parent=c;Sampled=1", decided.text());
    assertEquals("", kept.header("X-Amzn-Trace-Id"));
  }

  @Test
  void renamesAndDropsTheGatewaysOwnHeaders() throws IOException {
    TestApi api = new TestApi(ApiInfo.of("one", "dev"));
    api.method(
        "GET",
        "/h",
        exchange -> {
          var answer = exchange.answer(200);
          for (String name :
              List.of(
                  "Authorization",
                  "Connection",
                  "Content-Length",
                  "Content-MD5",
                  "Date",
                  "Expect",
                  "Host",
                  "Max-Forwards",
                  "Proxy-Authenticate",
                  "Server",
                  "Trailer",
                  "Upgrade",
                  "User-Agent",
                  "WWW-Authenticate")) {
            answer.header(name, "1");
          }
          answer
              .header("Transfer-Encoding", "chunked")
              .header("X-Many", List.of("1", "2"))
              .header("X-None", List.of())
              .header("Content-Type", "mapped/type")
              .body("text/plain", "b")
              .send();
        });
    GatewayServer started = TestApi.start(api);
    server = started;
    Reply reply = RawClient.get(started.port(), "/dev/h");
    assertEquals(
        14,
        reply.headers().keySet().stream().filter(n -> n.startsWith("x-amzn-remapped-")).count());
    assertEquals("1", reply.header("x-amzn-remapped-content-length"));
    assertEquals("1", reply.header("Content-Length"));
    assertEquals(List.of("1", "2"), reply.headers().get("X-Many"));
    assertEquals("mapped/type", reply.header("Content-Type"));
    assertTrue(!reply.headers().containsKey("Transfer-Encoding"));
    assertTrue(!reply.headers().containsKey("X-None"));
    assertTrue(!reply.headers().containsKey("WWW-Authenticate"));
  }

  @Test
  void passesProxyHeadersAsTheyAre() throws IOException {
    TestApi api = new TestApi(ApiInfo.of("one", "dev"));
    api.method(
        "GET",
        "/h",
        exchange ->
            exchange
                .proxyAnswer(299)
                .header("Set-Cookie", "a=1")
                .header("set-cookie", "b=2")
                .header("WWW-Authenticate", "Basic")
                .send(io.gatemason.runtime.payload.Payload.empty(), "", null));
    GatewayServer started = TestApi.start(api);
    server = started;
    Reply reply = RawClient.get(started.port(), "/dev/h");
    assertEquals(299, reply.status());
    assertEquals(List.of("a=1", "b=2"), reply.headers().get("Set-Cookie"));
    assertEquals("Basic", reply.header("WWW-Authenticate"));
    assertEquals("", reply.header("Content-Type"));
    assertEquals(36, reply.header("x-amzn-RequestId").length());
  }

  @Test
  void servesHttp2() throws Exception {
    int port = start(exchange -> List.of(exchange.header("X-Id"), exchange.bodyText()));
    try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build()) {
      // The upgrade to HTTP/2 takes a request without a body.
      URI uri = URI.create("http://127.0.0.1:" + port + "/dev/a/sub/b");
      client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
      HttpResponse<String> response =
          client.send(
              HttpRequest.newBuilder(uri)
                  .header("X-Id", "7")
                  .POST(HttpRequest.BodyPublishers.ofString("body"))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      assertEquals(HttpClient.Version.HTTP_2, response.version());
      assertEquals("[[7], body]", response.body());
      assertTrue(response.headers().firstValue("x-amzn-requestid").isPresent());
      HttpResponse<String> head =
          client.send(
              HttpRequest.newBuilder(uri)
                  .method("HEAD", HttpRequest.BodyPublishers.noBody())
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      assertEquals("", head.body());
    }
  }
}
