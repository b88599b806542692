package io.gatemason.runtime.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.gatemason.runtime.auth.identity.IdentityHash;
import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentitySourceTest {
  private static final String ARN = "arn:aws:execute-api:us-east-1:000000000000:petstore/dev/GET/";

  private static TestCall call() {
    return TestCall.call().header("X-User", "a").header("x-user", "b").query("who=c&who=d");
  }

  @ParameterizedTest
  @CsvSource({
    "method.request.header.X-USER, 'a,b'",
    "method.request.multivalueheader.x-user, 'a,b'",
    "$request.header.x-User, 'a,b'",
    "method.request.header.Absent, ''",
    "method.request.querystring.who, 'c,d'",
    "method.request.multivaluequerystring.who, 'c,d'",
    "$request.querystring.who, 'c,d'",
    "method.request.querystring.Who, ''",
    "stageVariables.color, red",
    "$stageVariables.color, red",
    "stageVariables.size, ''",
    "context.stage, dev",
    "$context.stage, dev",
    "context.identity.sourceIp, 192.0.2.7",
    "context.identity.apiKey, ''",
    "context.nothing, ''"
  })
  void readsWhatItNames(String expression, String expected) {
    assertEquals(
        expected,
        String.join(",", IdentitySource.of(expression).values(call().exchange())),
        expression);
  }

  @ParameterizedTest
  @CsvSource({
    "$request.header.X$Y, X$Y",
    "$request.header.request.multivalueX, request.multivalueX",
    "method.request.header.request.multivalueX, request.multivalueX",
    "method.request.multivalueheader.request.multivalueX, request.multivalueX"
  })
  void takesNamesAsTheyAreWritten(String expression, String header) {
    assertEquals(
        List.of("a"),
        IdentitySource.of(expression).values(TestCall.call().header(header, "a").exchange()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "method.request.path.id", "method.request.body", "header.X", "'a'"})
  void refusesWhatNamesNone(String expression) {
    assertThrows(IllegalArgumentException.class, () -> IdentitySource.of(expression));
  }

  @Test
  void aCallerIsKnownByAllSourcesInOrder() {
    RequestIdentity identity =
        RequestIdentity.of(true, "method.request.header.X-User", "method.request.querystring.who");
    assertEquals(
        IdentityHash.of(List.of("2", "a", "b", "2", "c", "d")), identity.key(call().exchange()));
    assertEquals(List.of("a", "b", "c", "d"), identity.shown(call().exchange()));
  }

  @Test
  void everySourceNeedsAValueWhereAnswersAreKept() {
    String[] sources = {"method.request.header.X-User", "method.request.querystring.who"};
    RequestIdentity required = RequestIdentity.of(true, sources);
    RequestIdentity optional = RequestIdentity.of(false, sources);
    for (Exchange exchange :
        List.of(
            TestCall.call().header("X-User", "a").exchange(),
            TestCall.call().query("who=c").exchange(),
            TestCall.call().header("X-User", "a").query("who=").exchange(),
            TestCall.call().header("X-User", " ").query("who=c").exchange())) {
      assertNull(required.key(exchange));
      assertNotNull(optional.key(exchange));
    }
    assertNotNull(
        required.key(
            TestCall.call().header("X-User", "").query("who=c").header("X-User", "a").exchange()));
  }

  @Test
  void neighboursDoNotFlowIntoEachOther() {
    RequestIdentity identity =
        RequestIdentity.of(false, "method.request.header.A", "method.request.header.B");
    assertNotEquals(
        identity.key(TestCall.call().header("A", "x").header("A", "y").exchange()),
        identity.key(TestCall.call().header("A", "x").header("B", "y").exchange()));
  }

  @Test
  void aRequestHasNoValidationExpression() {
    RequestIdentity identity = RequestIdentity.of(true, "method.request.header.A");
    assertThrows(IllegalArgumentException.class, () -> identity.validatedBy(".*"));
    String event =
        new String(identity.event(call().exchange(), ARN + "pets/7"), StandardCharsets.UTF_8);
    assertEquals("REQUEST", Json.read(event).path("type").asText());
    assertEquals(ARN + "pets/7", Json.read(event).path("methodArn").asText());
  }

  @Test
  void aTokenIsWhatItsHeaderHas() {
    TokenIdentity identity = TokenIdentity.in("Token");
    Exchange exchange = TestCall.call().header("token", " t\"1 ").exchange();
    assertEquals(IdentityHash.of(List.of("t\"1")), identity.key(exchange));
    assertEquals(List.of(" t\"1 "), identity.shown(exchange));
    assertEquals(
        "{\"type\":\"TOKEN\",\"methodArn\":\"" + ARN + "\",\"authorizationToken\":\"t\\\"1\"}",
        new String(identity.event(exchange, ARN), StandardCharsets.UTF_8));
  }

  @Test
  void noTokenNoKey() {
    TokenIdentity identity = TokenIdentity.in("Token");
    assertNull(identity.key(TestCall.call().exchange()));
    assertNull(identity.key(TestCall.call().header("Token", "tök").exchange()));
    assertNull(identity.key(TestCall.call().header("Token", "a").header("Token", "a").exchange()));
  }

  @Test
  void aTokenMatchesItsExpressionAsAWhole() {
    CallerIdentity identity = TokenIdentity.in("Token").validatedBy("Bearer [a-z]+");
    Exchange good = TestCall.call().header("Token", "Bearer abc").exchange();
    assertEquals(IdentityHash.of(List.of("Bearer abc")), identity.key(good));
    assertNull(identity.key(TestCall.call().header("Token", "Bearer abc1").exchange()));
  }
}
