package io.gatemason.runtime.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.gatemason.runtime.domain.CustomDomain;
import io.gatemason.runtime.domain.RoutingRule;
import io.gatemason.runtime.exchange.ApiInfo;
import io.gatemason.runtime.exchange.ContextVariable;
import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.stage.ApiEndpoint;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CustomDomainsTest {
  private static GatewayServer server;

  @BeforeAll
  static void start() {
    server =
        TestApi.start(
            Map.of("gateway.trusted-proxies", "127.0.0.1"),
            List.of(
                CustomDomain.of("api.example.com")
                    .mapping("orders", "one", "dev")
                    .mapping("any", "one")
                    .mapping("gone", "one", "none"),
                CustomDomain.of("ruled.example.com")
                    .rule(RoutingRule.of("ruled", 1, "one", "dev").basePaths("rule")),
                CustomDomain.of("deep.example.com").mapping("a/b", "one", "dev"),
                CustomDomain.of("closed.example.com").mapping("", "two", "prod")),
            api(ApiInfo.of("one", "dev")),
            api(ApiInfo.of("one", "prod")),
            api(ApiInfo.builder("two", "prod").executeApiEndpointDisabled().build()));
  }

  @AfterAll
  static void stop() {
    server.stop();
  }

  @ParameterizedTest
  @CsvSource({
    "api.example.com, /orders/x, dev /orders/x /orders/x /x orders x",
    "API.example.com.:8080, /orders/x, dev /orders/x /orders/x /x orders x",
    "api.example.com, /any/prod/x, prod /any/prod/x /any/prod/x /prod/x any x",
    "deep.example.com, /a/bc, dev /a/bc /a/bc /c a/b c",
    "one.execute-api.local, /dev/x, dev /dev/x /x /dev/x - x",
    "closed.example.com, /x, prod /x /x /x (none) x",
    "localhost, /dev/x, dev /dev/x /x /dev/x - x",
    "127.0.0.1:8080, /dev/x, dev /dev/x /x /dev/x - x",
  })
  void findsTheStageAndTheRoute(String host, String path, String expected) throws IOException {
    RawClient.Reply reply = get(path, "Host: " + host);
    assertEquals(200, reply.status());
    assertEquals(expected, reply.text());
  }

  @ParameterizedTest
  @CsvSource({
    "api.example.com, /other",
    "api.example.com, /gone/x",
    "api.example.com, /any/none/x",
    "api.example.com, /dev/x",
    "b.api.example.com, /orders/x",
    "nobody.example.com, /dev/x",
    "two.execute-api.local, /prod/x",
    "localhost, /prod/x",
    "localhost, /x",
    "127.0.0.1.example.com, /dev/x",
  })
  void forbidsWhatNothingFits(String host, String path) throws IOException {
    RawClient.Reply reply = get(path, "Host: " + host);
    assertEquals(403, reply.status());
    assertEquals("{\"message\":\"Forbidden\"}", reply.text());
  }

  @Test
  void aDisabledEndpointIsNotReachedByNameEither() throws IOException {
    assertEquals(403, get("/prod/x", "Host: localhost", "x-apigw-api-id: two").status());
    assertEquals(200, get("/dev/x", "Host: localhost", "x-apigw-api-id: one").status());
  }

  @Test
  void believesATrustedProxyAboutTheHost() throws IOException {
    RawClient.Reply reply =
        get("/orders/x", "Host: inner.local", "X-Forwarded-Host: api.example.com");
    assertEquals(200, reply.status());
  }

  @Test
  void theOnlyApiAnswersToHostsThatAreNoPublicNames() throws IOException {
    GatewayServer single =
        TestApi.start(
            Map.of(),
            List.of(CustomDomain.of("api.example.com").mapping("", "one", "dev")),
            api(ApiInfo.of("one", "dev")));
    try {
      assertEquals(200, RawClient.get(single.port(), "/dev/x", "Host: localhost:8080").status());
      assertEquals(200, RawClient.get(single.port(), "/dev/x", "Host: 10.0.0.7").status());
      assertEquals(200, RawClient.get(single.port(), "/dev/x", "Host: [::1]:80").status());
      assertEquals(200, RawClient.get(single.port(), "/x", "Host: api.example.com").status());
      assertEquals(403, RawClient.get(single.port(), "/dev/x", "Host: www.example.com").status());
    } finally {
      single.stop();
    }
  }

  @Test
  void lowersTheCaseOfHeadersBehindSeveralLevels() throws IOException {
    assertEquals(
        "x-my-header", get("/a/b/names", "Host: deep.example.com", "X-My-Header: 1").text());
    assertEquals(
        "X-My-Header", get("/orders/names", "Host: api.example.com", "X-My-Header: 1").text());
  }

  @Test
  void aPrivateApiAnswersOnlyAtAPrivateListener() throws IOException {
    ApiInfo info = ApiInfo.builder("one", "dev").endpoint(ApiEndpoint.PUBLIC.privately()).build();
    GatewayServer open = TestApi.start(api(info));
    GatewayServer closed =
        TestApi.start(Map.of("gateway.listener.private-endpoint.vpce", "vpce-1"), api(info));
    try {
      assertEquals("{\"message\":\"Forbidden\"}", RawClient.get(open.port(), "/dev/x").text());
      assertEquals(200, RawClient.get(closed.port(), "/dev/x").status());
    } finally {
      open.stop();
      closed.stop();
    }
  }

  private static TestApi api(ApiInfo info) {
    return new TestApi(info)
        .method("GET", "/names", CustomDomainsTest::names)
        .method("GET", "/rule", CustomDomainsTest::rule)
        .method("ANY", "/{proxy+}", CustomDomainsTest::tell);
  }

  private static void rule(Exchange exchange) {
    String id = exchange.context().text(ContextVariable.CUSTOM_DOMAIN_ROUTING_RULE_ID_MATCHED, "-");
    exchange.answer(200).body("text/plain", id).send();
  }

  @Test
  void namesTheRuleThatMatched() throws IOException {
    assertEquals("ruled", get("/rule", "Host: ruled.example.com").text());
  }

  private static void names(Exchange exchange) {
    exchange.answer(200).body("text/plain", exchange.head().fields().name(1)).send();
  }

  private static void tell(Exchange exchange) {
    String text =
        String.join(
            " ",
            exchange.api().stage(),
            exchange.context().text(ContextVariable.PATH, "-"),
            exchange.shownPath(),
            exchange.rawPath(),
            exchange.context().text(ContextVariable.CUSTOM_DOMAIN_BASE_PATH_MATCHED, "-"),
            exchange.route().rest(0));
    exchange.answer(200).body("text/plain", text).send();
  }

  private static RawClient.Reply get(String path, String... headers) throws IOException {
    return RawClient.get(server.port(), path, headers);
  }
}
