package io.gatemason.runtime.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatemason.runtime.exchange.ContextVariable;
import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.failure.GatewayFailure;
import io.gatemason.runtime.failure.GatewayResponseType;
import io.gatemason.runtime.function.FunctionCall;
import io.gatemason.runtime.function.FunctionResult;
import io.gatemason.runtime.function.event.EventAuthorizer;
import io.gatemason.runtime.function.event.PayloadFormat;
import io.gatemason.runtime.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Authorizer functions of HTTP APIs that are asked without a network. */
class RouteAuthorizerTest {
  private static final String FUNCTION = "arn:aws:lambda:us-east-1:000000000000:function:users";
  private static final String[] SOURCES = {"$request.header.Token", "$request.querystring.who"};
  private static final String YES = "{'isAuthorized': true, 'context': {'user': 'alice', 'n': 1}}";

  private final List<FunctionCall> asked = new ArrayList<>();
  private FunctionResult answer = FunctionResult.returned(bytes(YES));
  private final AuthServices services =
      TestServices.calling(
          call -> {
            asked.add(call);
            return answer;
          });

  private RouteAuthorizer simple(int seconds, String... sources) {
    return RouteAuthorizer.of(services, "users", FUNCTION, PayloadFormat.V2_0, seconds, sources)
        .withSimpleResponses();
  }

  @Test
  void keepsWhatTheFunctionSaidOfACaller() {
    RouteAuthorizer authorizer = simple(300, SOURCES);
    for (Exchange exchange : List.of(call("a"), call("a"))) {
      authorizer.authorize(exchange);
      assertEquals(List.of("alice"), exchange.context().authorizer("user"));
      EventAuthorizer told = exchange.context().left(EventAuthorizer.class);
      assertEquals("lambda", told.kind());
      assertEquals("alice", told.content().get("user"));
    }
    assertEquals(1, asked.size());
    assertEquals(FUNCTION, asked.getFirst().function().id());
    assertEquals(10_000, asked.getFirst().function().timeoutMillis());
    authorizer.authorize(call("b"));
    assertEquals(2, asked.size());
    assertTrue(services.flush("petstore", "dev"));
    authorizer.authorize(call("a"));
    assertEquals(3, asked.size());
  }

  @Test
  void keepsNothingIfThatIsWantedOrNobodyIsToldApart() {
    simple(0, SOURCES).authorize(call("a"));
    simple(0, SOURCES).authorize(call("a"));
    simple(300).authorize(call("a"));
    simple(300).authorize(call("a"));
    assertEquals(4, asked.size());
  }

  @Test
  void theEventHasTheIdentityAndTheCall() {
    simple(0, SOURCES).authorize(call("a"));
    String event = new String(asked.getFirst().payload().bytes(), StandardCharsets.UTF_8);
    assertEquals("REQUEST", Json.read(event).path("type").asText());
    assertEquals("[\"a\",\"b\"]", Json.read(event).path("identitySource").toString());
    assertEquals(
        "arn:aws:execute-api:us-east-1:000000000000:petstore/dev/GET/pets/7",
        Json.read(event).path("routeArn").asText());
  }

  @Test
  void doesNotAskWithoutAnIdentity() {
    RouteAuthorizer authorizer = simple(300, SOURCES);
    unauthorized(authorizer, TestCall.call().header("Token", "a").exchange());
    unauthorized(authorizer, TestCall.call().query("who=b").exchange());
    unauthorized(authorizer, TestCall.call().header("Token", " ").query("who=b").exchange());
    assertEquals(0, asked.size());
  }

  @Test
  void aDecisionMayRefuse() {
    answer = FunctionResult.returned(bytes("{'isAuthorized': false, 'context': {'why': 'x'}}"));
    Exchange exchange = call("a");
    GatewayFailure refused =
        assertThrows(GatewayFailure.class, () -> simple(0, SOURCES).authorize(exchange));
    assertEquals(GatewayResponseType.ACCESS_DENIED, refused.type());
    assertEquals(List.of("x"), exchange.context().authorizer("why"));
    assertNull(exchange.context().left(EventAuthorizer.class));
  }

  @Test
  void aPolicyIsJudgedForEachRoute() {
    answer =
        FunctionResult.returned(
            bytes(
                "{'principalId': 'alice', 'policyDocument': {'Version': '2012-10-17', 'Statement':"
                    + " [{'Effect': 'Allow', 'Action': 'execute-api:Invoke', 'Resource':"
                    + " '*/GET/pets/7'}]}}"));
    RouteAuthorizer authorizer =
        RouteAuthorizer.of(services, "users", FUNCTION, PayloadFormat.V1_0, 300, SOURCES)
            .withCredentials("arn:aws:iam::000000000000:role/asks");
    Exchange exchange = call("a");
    authorizer.authorize(exchange);
    assertEquals(Map.of("principalId", "alice"), exchange.context().authorizer());
    assertEquals("arn:aws:iam::000000000000:role/asks", asked.getFirst().function().role());
    Exchange other =
        TestCall.call().to("GET", "/dev/pets/8").header("Token", "a").query("who=b").exchange();
    GatewayFailure refused = assertThrows(GatewayFailure.class, () -> authorizer.authorize(other));
    assertEquals(GatewayResponseType.ACCESS_DENIED, refused.type());
    assertEquals(1, asked.size());
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aFunctionMaySayThatNobodyIsKnown(boolean failed) {
    byte[] document = bytes("{'errorMessage': 'Unauthorized'}");
    answer = failed ? FunctionResult.failed(document) : FunctionResult.returned(document);
    unauthorized(simple(300, SOURCES), call("a"));
    unauthorized(simple(300, SOURCES), call("a"));
    assertEquals(2, asked.size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "nothing", "{'principalId': 'a'}", "{'errorMessage': 'x'}"})
  void anAnswerThatIsNoneIsAFaultOfTheAuthorizer(String document) {
    answer = FunctionResult.returned(bytes(document));
    misconfigured(simple(300, SOURCES), "the function's answer cannot be used: ");
  }

  @Test
  void soIsAFunctionThatFails() {
    answer = FunctionResult.failed(bytes(YES));
    misconfigured(simple(300, SOURCES), "the function ended with an error");
  }

  @Test
  void soIsOneThatCannotBeReached() {
    AuthServices unreachable =
        TestServices.calling(
            call -> {
              throw GatewayFailure.integrationTimeout();
            });
    misconfigured(
        RouteAuthorizer.of(unreachable, "users", FUNCTION, PayloadFormat.V2_0, 0),
        "Execution failed");
  }

  private void misconfigured(RouteAuthorizer authorizer, String detail) {
    Exchange exchange = call("a");
    GatewayFailure refused =
        assertThrows(GatewayFailure.class, () -> authorizer.authorize(exchange));
    assertEquals(GatewayResponseType.AUTHORIZER_CONFIGURATION_ERROR, refused.type());
    String told = exchange.context().text(ContextVariable.AUTHORIZER_ERROR);
    assertTrue(told.startsWith(detail), told);
    assertTrue(asked.size() <= 1);
  }

  private static void unauthorized(RouteAuthorizer authorizer, Exchange exchange) {
    GatewayFailure refused =
        assertThrows(GatewayFailure.class, () -> authorizer.authorize(exchange));
    assertEquals(GatewayResponseType.UNAUTHORIZED, refused.type());
  }

  private static Exchange call(String token) {
    return TestCall.call().header("Token", token).query("who=b").exchange();
  }

  private static byte[] bytes(String json) {
    return json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
  }
}
