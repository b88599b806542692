package io.gatemason.runtime.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatemason.runtime.exchange.ApiInfo;
import io.gatemason.runtime.exchange.Exchange;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** http_proxy from a client's bytes to a client's bytes (rest-api.md §5.5, §7.2, §9). */
@Timeout(60)
final class HttpProxyTest {
  private static final String HI = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi";
  private static final String NETWORK_ERROR =
      "{\"message\": \"Network error communicating with endpoint\"}";

  private final List<AutoCloseable> opened = new ArrayList<>();

  @AfterEach
  void closeAll() throws Exception {
    for (AutoCloseable resource : opened.reversed()) {
      resource.close();
    }
  }

  @Test
  void passesClientHeadersOnButThoseOfTheConnection() {
    ScriptedBackend backend = answering(HI);
    String answer =
        gateway(backend)
            .send(
                "GET /x HTTP/1.1",
                """
            Accept: text/html
            Accept-Encoding: br
            Authorization: Bearer t
            Cookie: a=1
            User-Agent: client/1
            X-Twice: 1
            X-Twice: 2
            Content-MD5: x
            Expect-Not: y
            Max-Forwards: 2
            Proxy-Authenticate: Basic
            Server: s
            TE: trailers
            Upgrade: example/1
            Via: 1.1 p
            WWW-Authenticate: Basic
            x-amzn-apigateway-api-id: forged
            X-Amzn-Trace-Id: Root=1-67891233-abcdef012345678912345678
            X-Forwarded-For: 203.0.113.7
            """
                    .replace("\n", "\r\n"),
                "");
    assertStatus(200, "hi", answer);
    List<String> sent = headerLines(backend.requests().get(0));
    assertTrue(
        sent.containsAll(
            List.of(
                "accept: text/html",
                "accept-encoding: br",
                "authorization: Bearer t",
                "cookie: a=1",
                "user-agent: client/1",
                "x-twice: 1",
                "x-twice: 2",
                "expect-not: y",
                "x-amzn-apigateway-api-id: api1",
                "x-forwarded-for: 203.0.113.7, 127.0.0.1",
                "x-forwarded-proto: http",
                "host: 127.0.0.1:" + backend.port())),
        sent.toString());
    for (String dropped :
        "connection content-md5 max-forwards proxy-authenticate server te upgrade via www-authenticate"
            .split(" ")) {
      assertFalse(
          sent.stream().anyMatch(line -> line.startsWith(dropped + ":")), dropped + " in " + sent);
    }
    assertEquals(1, count(sent, "x-amzn-apigateway-api-id:"));
    assertEquals(1, count(sent, "x-amzn-trace-id: Root=1-67891233-abcdef012345678912345678"));
  }

  @Test
  void addsDefaultsAndHidesSignatures() {
    ScriptedBackend backend = answering(HI);
    gateway(backend).send("GET / HTTP/1.1", "Authorization: AWS4-HMAC-SHA256 Credential=x\r\n", "");
    List<String> sent = headerLines(backend.requests().get(0));
    assertEquals(1, count(sent, "user-agent: AmazonAPIGateway_api1"));
    assertEquals(1, count(sent, "accept: application/json"));
    assertEquals(1, count(sent, "x-amzn-trace-id: Root=1-"));
    assertEquals(0, count(sent, "authorization:"));
    assertEquals(0, count(sent, "content-length:"));
  }

  @Test
  void mappedHeadersReplaceTheClientsAndSomeAreDropped() {
    ScriptedBackend backend = answering(HI);
    GatewayFixture gateway =
        gateway(
            (exchange, http) ->
                http.forward(
                    exchange,
                    IntegrationRequest.passThrough(exchange, "POST")
                        .to(HttpEndpoint.of(backend.url()), "/")
                        .header("ACCEPT", "text/html")
                        .header("Server", "mapped")
                        .header("Host", "mapped.example.com")
                        .header("Via", "dropped")
                        .header("Connection", "dropped")
                        .header("X-Many", List.of("1", "2"))
                        .header("X-Missing", List.of())));
    gateway.send("GET / HTTP/1.1", "Accept: image/png\r\nX-Missing: client\r\n", "");
    List<String> sent = headerLines(backend.requests().get(0));
    assertEquals("POST / HTTP/1.1", sent.get(0));
    assertEquals(1, count(sent, "accept:"));
    assertEquals(1, count(sent, "accept: text/html"));
    assertEquals(1, count(sent, "server: mapped"));
    assertEquals(1, count(sent, "host: mapped.example.com"));
    assertEquals(0, count(sent, "via:") + count(sent, "connection:"));
    assertEquals(2, count(sent, "x-many:"));
    assertEquals(1, count(sent, "x-missing: client"));
    assertEquals(1, count(sent, "content-length: 0"));
  }

  @Test
  void mappingTheFramingFailsEveryCall() {
    for (String name : List.of("Content-Length", "transfer-encoding")) {
      String answer = answerOf(request -> request.header(name, "1"));
      assertStatus(500, "{\"message\": \"Internal server error\"}", answer);
    }
  }

  @Test
  void aMappedValueCannotAddHeaders() {
    assertStatus(
        500,
        "{\"message\": \"Internal server error\"}",
        answerOf(request -> request.header("X-Mapped", "a\r\nX-Evil: 1")));
  }

  @Test
  void sendsQueryOfUriThenOfClientThenMapped() {
    ScriptedBackend backend = answering(HI);
    GatewayFixture gateway =
        gateway(
            (exchange, http) ->
                http.forward(
                    exchange,
                    IntegrationRequest.passThrough(exchange, "ANY")
                        .to(HttpEndpoint.of(backend.url()), "/echo/{left}/a%2Fb?lane=pear")
                        .query("tint", exchange.queryParameter("hue"))
                        .query("none", List.of())));
    gateway.get("/?hue=dark%20red&lane=left&lane=100%25&flag");
    assertEquals(
        "GET /echo/{left}/a%2Fb?lane=pear&hue=dark%20red&lane=left&lane=100%25&flag=&tint=dark%20red"
            + " HTTP/1.1",
        headerLines(backend.requests().get(0)).get(0));
  }

  @Test
  void leavesDoubledSlashesInThePath() {
    ScriptedBackend backend = answering(HI);
    gateway(
            (exchange, http) ->
                http.forward(
                    exchange,
                    IntegrationRequest.passThrough(exchange, "ANY")
                        .to(HttpEndpoint.of(backend.url()), "//a//b")))
        .get("/");
    assertEquals("GET //a//b HTTP/1.1", headerLines(backend.requests().get(0)).get(0));
  }

  @Test
  void renamesAndDropsResponseHeaders() {
    ScriptedBackend backend =
        answering(
            "HTTP/1.1 201 Made\r\nDate: then\r\nServer: b\r\nConnection: keep-alive\r\n"
                + "Set-Cookie: a=1\r\nSet-Cookie: b=2\r\nVia: v\r\nX-Own: yes\r\nKeep-Alive: 5\r\n"
                + "x-amzn-RequestId: theirs\r\nContent-Type: text/plain\r\nContent-Length: 2\r\n"
                + "WWW-Authenticate: Basic\r\nUpgrade: h2c\r\n\r\nhi");
    String answer = gateway(backend).get("/");
    assertStatus(201, "hi", answer);
    List<String> got = headerLines(answer);
    for (String line :
        List.of(
            "x-amzn-remapped-date: then",
            "x-amzn-remapped-server: b",
            "x-amzn-remapped-connection: keep-alive",
            "x-amzn-remapped-x-amzn-requestid: theirs",
            "x-amzn-remapped-content-length: 2",
            "x-amzn-remapped-www-authenticate: Basic",
            "set-cookie: a=1",
            "set-cookie: b=2",
            "x-own: yes",
            "content-type: text/plain",
            "content-length: 2")) {
      assertEquals(1, count(got, line), line + " in " + got);
    }
    for (String dropped : List.of("via:", "keep-alive:", "upgrade:", "server:", "www-auth")) {
      assertEquals(0, count(got, dropped), dropped + " in " + got);
    }
    assertEquals(1, count(got, "x-amzn-requestid:"));
  }

  @Test
  void passesBodiesOfAllSizesBothWays() {
    ScriptedBackend backend =
        new ScriptedBackend(
            connection -> {
              for (String request = connection.readRequest();
                  !request.isEmpty();
                  request = connection.readRequest()) {
                String body = request.substring(request.indexOf("\r\n\r\n") + 4);
                connection.send(
                    "HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
              }
            });
    opened.add(backend);
    GatewayFixture gateway = gateway(backend);
    for (int size : new int[] {1, 100, 8_192, 65_535, 65_536, 65_537, 300_000, 2_000_000}) {
      String body = "0123456789".repeat(size / 10 + 1).substring(0, size);
      assertStatus(200, body, gateway.send("POST / HTTP/1.1", "", body));
    }
  }

  @Test
  void headTellsTheLengthAndKeepsTheConnection() throws IOException {
    ScriptedBackend backend =
        new ScriptedBackend(
            connection -> {
              while (!connection.readRequest().isEmpty()) {
                connection.send("HTTP/1.1 200 OK\r\nContent-Length: 20000000\r\n\r\n");
              }
            });
    opened.add(backend);
    GatewayFixture gateway = gateway(backend);
    for (int i = 0; i < 3; i++) {
      try (Socket client = gateway.connect()) {
        gateway.write(client, "HEAD / HTTP/1.1", "", "");
        List<String> head = headerLines(GatewayFixture.readHead(client.getInputStream()));
        assertEquals(1, count(head, "content-length: 20000000"), head.toString());
      }
    }
    assertEquals(1, backend.connections());
  }

  @Test
  void passesACodedBodyOnAsItIs() {
    String bytes = "\u001f\u008b\u00ff\u00fe";
    ScriptedBackend backend =
        answering("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 4\r\n\r\n" + bytes);
    String answer = gateway(backend).get("/");
    assertStatus(200, bytes, answer);
    assertEquals(1, count(headerLines(answer), "content-encoding: gzip"));
  }

  @Test
  void textIsUtf8AndBinaryTypesAreBytes() {
    String png =
        "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\nContent-Length: 2\r\n\r\n\u00ff\u00fe";
    assertStatus(200, "\u00ef\u00bf\u00bd".repeat(2), gateway(answering(png)).get("/"));
    ScriptedBackend backend = answering(png);
    GatewayFixture binary =
        gateway(
            Map.of(),
            ApiInfo.of("api1", "").withBinaryMediaTypes("image/*"),
            (exchange, http) -> http.forward(exchange, request(exchange, backend)));
    assertStatus(200, "\u00ff\u00fe", binary.send("GET / HTTP/1.1", "Accept: image/png\r\n", ""));
  }

  @Test
  void failuresBeforeTheAnswerAreGatewayResponses() {
    assertStatus(504, NETWORK_ERROR, gateway(answering("garbage\r\n\r\n")).get("/"));
    assertStatus(504, NETWORK_ERROR, gateway(answering("")).get("/"));
    assertStatus(
        504,
        NETWORK_ERROR,
        gateway(answering("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf")).get("/"));
    ScriptedBackend silent = new ScriptedBackend(ScriptedBackend.Connection::holdOpen);
    opened.add(silent);
    GatewayFixture impatient =
        gateway(
            (exchange, http) ->
                http.forward(
                    exchange,
                    IntegrationRequest.passThrough(exchange, "ANY")
                        .to(HttpEndpoint.of(silent.url()).withTimeoutMillis(100), "/")));
    assertStatus(504, "{\"message\": \"Endpoint request timed out\"}", impatient.get("/"));
  }

  @Test
  void aNulInABackendsHeaderReachesNobody() {
    String answer =
        gateway(answering("HTTP/1.1 200 OK\r\nX-Bad: a\u0000b\r\nContent-Length: 2\r\n\r\nhi"))
            .get("/");
    assertStatus(200, "hi", answer);
    assertEquals(1, count(headerLines(answer), "x-bad: a b"));
  }

  @Test
  void anAnswerAboveThePayloadLimitFails() {
    ScriptedBackend declared =
        answering("HTTP/1.1 200 OK\r\nContent-Length: 10485761\r\n\r\nwhatever");
    assertStatus(500, "{\"message\": \"Internal server error\"}", gateway(declared).get("/"));
  }

  @Test
  void aLongBodyThatBreaksOffNeverLooksComplete() {
    String half = "x".repeat(300_000);
    String declared =
        gateway(
                Map.of(),
                ApiInfo.of("api1", "").withBinaryMediaTypes("*/*"),
                answering("HTTP/1.1 200 OK\r\nContent-Length: 900000\r\n\r\n" + half))
            .get("/");
    assertTrue(declared.startsWith("HTTP/1.1 200") || declared.startsWith("HTTP/1.1 504"));
    if (declared.startsWith("HTTP/1.1 200")) {
      assertTrue(headerLines(declared).contains("content-length: 900000"));
      assertTrue(declared.length() < 900_000);
    }
    String chunked =
        gateway(
                answering(
                    "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n493e0\r\n"
                        + half
                        + "\r\n"))
            .get("/");
    assertTrue(chunked.startsWith("HTTP/1.1 200"), chunked.substring(0, 200));
    assertFalse(chunked.endsWith("0\r\n\r\n"), "the client cannot tell that a part is missing");
  }

  @Test
  void aClientThatHangsUpEndsTheCallOfTheBackend() throws Exception {
    CountDownLatch hungUp = new CountDownLatch(1);
    ScriptedBackend backend =
        new ScriptedBackend(
            connection -> {
              String request = connection.readRequest();
              if (request.startsWith("GET /second ")) {
                connection.send(HI);
                return;
              }
              connection.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
              try {
                while (true) {
                  connection.send("2710\r\n" + "x".repeat(10_000) + "\r\n");
                }
              } finally {
                hungUp.countDown();
              }
            });
    opened.add(backend);
    GatewayFixture gateway = gateway(backend);
    try (Socket client = gateway.connect()) {
      gateway.write(client, "GET /first HTTP/1.1", "", "");
      assertTrue(GatewayFixture.readHead(client.getInputStream()).startsWith("HTTP/1.1 200"));
    }
    assertTrue(hungUp.await(10, TimeUnit.SECONDS));
    assertStatus(200, "hi", gateway.get("/second"));
  }

  /** Once while the backend has not answered at all, once in the middle of its answer. */
  @ParameterizedTest
  @ValueSource(strings = {"", "HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n"})
  void aClientThatHangsUpEndsTheWaitForASilentBackend(String soFar) throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch hungUp = new CountDownLatch(1);
    String sent = soFar + (soFar.isEmpty() ? "" : "x".repeat(70_000));
    ScriptedBackend backend = fallingSilent(sent, asked, hungUp);
    GatewayFixture gateway = gateway(backend);
    try (Socket client = gateway.connect()) {
      gateway.write(client, "POST /first HTTP/1.1", "", "body");
      assertTrue(asked.await(10, TimeUnit.SECONDS));
    }
    assertTrue(hungUp.await(10, TimeUnit.SECONDS));
  }

  @Test
  void anHttp2ClientThatHangsUpEndsTheWaitToo() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch hungUp = new CountDownLatch(1);
    ScriptedBackend backend = fallingSilent("", asked, hungUp);
    URI uri;
    try (Socket socket = gateway(backend).connect()) {
      uri = URI.create("http://127.0.0.1:" + socket.getPort() + "/first");
    }
    try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build()) {
      CompletableFuture<?> answer =
          client.sendAsync(
              HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
      assertTrue(asked.await(10, TimeUnit.SECONDS));
      client.shutdownNow();
      assertThrows(ExecutionException.class, () -> answer.get(10, TimeUnit.SECONDS));
    }
    assertTrue(hungUp.await(10, TimeUnit.SECONDS));
  }

  @Test
  void aClientThatSendsItsNextRequestEarlyGetsBothAnswers() throws Exception {
    ScriptedBackend backend =
        new ScriptedBackend(
            connection -> {
              for (String request = connection.readRequest();
                  !request.isEmpty();
                  request = connection.readRequest()) {
                connection.pause(350);
                connection.send("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\n");
                connection.send(request.substring(request.length() - 4));
              }
            });
    opened.add(backend);
    try (Socket client = gateway(backend).connect()) {
      for (String body : List.of("abcd", "efgh", "ijkl")) {
        client
            .getOutputStream()
            .write(
                ("POST /first HTTP/1.1\r\nHost: gateway\r\nContent-Length: 4\r\n\r\n" + body)
                    .getBytes(StandardCharsets.ISO_8859_1));
      }
      for (String body : List.of("abcd", "efgh", "ijkl")) {
        assertStatus(200, body, GatewayFixture.readAnswer(client.getInputStream()));
      }
    }
  }

  @Test
  void vpcLinkTargetsThatFailAreLeftOut() throws IOException {
    ScriptedBackend good = answering(HI);
    ScriptedBackend gone = new ScriptedBackend(connection -> {});
    gone.close();
    Map<String, String> settings =
        Map.of(
            "gateway.vpc-links.link1.targets.0",
            gone.url(),
            "gateway.vpc-links.link1.targets.1",
            good.url() + "/base");
    HttpEndpoint endpoint = HttpEndpoint.of("http://nlb.example.com");
    GatewayFixture gateway =
        gateway(
            settings,
            ApiInfo.of("api1", "").withStageVariable("link", "link1"),
            (exchange, http) ->
                http.forward(
                    exchange,
                    IntegrationRequest.passThrough(exchange, "ANY")
                        .to(
                            endpoint.withVpcLink(
                                exchange.route().segment(0).equals("known")
                                    ? exchange.stageVariableText("link")
                                    : exchange.stageVariableText("other")),
                            "/p")));
    for (int i = 0; i < 4; i++) {
      assertStatus(200, "hi", gateway.get("/known"));
    }
    List<String> sent = headerLines(good.requests().get(0));
    assertEquals("GET /base/p HTTP/1.1", sent.get(0));
    assertEquals(1, count(sent, "host: nlb.example.com"));
    assertStatus(500, "{\"message\": \"Internal server error\"}", gateway.get("/unknown"));
  }

  private ScriptedBackend fallingSilent(String sent, CountDownLatch asked, CountDownLatch hungUp) {
    ScriptedBackend backend =
        new ScriptedBackend(
            connection -> {
              connection.readRequest();
              connection.send(sent);
              asked.countDown();
              try {
                connection.holdOpen();
              } finally {
                hungUp.countDown();
              }
            });
    opened.add(backend);
    return backend;
  }

  private interface Change {
    void apply(IntegrationRequest request);
  }

  private String answerOf(Change change) {
    ScriptedBackend backend = answering(HI);
    String answer =
        gateway(
                (exchange, http) -> {
                  IntegrationRequest request = request(exchange, backend);
                  change.apply(request);
                  http.forward(exchange, request);
                })
            .get("/");
    assertEquals(0, backend.requests().size());
    return answer;
  }

  private static IntegrationRequest request(Exchange exchange, ScriptedBackend backend) {
    return IntegrationRequest.passThrough(exchange, "ANY")
        .to(
            HttpEndpoint.of(backend.url()),
            "/" + (exchange.route().has(0) ? exchange.route().segment(0) : ""));
  }

  private ScriptedBackend answering(String answer) {
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

  private GatewayFixture gateway(ScriptedBackend backend) {
    return gateway((exchange, http) -> http.forward(exchange, request(exchange, backend)));
  }

  private GatewayFixture gateway(
      Map<String, String> settings, ApiInfo info, ScriptedBackend backend) {
    return gateway(
        settings, info, (exchange, http) -> http.forward(exchange, request(exchange, backend)));
  }

  private GatewayFixture gateway(GatewayFixture.Method method) {
    return gateway(Map.of(), ApiInfo.of("api1", ""), method);
  }

  private GatewayFixture gateway(
      Map<String, String> settings, ApiInfo info, GatewayFixture.Method method) {
    GatewayFixture gateway = new GatewayFixture(settings, info, method);
    opened.add(gateway);
    return gateway;
  }

  private static void assertStatus(int status, String body, String answer) {
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
  private static List<String> headerLines(String message) {
    List<String> lines = new ArrayList<>();
    for (String line : message.substring(0, message.indexOf("\r\n\r\n")).split("\r\n")) {
      int colon = lines.isEmpty() ? 0 : line.indexOf(':');
      lines.add(line.substring(0, colon).toLowerCase(Locale.ROOT) + line.substring(colon));
    }
    return lines;
  }

  private static long count(List<String> lines, String start) {
    return lines.stream().filter(line -> line.startsWith(start)).count();
  }
}
