package io.gatemason.runtime.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import io.gatemason.runtime.exchange.ApiInfo;
import io.gatemason.runtime.exchange.ContextVariable;
import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.exchange.MethodInfo;
import io.gatemason.runtime.function.event.EventAuthorizer;
import io.gatemason.runtime.function.event.EventChanges;
import io.gatemason.runtime.function.event.EventClasses;
import io.gatemason.runtime.function.event.PayloadFormat;
import io.gatemason.runtime.function.event.ProxyEvent;
import io.gatemason.runtime.function.event.RouteEventClasses;
import io.gatemason.runtime.function.handler.JsonType;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Events without JSON in between against what reading their JSON gives, for many requests. */
@Timeout(120)
class EventClassesTest {
  private static final JsonType<APIGatewayProxyRequestEvent> PROXY =
      JsonType.of(APIGatewayProxyRequestEvent.class);
  private static final JsonType<APIGatewayV2HTTPEvent> ROUTE =
      JsonType.of(APIGatewayV2HTTPEvent.class);
  private static final int REQUESTS = 400;
  private static final List<ApiInfo> APIS =
      List.of(
          ApiInfo.builder("api1", "").httpApi().build(),
          ApiInfo.builder("api1", "dev")
              .httpApi()
              .stageVariable("colour", "blue")
              .stageVariable("a", "")
              .build(),
          ApiInfo.builder("api1", "dev").stageVariable("colour", "blue").build());

  private final Random random = new Random(16);

  @Test
  void eventsAreThoseThatTheirJsonGives() throws IOException {
    for (ApiInfo api : APIS) {
      compare(api, MethodInfo.of("ANY", "/{first}/{rest+}"));
      compare(api, MethodInfo.of("POST", "$default").withOperationName("anything"));
    }
  }

  private void compare(ApiInfo api, MethodInfo method) throws IOException {
    try (CloudFixture gateway =
            new CloudFixture(
                Map.of(),
                Map.of(),
                api,
                method,
                (exchange, lambda, aws) -> {
                  authorize(exchange);
                  String difference = "";
                  for (int i = 0; i < 3; i++) {
                    difference += difference(exchange, changes(PayloadFormat.V2_0, i));
                    difference += difference(exchange, changes(PayloadFormat.V1_0, i));
                  }
                  byte[] said = difference.getBytes(StandardCharsets.UTF_8);
                  exchange.answer(200).body("text/plain", said).send();
                });
        Socket client = new Socket(InetAddress.getLoopbackAddress(), gateway.port())) {
      client.setSoTimeout(10_000);
      client.setTcpNoDelay(true);
      for (int i = 0; i < REQUESTS; i++) {
        client.getOutputStream().write(request(api).getBytes(StandardCharsets.ISO_8859_1));
        String answer = GatewayFixture.readAnswer(client.getInputStream());
        assertTrue(answer.startsWith("HTTP/1.1 200 ") && answer.endsWith("\r\n\r\n"), answer);
      }
    }
  }

  private static String difference(Exchange exchange, EventChanges changes) {
    byte[] json = ProxyEvent.of(exchange, changes);
    Object read = changes.format() == PayloadFormat.V2_0 ? ROUTE.read(json) : PROXY.read(json);
    Object made =
        changes.format() == PayloadFormat.V2_0
            ? RouteEventClasses.event(exchange, changes)
            : EventClasses.event(exchange, changes);
    return made.equals(read) ? "" : "read " + read + "\nmade " + made + "\n";
  }

  private EventChanges changes(PayloadFormat format, int some) {
    EventChanges changes = new EventChanges(format);
    for (int i = 0; i < some * 2; i++) {
      List<String> value = random.nextInt(5) == 0 ? List.of() : List.of(any("", "v", "ü,w"));
      switch (random.nextInt(7)) {
        case 0 -> changes.appendHeader(any("X-A", "cookie", "X-New"), value);
        case 1 -> changes.overwriteHeader(any("x-a", "Content-Type", "X-New"), value);
        case 2 -> changes.removeHeader(any("X-A", "Cookie", "Authorization"));
        case 3 -> changes.appendQuery(any("a", "new"), value);
        case 4 -> changes.overwriteQuery(any("a", "new"), value);
        case 5 -> changes.removeQuery(any("a", "b"));
        default -> changes.overwritePath(value);
      }
    }
    return changes;
  }

  private String request(ApiInfo api) {
    StringBuilder head = new StringBuilder(any("POST", "PUT"));
    head.append(api.stage().isEmpty() ? " " : " /" + api.stage());
    head.append(any("/one/two", "/one/a%2Bb/c%20d/", "/%C3%BC/x//y"));
    head.append(any("", "?", "?a=1", "?a=1&a=2&b", "?a=%C3%BC+2&=x&b=&b=%26", "?%61=1&A=2"));
    head.append(" HTTP/1.1\r\nHost: api.example.com\r\n");
    for (int i = random.nextInt(6); i > 0; i--) {
      head.append(
          any(
              "X-A: 1\r\n",
              "x-a: 2, 3\r\n",
              "X-Empty:\r\n",
              "X-Byte: \u00e9\r\n",
              "X-Text: \u00c3\u00bc\r\n",
              "Cookie: a=1; b=2\r\n",
              "cookie: ;c=3;;\r\n",
              "cookie: ;\r\n",
              "Authorization: Bearer a.b.c\r\n",
              "authorization: AWS4-HMAC-SHA256 a\r\n",
              "User-Agent: tests\r\n",
              "X-Forwarded-For: 192.0.2.1\r\n",
              "Forwarded: for=192.0.2.1\r\n",
              "Connection: keep-alive, X-Named\r\nX-Named: 1\r\n",
              "TE: trailers\r\n",
              "Content-Encoding: " + (api.httpApi() ? "gzip" : "identity") + "\r\n"));
    }
    String body = any("", "", "hi", "{\"a\": \"\u00c3\u00bc\"}", "\u00ff\u0000", "%ff");
    head.append(
        any(
            "",
            "Content-Type: text/plain\r\n",
            "content-type: application/json; charset=utf-8\r\n",
            "Content-Type: application/json\r\nContent-Type: text/plain\r\n",
            "Content-Type: application/octet-stream\r\n"));
    return head + "Content-Length: " + body.length() + "\r\n\r\n" + body;
  }

  private void authorize(Exchange exchange) {
    switch (random.nextInt(6)) {
      case 0 -> leave(exchange, "jwt", members("claims", Map.of("sub", "ann"), "scopes", null));
      case 1 ->
          leave(
              exchange,
              "jwt",
              members("claims", Map.of("sub", "ü", "aud", ""), "scopes", List.of("a", "b")));
      case 2 -> leave(exchange, "lambda", null);
      case 3 -> leave(exchange, "lambda", context());
      case 4 -> {
        leave(
            exchange,
            "iam",
            members(
                "accessKey", "AKID",
                "accountId", "123456789012",
                "callerId", "AIDA",
                "cognitoIdentity", null,
                "principalOrgId", null,
                "userArn", "arn:aws:iam::123456789012:user/ann",
                "userId", "AIDA"));
        exchange.context().set(ContextVariable.IDENTITY_CLIENT_CERT_SUBJECT_DN, "CN=ann");
      }
      default -> {}
    }
  }

  /** Numbers are of the types that a function's answer is read with. */
  private static Map<String, @Nullable Object> context() {
    Map<String, @Nullable Object> context = new LinkedHashMap<>();
    context.put("int", 1);
    context.put("long", 12_345_678_901L);
    context.put("big", new BigInteger("123456789012345678901234567890"));
    context.put("decimal", new BigDecimal("1.50"));
    context.put("exponent", new BigDecimal("1E+3"));
    context.put("huge", new BigDecimal("1E+400"));
    context.put("text", "");
    context.put("truth", true);
    context.put("none", null);
    context.put("list", Arrays.asList(1, "a", null, List.of(), List.of("b")));
    context.put("map", members("a", null, "b", Map.of(), "c", Map.of("d", false)));
    return context;
  }

  private static void leave(
      Exchange exchange, String kind, @Nullable Map<String, @Nullable Object> content) {
    exchange.context().leave(EventAuthorizer.class, new EventAuthorizer(kind, content));
    if (content != null) {
      exchange.context().authorizer(content);
    }
  }

  private static Map<String, @Nullable Object> members(@Nullable Object... namesAndValues) {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      members.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return members;
  }

  private String any(String... choices) {
    return choices[random.nextInt(choices.length)];
  }

  /** What a function does to its event is its own affair, whoever said it. */
  @Test
  void functionsMayChangeTheirEvents() throws IOException {
    Map<String, @Nullable Object> claims = members("claims", Map.of("sub", "ann"));
    List<APIGatewayV2HTTPEvent> events = new ArrayList<>();
    ApiInfo api = APIS.get(1);
    try (CloudFixture gateway =
        new CloudFixture(
            Map.of(),
            Map.of(),
            api,
            MethodInfo.of("ANY", "/{proxy+}"),
            (exchange, lambda, aws) -> {
              leave(exchange, "jwt", claims);
              EventChanges none = new EventChanges(PayloadFormat.V2_0);
              APIGatewayV2HTTPEvent event = RouteEventClasses.event(exchange, none);
              Stream.of(
                      event.getHeaders(),
                      event.getQueryStringParameters(),
                      event.getPathParameters(),
                      event.getStageVariables(),
                      event.getRequestContext().getAuthorizer().getJwt().getClaims())
                  .forEach(map -> map.put("mine", "own"));
              event.getCookies().add("mine=own");
              events.add(event);
              events.add(RouteEventClasses.event(exchange, none));
              exchange.answer(200).body("text/plain", new byte[0]).send();
            })) {
      assertEquals(200, gateway.get("/dev/x?a=1", "Cookie", "a=1").statusCode());
    }
    assertNotEquals(events.get(0), events.get(1));
    assertEquals(
        Map.of("colour", "blue", "a", ""), new HashMap<>(events.get(1).getStageVariables()));
    assertEquals(
        Map.of("sub", "ann"),
        events.get(1).getRequestContext().getAuthorizer().getJwt().getClaims());
  }
}
