package io.gatemason.runtime.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatemason.runtime.exchange.CallRecord.Phase;
import io.gatemason.runtime.exchange.ContextVariable;
import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.failure.GatewayFailure;
import io.gatemason.runtime.failure.GatewayResponseType;
import io.gatemason.runtime.function.FunctionCall;
import io.gatemason.runtime.function.FunctionResult;
import io.gatemason.runtime.log.CallLog;
import io.gatemason.runtime.log.ExecutionLog.Detail;
import io.gatemason.runtime.log.LogText;
import io.gatemason.runtime.policy.AccessPolicy;
import io.gatemason.runtime.policy.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Authorizer functions that are asked without a network. */
class LambdaAuthorizerTest {
  private static final String FUNCTION = "arn:aws:lambda:us-east-1:000000000000:function:users";
  private static final AccessPolicy DENY = call -> Verdict.EXPLICIT_DENY;

  private final List<FunctionCall> asked = new ArrayList<>();
  private FunctionResult answer = allowing("'*'");
  private final AuthServices services =
      TestServices.calling(
          call -> {
            asked.add(call);
            return answer;
          });

  @Test
  void asksForATokenOnceAndKeepsTheAnswer() {
    LambdaAuthorizer authorizer = LambdaAuthorizer.token(services, "users", FUNCTION, "Token", 300);
    Exchange first = call();
    authorizer.authorize(first);
    Exchange second = call();
    authorizer.authorize(second);
    assertEquals(1, asked.size());
    assertEquals(FUNCTION, asked.getFirst().function().id());
    assertEquals(10_000, asked.getFirst().function().timeoutMillis());
    for (Exchange exchange : List.of(first, second)) {
      assertEquals(List.of("alice"), exchange.context().authorizer("principalId"));
      assertEquals("key", exchange.context().usageIdentifierKey());
      assertFalse(exchange.context().invalidationAllowed());
    }
    assertEquals(List.of("0"), second.context().authorizer("integrationLatency"));
    assertEquals("200", first.context().text(ContextVariable.AUTHORIZER_INTEGRATION_STATUS));
    authorizer.authorize(TestCall.call().header("Token", "another").exchange());
    assertEquals(2, asked.size());
    assertTrue(services.flush("petstore", "dev"));
    authorizer.authorize(call());
    assertEquals(3, asked.size());
  }

  @Test
  void keepsNothingIfThatIsWanted() {
    LambdaAuthorizer authorizer = LambdaAuthorizer.token(services, "users", FUNCTION, "Token", 0);
    authorizer.authorize(call());
    authorizer.authorize(call());
    assertEquals(2, asked.size());
  }

  @Test
  void asksWithTheWholeRequestWhereTheAuthorizerWantsIt() {
    LambdaAuthorizer kept =
        LambdaAuthorizer.request(services, "users", FUNCTION, 300, "method.request.header.Token");
    kept.authorize(call());
    assertTrue(text(asked.getFirst()).contains("\"type\":\"REQUEST\""), text(asked.getFirst()));
    unauthorized(kept, TestCall.call().exchange());
    LambdaAuthorizer.request(services, "all", FUNCTION, 0, "method.request.header.Token")
        .authorize(TestCall.call().exchange());
    assertEquals(2, asked.size());
    unauthorized(
        LambdaAuthorizer.connect(services, "sockets", FUNCTION, "method.request.header.Token"),
        TestCall.call().exchange());
    assertEquals(2, asked.size());
  }

  @Test
  void doesNotAskWithoutAToken() {
    LambdaAuthorizer authorizer = LambdaAuthorizer.token(services, "users", FUNCTION, "Token", 0);
    unauthorized(authorizer, TestCall.call().exchange());
    unauthorized(authorizer.withValidation("other.*"), call());
    authorizer.withValidation("tok.*").authorize(call());
    assertEquals(1, asked.size());
  }

  @Test
  void asksAsTheRoleThatIsNamed() {
    LambdaAuthorizer.token(services, "users", FUNCTION, "Token", 0)
        .withCredentials("arn:aws:iam::000000000000:role/asks")
        .authorize(call());
    assertEquals("arn:aws:iam::000000000000:role/asks", asked.getFirst().function().role());
  }

  @Test
  void thePolicyOfTheApiIsAskedFirstAndMayAllow() {
    LambdaAuthorizer authorizer = LambdaAuthorizer.token(services, "users", FUNCTION, "Token", 0);
    denied(authorizer.withPolicy(DENY), "not authorized to perform");
    assertEquals(0, asked.size());
    answer = allowing("'arn:aws:execute-api:us-east-1:000000000000:other/*'");
    denied(authorizer, "User is not authorized to access this resource");
    Exchange exchange = call();
    authorizer.withPolicy(call -> Verdict.ALLOW).authorize(exchange);
    assertTrue(exchange.context().invalidationAllowed());
  }

  @Test
  void whatAPolicyDeniesIsDeniedWhateverAllowsIt() {
    answer = returned("'Deny'", "'*'");
    denied(
        LambdaAuthorizer.token(services, "users", FUNCTION, "Token", 0)
            .withPolicy(call -> Verdict.ALLOW),
        "User is not authorized to access this resource with an explicit deny in an"
            + " identity-based policy");
  }

  @Test
  void logsTellAskingFromJudging() {
    LambdaAuthorizer authorizer = LambdaAuthorizer.token(services, "users", FUNCTION, "Token", 0);
    Exchange allowed = call();
    authorizer.authorize(allowed);
    assertEquals(200, allowed.record().phase(Phase.AUTHORIZER).status());
    assertEquals(200, allowed.record().phase(Phase.AUTHORIZE).status());
    answer = returned("'Deny'", "'*'");
    Exchange denied = call();
    assertThrows(GatewayFailure.class, () -> authorizer.authorize(denied));
    assertEquals(200, denied.record().phase(Phase.AUTHORIZER).status());
    assertEquals(403, denied.record().phase(Phase.AUTHORIZE).status());
    Exchange closed = call();
    assertThrows(GatewayFailure.class, () -> authorizer.withPolicy(DENY).authorize(closed));
    assertNull(closed.record().phase(Phase.AUTHORIZER));
    assertEquals(403, closed.record().phase(Phase.AUTHORIZE).status());
  }

  @Test
  void aFunctionMaySayThatNobodyIsKnown() {
    answer = FunctionResult.failed(bytes("{'errorMessage': 'Unauthorized'}"));
    unauthorized(LambdaAuthorizer.token(services, "users", FUNCTION, "Token", 300), call());
    answer = allowing("'*'");
    LambdaAuthorizer.token(services, "users", FUNCTION, "Token", 300).authorize(call());
    assertEquals(2, asked.size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"{'errorMessage': 'unauthorized'}", "{}", "nothing"})
  void anyOtherErrorIsOneOfTheAuthorizer(String document) {
    answer = FunctionResult.failed(bytes(document));
    misconfigured();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "nothing", "{'principalId': 'a'}"})
  void soIsAnAnswerThatIsNoResult(String document) {
    answer = FunctionResult.returned(bytes(document));
    misconfigured();
  }

  @Test
  void aFunctionThatCannotBeReachedLetsNobodyIn() {
    LambdaAuthorizer authorizer =
        LambdaAuthorizer.token(
            TestServices.calling(
                call -> {
                  throw GatewayFailure.integrationTimeout();
                }),
            "users",
            FUNCTION,
            "Token",
            0);
    assertEquals(
        GatewayResponseType.AUTHORIZER_CONFIGURATION_ERROR,
        assertThrows(GatewayFailure.class, () -> authorizer.authorize(call())).type());
  }

  @Test
  void theExecutionLogTellsItAndMasksWhatCallersShow() {
    List<String> lines = new ArrayList<>();
    Exchange exchange = TestCall.call().header("Token", "0123456789").exchange();
    exchange.log(new CallLog(Detail.DATA, LogText.SERVICE, lines::add));
    LambdaAuthorizer.token(services, "users", FUNCTION, "Token", 0).authorize(exchange);
    assertEquals(
        List.of(
            "Starting authorizer: users for request: id-of-the-request",
            "Incoming identity: ****456789",
            "Endpoint request URI: https://lambda.us-east-1.amazonaws.com/2015-03-31/functions/"
                + FUNCTION
                + "/invocations",
            "Endpoint request body after transformations: {\"type\":\"TOKEN\",\"methodArn\":"
                + "\"arn:aws:execute-api:us-east-1:000000000000:petstore/dev/GET/pets/7\","
                + "\"authorizationToken\":\"****456789\"}",
            "Authorizer result body before parsing: "
                + new String(answer.payload().bytes(), StandardCharsets.UTF_8),
            "Using valid authorizer policy for principal: *****",
            "Successfully completed authorizer execution"),
        lines);
    lines.clear();
    Exchange quiet = call();
    quiet.log(new CallLog(Detail.ERROR, LogText.SERVICE, lines::add));
    LambdaAuthorizer.token(services, "users", FUNCTION, "Token", 0).authorize(quiet);
    assertEquals(List.of(), lines);
  }

  private void misconfigured() {
    LambdaAuthorizer authorizer = LambdaAuthorizer.token(services, "users", FUNCTION, "Token", 300);
    for (int i = 1; i <= 2; i++) {
      GatewayFailure refused =
          assertThrows(GatewayFailure.class, () -> authorizer.authorize(call()));
      assertEquals(GatewayResponseType.AUTHORIZER_CONFIGURATION_ERROR, refused.type());
      assertEquals(i, asked.size());
    }
  }

  private static void unauthorized(LambdaAuthorizer authorizer, Exchange exchange) {
    GatewayFailure refused =
        assertThrows(GatewayFailure.class, () -> authorizer.authorize(exchange));
    assertEquals(GatewayResponseType.UNAUTHORIZED, refused.type());
  }

  private static void denied(LambdaAuthorizer authorizer, String text) {
    GatewayFailure refused = assertThrows(GatewayFailure.class, () -> authorizer.authorize(call()));
    assertEquals(GatewayResponseType.ACCESS_DENIED, refused.type());
    assertTrue(refused.text().contains(text), refused.text());
  }

  private static Exchange call() {
    return TestCall.call().header("Token", "token").exchange();
  }

  private static FunctionResult allowing(String resource) {
    return returned("'Allow'", resource);
  }

  private static FunctionResult returned(String effect, String resource) {
    return FunctionResult.returned(
        bytes(
            "{'principalId': 'alice', 'usageIdentifierKey': 'key', 'policyDocument': {'Version':"
                + " '2012-10-17', 'Statement': [{'Effect': "
                + effect
                + ", 'Action': 'execute-api:Invoke', 'Resource': "
                + resource
                + "}]}}"));
  }

  private static String text(FunctionCall call) {
    return new String(call.payload().bytes(), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String json) {
    return json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
  }
}
