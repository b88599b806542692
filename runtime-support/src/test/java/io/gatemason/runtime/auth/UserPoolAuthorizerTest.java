package io.gatemason.runtime.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatemason.runtime.auth.token.Tokens;
import io.gatemason.runtime.exchange.CallRecord.Phase;
import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.failure.GatewayFailure;
import io.gatemason.runtime.failure.GatewayResponseType;
import io.gatemason.runtime.policy.AccessPolicy;
import io.gatemason.runtime.policy.Verdict;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UserPoolAuthorizerTest {
  private static final String ARN =
      "arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_A";
  private static final String OTHER =
      "arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_B";
  private static final String ISSUER = "https://cognito-idp.us-east-1.amazonaws.com/us-east-1_A";
  private static final String KEYS = "/.well-known/jwks.json";
  private static final long NOW = TestCall.TIME / 1_000;
  private static final Map<String, Object> ID =
      Map.of("iss", ISSUER, "token_use", "id", "aud", "client", "sub", "u", "exp", NOW + 60);

  private static final AccessPolicy ONLY_INVOKE =
      call -> call.invokes() ? Verdict.ALLOW : Verdict.IMPLICIT_DENY;

  private final Map<String, byte[]> documents = new HashMap<>();
  private final AuthServices open = TestServices.fetching(documents, "");

  UserPoolAuthorizerTest() {
    documents.put(ISSUER + KEYS, Tokens.keySet(Tokens.KEY));
  }

  private static TestCall with(Object... claims) {
    return TestCall.call()
        .header("Authorization", Tokens.sign(Tokens.KEY, Tokens.claims(ID, claims)));
  }

  private UserPoolAuthorizer authorizer() {
    return UserPoolAuthorizer.of(open, "Authorization", ARN);
  }

  private static Exchange pass(UserPoolAuthorizer authorizer, TestCall request, String... scopes) {
    Exchange exchange = request.exchange();
    authorizer.authorize(exchange, List.of(scopes));
    return exchange;
  }

  private static GatewayFailure refuses(
      GatewayResponseType type, @Nullable String text, Executable step) {
    GatewayFailure failure = assertThrows(GatewayFailure.class, step);
    assertEquals(type, failure.type(), failure.getMessage());
    assertEquals(text, failure.text());
    return failure;
  }

  private void refuse(String log, TestCall request, String... scopes) {
    GatewayFailure failure =
        refuses(
            GatewayResponseType.UNAUTHORIZED,
            "Unauthorized",
            () -> pass(authorizer(), request, scopes));
    assertEquals(log, failure.getMessage());
  }

  @Test
  void tellsTheClaimsOfWhoCalls() {
    Exchange exchange = pass(authorizer(), with());
    assertEquals(List.of("u"), exchange.context().authorizer("claims", "sub"));
    assertEquals(Set.of("claims"), exchange.context().authorizer().keySet());
    assertEquals(200, exchange.record().phase(Phase.AUTHORIZER).status());
    assertFalse(exchange.context().invalidationAllowed());
  }

  @Test
  void takesATokenFromItsHeaderAlone() {
    refuse("no token, or more than one", TestCall.call());
    refuse("no token, or more than one", TestCall.call().header("Authorization", " "));
    refuse("no token, or more than one", with().header("authorization", "x"));
    String token = Tokens.sign(Tokens.KEY, ID);
    refuse("no token, or more than one", TestCall.call().header("X-Token", token));
    pass(
        UserPoolAuthorizer.of(open, "X-Token", ARN),
        TestCall.call().header("x-TOKEN", "Bearer " + token).header("Authorization", "x"));
  }

  @Test
  void refusesWhatProvesNothing() {
    refuse("the token's issuer is another", with("iss", ISSUER + "x"));
    refuse("the token is no id token", with("token_use", "access", "scope", "a"));
    refuse("the token is no access token", with(), "a");
    refuse(
        "the token lacks every scope that would do",
        with("token_use", "access", "scope", "b c"),
        "a",
        "d");
    pass(authorizer(), with("token_use", "access", "scope", "b a"), "a", "d");
  }

  @Test
  void saysWhenATokenIsOver() {
    refuses(
        GatewayResponseType.UNAUTHORIZED,
        "The incoming token has expired",
        () -> pass(authorizer(), with("exp", NOW - 60)));
    String forged = Tokens.sign(Tokens.OTHER, Tokens.claims(ID, "exp", NOW - 60));
    refuse("the token's key is not known", TestCall.call().header("Authorization", forged));
  }

  @Test
  void cannotJudgeWithoutKeys() {
    documents.clear();
    GatewayFailure failure =
        refuses(
            GatewayResponseType.AUTHORIZER_CONFIGURATION_ERROR,
            null,
            () -> pass(authorizer(), with()));
    assertEquals(500, failure.status());
    assertTrue(failure.getMessage().contains(ISSUER), failure.getMessage());
  }

  @ParameterizedTest
  @CsvSource({"client, true", "cli.*, true", "cli, false", "lient, false", "Client, false"})
  void needsAnAudienceThatTheExpressionMatches(String expression, boolean passes) {
    UserPoolAuthorizer validating = authorizer().withAudience(expression);
    if (passes) {
      pass(validating, with());
    } else {
      refuses(GatewayResponseType.UNAUTHORIZED, "Unauthorized", () -> pass(validating, with()));
    }
  }

  @Test
  void needsThePolicyIfThereIsOne() {
    String text =
        "User: anonymous is not authorized to perform: execute-api:Invoke on resource:"
            + " arn:aws:execute-api:us-east-1:********0000:petstore/dev/GET/pets/7";
    refuses(
        GatewayResponseType.ACCESS_DENIED,
        text,
        () -> pass(authorizer().withPolicy(AccessPolicy.SILENT), with()));
    refuses(
        GatewayResponseType.ACCESS_DENIED,
        text + " with an explicit deny",
        () -> pass(authorizer().withPolicy(call -> Verdict.EXPLICIT_DENY), with()));
    Exchange exchange = pass(authorizer().withPolicy(ONLY_INVOKE), with());
    assertFalse(exchange.context().invalidationAllowed());
    assertTrue(
        pass(authorizer().withAudience("client").withPolicy(call -> Verdict.ALLOW), with())
            .context()
            .invalidationAllowed());
    refuses(
        GatewayResponseType.UNAUTHORIZED,
        "Unauthorized",
        () -> pass(authorizer().withPolicy(ONLY_INVOKE).withAudience("x"), with()));
    refuses(
        GatewayResponseType.ACCESS_DENIED,
        text,
        () -> pass(authorizer().withPolicy(AccessPolicy.SILENT).withAudience("client"), with()));
  }

  @Test
  void believesEachOfItsPools() {
    String other = ISSUER.replace("_A", "_B");
    documents.put(other + KEYS, Tokens.keySet(Tokens.OTHER));
    String token = Tokens.sign(Tokens.OTHER, Tokens.claims(ID, "iss", other));
    TestCall request = TestCall.call().header("Authorization", token);
    pass(UserPoolAuthorizer.of(open, "Authorization", ARN, OTHER), request);
    refuse("the token's issuer is another", request);
  }

  @Test
  void reachesPoolsAtAnotherAddress() {
    documents.clear();
    documents.put("http://127.0.0.1:9/us-east-1_A" + KEYS, Tokens.keySet(Tokens.KEY));
    AuthServices local = TestServices.fetching(documents, "http://127.0.0.1:9");
    UserPoolAuthorizer authorizer = UserPoolAuthorizer.of(local, "Authorization", ARN);
    pass(authorizer, with());
    pass(authorizer, with("iss", "http://127.0.0.1:9/us-east-1_A"));
  }

  @Test
  void sharesKeysWithOthersOfThePools() {
    pass(authorizer(), with());
    documents.clear();
    pass(authorizer().withAudience("client"), with());
    assertThrows(
        GatewayFailure.class,
        () -> pass(UserPoolAuthorizer.of(open, "Authorization", ARN, OTHER), with()));
  }

  @Test
  void isNamedAtTheStart() {
    AuthServices stage = open.in(TestCall.API);
    UserPoolAuthorizer.of(stage, "Authorization", ARN, OTHER);
    assertEquals(
        Set.of("us-east-1_A+us-east-1_B (COGNITO_USER_POOLS)"), stage.guards("petstore", "dev"));
  }
}
