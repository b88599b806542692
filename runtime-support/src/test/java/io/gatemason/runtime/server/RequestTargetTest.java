package io.gatemason.runtime.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatemason.runtime.exchange.ApiInfo;
import io.gatemason.runtime.exchange.ContextVariable;
import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.server.RawClient.Reply;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which API, stage and method a request reaches, and what it gets if none. */
class RequestTargetTest {
  private static final String FORBIDDEN = "{\"message\":\"Forbidden\"}";

  private static TestApi api(ApiInfo info) {
    return new TestApi(info)
        .method("GET", "/", exchange -> tell(exchange, "root of " + exchange.api().apiId()))
        .method("GET", "/pets", exchange -> tell(exchange, "pets of " + exchange.api().apiId()))
        .method(
            "ANY",
            "/{proxy+}",
            exchange ->
                tell(
                    exchange,
                    exchange.route().httpMethod()
                        + " "
                        + exchange.pathParameter("proxy", "?")
                        + " "
                        + exchange.context().text(ContextVariable.PATH, "")));
  }

  private static void tell(Exchange exchange, String text) {
    exchange.answer(200).body("text/plain", text).send();
  }

  private static void withServer(GatewayServer server, Steps steps) throws IOException {
    try {
      steps.run(server.port());
    } finally {
      server.stop();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/dev/pets, pets of one",
    "/dev/pets/, pets of one",
    "//dev/pets, pets of one",
    "/dev//pets, pets of one",
    "/d%65v/%70ets, pets of one",
    "/dev, root of one",
    "/dev/, root of one",
    "/dev/a/b, GET a/b /dev/a/b",
    "/dev/a//b/, GET a//b /dev/a//b/",
    "//dev/a%2Fb+c, GET a%2Fb+c /dev/a%2Fb+c",
    "http://localhost/dev/pets, pets of one",
    "HTTPS://localhost:80//dev/a, GET a /dev/a"
  })
  void findsTheMethodBelowTheStage(String target, String expected) throws IOException {
    withServer(
        TestApi.start(api(ApiInfo.of("one", "dev"))),
        port -> assertEquals(expected, RawClient.get(port, target).text()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/dev/p/../../admin",
        "/dev/a/%2e%2e/b",
        "/dev/a/..%2fb",
        "/..",
        "//dev/./pets",
        "http://localhost/dev/../pets"
      })
  void refusesPathsThatLeaveTheirPlace(String target) throws IOException {
    withServer(
        TestApi.start(api(ApiInfo.of("one", "dev"))),
        port -> assertEquals(400, RawClient.get(port, target).status()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/prod/pets", "/devil/pets", "/pets", "/DEV/pets"})
  void forbidsUnknownStages(String target) throws IOException {
    withServer(
        TestApi.start(api(ApiInfo.of("one", "dev"))),
        port -> {
          Reply reply = RawClient.get(port, target);
          assertEquals(403, reply.status());
          assertEquals(FORBIDDEN, reply.text());
          assertEquals("ForbiddenException", reply.header("x-amzn-ErrorType"));
          assertEquals("application/json", reply.header("Content-Type"));
          assertEquals(36, reply.header("x-amzn-RequestId").length());
          assertEquals(16, reply.header("x-amz-apigw-id").length());
        });
  }

  @ParameterizedTest
  @CsvSource({"ids[]=1&ids[]=2, ids[]=1 ids[]=2", "a\"=<b>^`\\, a\"=<b>^`\\", "a;b=c=d, a= b=c=d"})
  void takesWhatIsNotEscapedInAQueryAsItStands(String query, String expected) throws IOException {
    TestApi api = new TestApi(ApiInfo.of("one", "dev"));
    api.method("GET", "/pets", exchange -> tell(exchange, query(exchange)));
    withServer(
        TestApi.start(api),
        port -> assertEquals(expected, RawClient.get(port, "/dev/pets?" + query).text()));
  }

  private static String query(Exchange exchange) {
    StringJoiner text = new StringJoiner(" ");
    exchange.head().query().forEach((name, value) -> text.add(name + "=" + value));
    return text.toString();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/dev/\u00c3\u00a9",
        "/dev/a%zz",
        "/dev/%",
        "/dev/a|b",
        "/dev/a\u0000",
        "/dev/pets?a|b",
        "/dev/pets?a={b",
        "/dev/pets?a=b}",
        "/dev/pets?a=\u00e9",
        "/dev/pets?a=\u0001",
        "/dev/pets?a=100%",
        "/dev/pets?a=%4",
        "/dev/pets?a=%zz"
      })
  void refusesWhatHasToBeEscaped(String target) throws IOException {
    withServer(
        TestApi.start(api(ApiInfo.of("one", "dev"))),
        port -> {
          Reply reply = RawClient.get(port, target);
          assertEquals(400, reply.status());
          assertEquals("{\"message\":\"Bad Request\"}", reply.text());
        });
  }

  @Test
  void answersAtTheRootWithoutAStage() throws IOException {
    withServer(
        TestApi.start(api(ApiInfo.of("one", ""))),
        port -> {
          assertEquals("pets of one", RawClient.get(port, "/pets").text());
          assertEquals("root of one", RawClient.get(port, "/").text());
        });
  }

  @Test
  void tellsSeveralApisApartByHost() throws IOException {
    withServer(
        TestApi.start(
            api(ApiInfo.of("one", "dev")),
            api(ApiInfo.of("Two", "dev")),
            api(ApiInfo.builder("three", "dev").executeApiEndpointDisabled().build())),
        port -> {
          String path = "/dev/pets";
          assertEquals(
              "pets of Two",
              RawClient.get(port, path, "Host: TWO.execute-api.eu-west-1.localhost:81").text());
          assertEquals("pets of one", RawClient.get(port, path, "Host: one.execute-api.x").text());
          assertEquals("pets of Two", RawClient.get(port, path, "x-apigw-api-id: two").text());
          for (String host : List.of("three.execute-api.x", "four.execute-api.x", "localhost")) {
            Reply reply = RawClient.get(port, path, "Host: " + host);
            assertEquals(403 + FORBIDDEN, reply.status() + reply.text(), host);
          }
        });
  }

  @Test
  void closesOnlyTheDefaultEndpointOfTheOnlyApi() throws IOException {
    withServer(
        TestApi.start(api(ApiInfo.builder("one", "dev").executeApiEndpointDisabled().build())),
        port -> {
          assertEquals("pets of one", RawClient.get(port, "/dev/pets", "Host: pets.test").text());
          assertEquals(
              403, RawClient.get(port, "/dev/pets", "Host: one.execute-api.x.test").status());
        });
  }

  @Test
  void missesTheTokenOnUnknownRoutes() throws IOException {
    TestApi api = new TestApi(ApiInfo.of("one", "dev"));
    api.method("GET", "/pets", exchange -> tell(exchange, "pets"));
    withServer(
        TestApi.start(api),
        port -> {
          for (String request : List.of("GET /dev/cats", "POST /dev/pets", "HEAD /dev/pets")) {
            Reply reply = RawClient.send(port, RawClient.head(request), new byte[0]);
            assertEquals(403, reply.status());
            assertEquals("MissingAuthenticationTokenException", reply.header("x-amzn-ErrorType"));
            assertEquals("42", reply.header("Content-Length"));
            assertEquals(
                request.startsWith("HEAD") ? "" : "{\"message\":\"Missing Authentication Token\"}",
                reply.text());
          }
        });
  }

  @Test
  void rejectsAForeignAuthorizationOnUnknownRoutes() throws IOException {
    TestApi api = new TestApi(ApiInfo.of("one", "dev"));
    withServer(
        TestApi.start(api),
        port -> {
          Reply reply = RawClient.get(port, "/dev/x", "Authorization: Bearer abc");
          assertEquals(403, reply.status());
          assertEquals("IncompleteSignatureException", reply.header("x-amzn-ErrorType"));
          assertEquals(
              "{\"message\":\"Invalid key=value pair (missing equal-sign) in Authorization header"
                  + " (hashed with SHA-256 and encoded with Base64):"
                  + " 'w1Xc6WwWEogNEZQP/dkBTThsJT4MNlKmzQanIm970rY='.\"}",
              reply.text());
          assertEquals(
              "{\"message\":\"Missing Authentication Token\"}",
              RawClient.get(port, "/dev/x", "Authorization: AWS4-HMAC-SHA256 Credential=x").text());
        });
  }

  @Test
  void overridesTheVerbByHeader() throws IOException {
    withServer(
        TestApi.start(api(ApiInfo.of("one", "dev"))),
        port -> {
          assertEquals(
              "DELETE a /dev/a",
              RawClient.get(port, "/dev/a", "X-HTTP-Method-Override: delete").text());
          assertEquals(
              403, RawClient.get(port, "/dev/a", "X-HTTP-Method-Override: TRACE").status());
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"/ping", "/sping"})
  void answersHealthChecks(String target) throws IOException {
    withServer(
        TestApi.start(api(ApiInfo.of("one", "dev"))),
        port -> assertEquals(200, RawClient.get(port, target).status()));
  }

  @Test
  void keepsConnectionsOpen() throws IOException {
    withServer(
        TestApi.start(api(ApiInfo.of("one", "dev"))),
        port -> {
          try (RawClient client = new RawClient(port)) {
            for (int i = 0; i < 3; i++) {
              client.write(RawClient.head("GET /dev/pets"), new byte[0]);
              assertEquals("pets of one", client.read(false).text());
              client.write(RawClient.head("GET /prod"), new byte[0]);
              assertEquals(403, client.read(false).status());
            }
          }
        });
  }

  @Test
  void stopsOnceAndClosesResources() {
    int[] closed = new int[1];
    GatewayServer server =
        TestApi.start(Map.of(), () -> closed[0]++, api(ApiInfo.of("one", "dev")));
    assertTrue(server.port() > 0);
    server.stop();
    server.stop();
    assertEquals(1, closed[0]);
  }

  @FunctionalInterface
  private interface Steps {
    void run(int port) throws IOException;
  }
}
