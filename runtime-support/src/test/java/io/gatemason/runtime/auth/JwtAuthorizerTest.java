package io.gatemason.runtime.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatemason.runtime.auth.token.Tokens;
import io.gatemason.runtime.exchange.ContextVariable;
import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.failure.GatewayFailure;
import io.gatemason.runtime.failure.GatewayResponseType;
import io.gatemason.runtime.function.event.EventAuthorizer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class JwtAuthorizerTest {
  private static final String ISSUER = "https://id.example";
  private static final String SOURCE = "$request.header.Authorization";
  private static final long NOW = TestCall.TIME / 1_000;
  private static final Map<String, Object> CLAIMS =
      Map.of("iss", ISSUER, "aud", "api", "sub", "u", "exp", NOW + 60);

  private final Map<String, byte[]> documents = new HashMap<>();
  private final AuthServices open = TestServices.fetching(documents, "");
  private final JwtAuthorizer authorizer = JwtAuthorizer.of(open, SOURCE, ISSUER, "api", "web");

  JwtAuthorizerTest() {
    discovers(ISSUER, "https://keys.example/set");
    documents.put("https://keys.example/set", Tokens.keySet(Tokens.KEY));
  }

  private void discovers(String issuer, String keys) {
    documents.put(
        issuer + "/.well-known/openid-configuration",
        ("{\"jwks_uri\": \"" + keys + "\"}").getBytes(StandardCharsets.UTF_8));
  }

  private static TestCall with(Object... claims) {
    return sent(Tokens.sign(Tokens.KEY, Tokens.claims(CLAIMS, claims)));
  }

  private static TestCall sent(String token) {
    return TestCall.call()
        .of(TestCall.API.toBuilder().httpApi().build())
        .header("Authorization", token);
  }

  private static void refuses(GatewayResponseType type, String text, Executable step) {
    GatewayFailure failure = assertThrows(GatewayFailure.class, step);
    assertEquals(type, failure.type(), failure.getMessage());
    assertEquals(text, failure.text());
  }

  private Map<String, @Nullable Object> told(TestCall request, String... scopes) {
    Exchange exchange = request.exchange();
    authorizer.authorize(exchange, List.of(scopes));
    EventAuthorizer told = exchange.context().left(EventAuthorizer.class);
    assertEquals("jwt", told.kind());
    assertEquals(exchange.context().authorizer(), told.content());
    assertNull(exchange.context().left(Challenge.class));
    return told.content();
  }

  private Exchange refuse(String error, String challenge, TestCall request, String... scopes) {
    return refuse(authorizer, error, challenge, request, scopes);
  }

  private static Exchange refuse(
      JwtAuthorizer authorizer,
      String error,
      String challenge,
      TestCall request,
      String... scopes) {
    Exchange exchange = request.exchange();
    refuses(
        GatewayResponseType.UNAUTHORIZED,
        "Unauthorized",
        () -> authorizer.authorize(exchange, List.of(scopes)));
    return challenged(exchange, error, challenge);
  }

  private static Exchange challenged(Exchange exchange, String error, String challenge) {
    assertEquals(error, exchange.context().text(ContextVariable.AUTHORIZER_ERROR));
    assertEquals(challenge, exchange.context().left(Challenge.class).value());
    assertNull(exchange.context().left(EventAuthorizer.class));
    assertEquals(Map.of(), exchange.context().authorizer());
    return exchange;
  }

  private void invalid(String description, TestCall request) {
    refuse(
        "invalid_token: " + description,
        "Bearer scope=\"\" error=\"invalid_token\" error_description=\"" + description + "\"",
        request);
  }

  @Test
  void tellsTheClaimsOfWhoCalls() {
    Map<String, Object> told = told(with());
    assertEquals("u", ((Map<?, ?>) told.get("claims")).get("sub"));
    assertTrue(told.containsKey("scopes"));
    assertNull(told.get("scopes"));
    told(sent("Bearer " + Tokens.sign(Tokens.KEY, CLAIMS)));
  }

  @Test
  void needsOneToken() {
    String missing = "missing: token not provided";
    refuse(missing, "Bearer", TestCall.call());
    refuse(missing, "Bearer", sent(""));
    refuse(missing, "Bearer", sent(" "));
    refuse(missing, "Bearer", with().header("authorization", "x"));
    refuse(missing, "Bearer", with().header("authorization", ""));
  }

  @Test
  void takesATokenFromTheQueryWhereItIsThere() {
    JwtAuthorizer ofQuery = JwtAuthorizer.of(open, "$request.querystring.t", ISSUER, "api");
    String token = Tokens.sign(Tokens.KEY, CLAIMS);
    ofQuery.authorize(TestCall.call().query("t=" + token).exchange(), List.of());
    refuse(ofQuery, "missing: token not provided", "Bearer", sent(token));
  }

  @Test
  void tellsScopesWhereSomeAreNeeded() {
    assertEquals(List.of("a", "b"), told(with("scope", "a b"), "b", "c").get("scopes"));
    assertEquals(List.of("a", "b"), told(with("scp", List.of("a", "b")), "a").get("scopes"));
    assertNull(told(with("scope", "a b")).get("scopes"));
  }

  @Test
  void deniesTokensThatLackEveryScope() {
    for (TestCall request :
        List.of(with(), with("scope", "c"), with("scope", "a,b"), with("scope", "A B"))) {
      Exchange exchange = request.exchange();
      refuses(
          GatewayResponseType.ACCESS_DENIED,
          "User is not authorized to access this resource",
          () -> authorizer.authorize(exchange, List.of("a", "b")));
      challenged(
          exchange,
          "insufficient_scope: expected scopes: [a b]",
          "Bearer scope=\"a b\" error=\"insufficient_scope\""
              + " error_description=\"expected scopes: [a b]\"");
    }
  }

  @Test
  void saysWhatIsWrongWithAToken() {
    invalid("the token does not have a valid audience", with("aud", "other"));
    invalid("issuer does not match", with("iss", ISSUER + "/"));
    invalid("the token has expired", with("exp", NOW - 60));
    invalid("the token is not valid yet", with("nbf", NOW + 61));
    invalid("token contains an invalid number of segments", sent("abc"));
    invalid("token contains an invalid number of segments", sent("a.b"));
    invalid("token contains an invalid number of segments", sent("a.b.c.d"));
    invalid("the token's key is not known", sent(Tokens.sign(Tokens.OTHER, CLAIMS)));
  }

  @Test
  void asksForTheScopesOfTheRouteInAChallenge() {
    refuse(
        "invalid_token: issuer does not match",
        "Bearer scope=\"a b\" error=\"invalid_token\""
            + " error_description=\"issuer does not match\"",
        with("iss", "x", "scope", "a"),
        "a",
        "b");
  }

  @Test
  void putsNoQuotesIntoTheChallenge() {
    String header =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8));
    Exchange exchange = sent(header + ".e30.").exchange();
    refuses(
        GatewayResponseType.UNAUTHORIZED,
        "Unauthorized",
        () -> authorizer.authorize(exchange, List.of()));
    String challenge = exchange.context().left(Challenge.class).value();
    assertEquals(6, challenge.chars().filter(c -> c == '"').count(), challenge);
    Exchange wrong = with("exp", "soon").exchange();
    refuses(
        GatewayResponseType.UNAUTHORIZED,
        "Unauthorized",
        () -> authorizer.authorize(wrong, List.of()));
    challenged(
        wrong,
        "invalid_token: the token's 'exp' is no time",
        "Bearer scope=\"\" error=\"invalid_token\""
            + " error_description=\"the token's 'exp' is no time\"");
  }

  @Test
  void tellsMissingKeysFromMissingDiscovery() {
    documents.remove("https://keys.example/set");
    invalid("JWKS communication error", with());
    documents.clear();
    JwtAuthorizer other = JwtAuthorizer.of(open, SOURCE, ISSUER, "web");
    refuse(
        other,
        "invalid_token: OIDC discovery endpoint communication error",
        "Bearer scope=\"\" error=\"invalid_token\""
            + " error_description=\"OIDC discovery endpoint communication error\"",
        with());
  }

  @Test
  void readsKeysOverTlsOrFromThisMachineOnly() {
    String plain = "http://id.example";
    discovers(plain, "https://keys.example/set");
    refuse(
        JwtAuthorizer.of(open, SOURCE, plain, "api"),
        "invalid_token: OIDC discovery endpoint communication error",
        "Bearer scope=\"\" error=\"invalid_token\""
            + " error_description=\"OIDC discovery endpoint communication error\"",
        with("iss", plain));
    String downgraded = "https://down.example";
    discovers(downgraded, "http://keys.example/set");
    documents.put("http://keys.example/set", Tokens.keySet(Tokens.KEY));
    refuse(
        JwtAuthorizer.of(open, SOURCE, downgraded, "api"),
        "invalid_token: JWKS communication error",
        "Bearer scope=\"\" error=\"invalid_token\""
            + " error_description=\"JWKS communication error\"",
        with("iss", downgraded));
    String local = "http://127.0.0.1:9";
    discovers(local, "http://127.0.0.1:9/set");
    documents.put("http://127.0.0.1:9/set", Tokens.keySet(Tokens.KEY));
    JwtAuthorizer.of(open, SOURCE, local, "api")
        .authorize(with("iss", local).exchange(), List.of());
  }

  @Test
  void sharesKeysWithOthersOfTheIssuerAndItsAudiences() {
    told(with());
    documents.clear();
    JwtAuthorizer.of(open, SOURCE, ISSUER, "api", "web").authorize(with().exchange(), List.of());
    refuse(
        JwtAuthorizer.of(open, SOURCE, ISSUER, "api"),
        "invalid_token: OIDC discovery endpoint communication error",
        "Bearer scope=\"\" error=\"invalid_token\""
            + " error_description=\"OIDC discovery endpoint communication error\"",
        with());
  }

  @Test
  void isNamedAtTheStart() {
    AuthServices stage = open.in(TestCall.API);
    JwtAuthorizer.of(stage, SOURCE, ISSUER, "api");
    assertEquals(Set.of("https://id.example (JWT)"), stage.guards("petstore", "dev"));
  }
}
