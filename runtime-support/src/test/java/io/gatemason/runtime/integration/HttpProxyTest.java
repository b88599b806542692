package io.gatemason.runtime.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatemason.runtime.exchange.ApiInfo;
import io.gatemason.runtime.exchange.ContextVariable;
import io.gatemason.runtime.transport.HttpEndpoint;
import io.gatemason.runtime.transport.ScriptedBackend;
import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * http_proxy from a client's bytes to a client's bytes
 * (docs/behaviour/integrations.md#header-classes, docs/behaviour/integrations.md#failures,
 * docs/behaviour/integrations.md#http-proxy).
 */
@Timeout(60)
final class HttpProxyTest extends HttpProxyCalls {
  private static final String NETWORK_ERROR =
      "{\"message\": \"Network error communicating with endpoint\"}";

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

  private static final String CLIENT_WORDS =
      "X-Forwarded-For: 203.0.113.7\r\nX-Forwarded-Proto: https\r\nX-Forwarded-Port: 8443\r\n"
          + "X-Forwarded-Host: told.example.com\r\nX-Forwarded-Prefix: /p\r\nX-Real-IP: 1.2.3.4\r\n"
          + "Forwarded: for=1.2.3.4\r\nProxy-Authorization: Basic x\r\nX-Secret: s\r\n"
          + "Connection: X-Secret, keep-alive\r\n";

  @Test
  void believesNothingOfWhatClientsSayOfThemselves() {
    ScriptedBackend backend = answering(HI);
    gateway(backend).send("GET / HTTP/1.1", CLIENT_WORDS, "");
    List<String> sent = headerLines(backend.requests().get(0));
    assertTrue(sent.contains("x-forwarded-for: 203.0.113.7, 127.0.0.1"), sent.toString());
    assertTrue(sent.contains("x-forwarded-proto: http"), sent.toString());
    assertEquals(0, count(sent, "x-forwarded-port: 8443"));
    for (String dropped :
        List.of(
            "x-forwarded-host",
            "x-forwarded-prefix",
            "x-real-ip",
            "forwarded",
            "proxy-authorization",
            "x-secret")) {
      assertEquals(0, count(sent, dropped + ":"), dropped + " in " + sent);
    }
  }

  @Test
  void bytesBeyondAsciiReachTheBackendUnchanged() {
    ScriptedBackend backend = answering(HI);
    GatewayFixture gateway =
        gateway(
            (exchange, http) ->
                http.forward(
                    exchange,
                    (HttpRequest)
                        request(exchange, backend)
                            .header("X-Mapped", exchange.header("X-Utf-8"))
                            .header("X-Made", "\u20ac")));
    gateway.send("GET / HTTP/1.1", "X-Latin: caf\u00e9\u0085\r\nX-Utf-8: caf\u00c3\u00a9\r\n", "");
    List<String> sent = headerLines(backend.requests().get(0));
    assertTrue(
        sent.containsAll(
            List.of(
                "x-latin: caf\u00e9\u0085",
                "x-utf-8: caf\u00c3\u00a9",
                "x-mapped: caf\u00c3\u00a9",
                "x-made: \u00e2\u0082\u00ac")),
        sent.toString());
  }

  @Test
  void believesTrustedProxies() {
    ScriptedBackend backend = answering(HI);
    Map<String, String> settings =
        Map.of("gateway.trusted-proxies", "127.0.0.0/8, ::1, 198.51.100.0/24");
    List<String> sources = new ArrayList<>();
    GatewayFixture gateway =
        gateway(
            settings,
            ApiInfo.of("api1", ""),
            (exchange, http) -> {
              sources.addAll(exchange.context().values(ContextVariable.IDENTITY_SOURCE_IP));
              http.forward(exchange, request(exchange, backend));
            });
    gateway.send("GET / HTTP/1.1", CLIENT_WORDS, "");
    List<String> sent = headerLines(backend.requests().get(0));
    assertTrue(
        sent.containsAll(
            List.of(
                "x-forwarded-for: 203.0.113.7, 127.0.0.1",
                "x-forwarded-proto: https",
                "x-forwarded-port: 8443",
                "x-forwarded-host: told.example.com",
                "x-real-ip: 1.2.3.4",
                "forwarded: for=1.2.3.4")),
        sent.toString());
    assertEquals(0, count(sent, "proxy-authorization:") + count(sent, "x-secret:"));
    for (String chain :
        List.of("6.6.6.6, 203.0.113.9:5000, 198.51.100.7", "[2001:db8::1]:80", "forged", "")) {
      gateway.send("GET / HTTP/1.1", "X-Forwarded-For: " + chain + "\r\n", "");
    }
    assertEquals(
        List.of("203.0.113.7", "203.0.113.9", "2001:db8::1", "127.0.0.1", "127.0.0.1"), sources);
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
                    (HttpRequest)
                        HttpRequest.passThrough(exchange, "POST")
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
                    (HttpRequest)
                        HttpRequest.passThrough(exchange, "ANY")
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
                    HttpRequest.passThrough(exchange, "ANY")
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

  /** RFC 9110 §7.6.1. */
  @Test
  void dropsWhatABackendsConnectionNames() {
    ScriptedBackend backend =
        answering(
            "HTTP/1.1 200 OK\r\nx-hop: 1\r\nX-Hop: 2\r\nX-Other: 3\r\nX-Own: 4\r\n"
                + "Connection: close, X-Hop\r\nConnection: ,x-other\r\n"
                + "Content-Length: 2\r\n\r\nhi");
    List<String> got = headerLines(gateway(backend).get("/"));
    assertEquals(0, count(got, "x-hop:") + count(got, "x-other:"), got.toString());
    assertEquals(1, count(got, "x-own: 4"), got.toString());
  }

  /** UTF-8 as it is, the older ISO 8859-1 as UTF-8. */
  @Test
  void keepsWhatIsBeyondAsciiInResponseHeaders() {
    String file = "attachment; filename=\"\u00c5\u00bc.txt\"";
    ScriptedBackend backend =
        answering(
            "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Disposition: "
                + file
                + "\r\nX-Old: caf\u00e9\r\n\r\nhi");
    List<String> answer = headerLines(gateway(backend).get("/"));
    assertEquals(1, count(answer, "content-disposition: " + file), answer.toString());
    assertEquals(1, count(answer, "x-old: caf\u00c3\u00a9"), answer.toString());
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

  /** What GET would have is not known then (RFC 9110 §8.6). */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Transfer-Encoding: chunked\r\n",
        "Transfer-Encoding: chunked\r\nContent-Length: 9\r\n"
      })
  void headTellsNoLengthThatTheBackendDoesNotTell(String framing) throws IOException {
    GatewayFixture gateway = gateway(answering("HTTP/1.1 200 OK\r\n" + framing + "\r\n"));
    try (Socket client = gateway.connect()) {
      gateway.write(client, "HEAD / HTTP/1.1", "", "");
      List<String> head = headerLines(GatewayFixture.readHead(client.getInputStream()));
      assertEquals("HTTP/1.1 200 OK", head.getFirst());
      assertEquals(0, count(head, "content-length:"), head.toString());
    }
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
            ApiInfo.builder("api1", "").binaryMediaTypes("image/*").build(),
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
                    HttpRequest.passThrough(exchange, "ANY")
                        .to(HttpEndpoint.of(silent.url()).withTimeoutMillis(100), "/")));
    assertStatus(504, "{\"message\": \"Endpoint request timed out\"}", impatient.get("/"));
  }

  @Test
  void aNulInABackendsHeaderReachesNobody() {
    String answer =
        gateway(answering("HTTP/1.1 200 OK\r\nX-Bad: a\u0000b\r\nContent-Length: 2\r\n\r\nhi"))
            .get("/");
    assertStatus(504, NETWORK_ERROR, answer);
  }

  @Test
  void anAnswerAboveThePayloadLimitFails() {
    ScriptedBackend declared =
        answering("HTTP/1.1 200 OK\r\nContent-Length: 10485761\r\n\r\nwhatever");
    assertStatus(500, "{\"message\": \"Internal server error\"}", gateway(declared).get("/"));
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
            ApiInfo.builder("api1", "").stageVariable("link", "link1").build(),
            (exchange, http) ->
                http.forward(
                    exchange,
                    HttpRequest.passThrough(exchange, "ANY")
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

  private interface Change {
    void apply(HttpRequest request);
  }

  private String answerOf(Change change) {
    ScriptedBackend backend = answering(HI);
    String answer =
        gateway(
                (exchange, http) -> {
                  HttpRequest request = request(exchange, backend);
                  change.apply(request);
                  http.forward(exchange, request);
                })
            .get("/");
    assertEquals(0, backend.requests().size());
    return answer;
  }
}
