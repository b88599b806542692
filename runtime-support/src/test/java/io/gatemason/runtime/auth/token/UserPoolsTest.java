package io.gatemason.runtime.auth.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.RSAKey;
import io.gatemason.runtime.auth.token.TokenRefusedException.Reason;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserPoolsTest {
  private static final String ARN =
      "arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_PoolA";
  private static final String ISSUER =
      "https://cognito-idp.us-east-1.amazonaws.com/us-east-1_PoolA";
  private static final long NOW = 1_800_000_000L;
  private static final Map<String, Object> ID =
      Map.of(
          "iss",
          ISSUER,
          "token_use",
          "id",
          "aud",
          "client",
          "sub",
          "u",
          "iat",
          NOW,
          "exp",
          NOW + 300);
  private static final Map<String, Object> ACCESS =
      Map.of(
          "iss",
          ISSUER,
          "token_use",
          "access",
          "client_id",
          "client",
          "scope",
          "a/read a/write",
          "iat",
          NOW,
          "exp",
          NOW + 300);

  private final AtomicLong seconds = new AtomicLong(NOW);
  private final AtomicInteger fetches = new AtomicInteger();
  private final List<String> addresses = new ArrayList<>();
  private volatile byte[] keySet = Tokens.keySet(Tokens.KEY);
  private volatile boolean down;
  private volatile CountDownLatch slow = new CountDownLatch(0);
  private final CountDownLatch asked = new CountDownLatch(2);
  private UserPools pools = pools("");

  private UserPools pools(String endpoint) {
    return UserPools.of(
        List.of(ARN),
        endpoint,
        this::fetch,
        () -> seconds.get() * 1_000,
        () -> Duration.ofSeconds(seconds.get()).toNanos(),
        Duration.ZERO);
  }

  private byte[] fetch(String url, int maximumBytes, int timeoutMillis) throws IOException {
    fetches.incrementAndGet();
    asked.countDown();
    try {
      slow.await();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
    synchronized (addresses) {
      addresses.add(url);
    }
    if (down) {
      throw new IOException("down");
    }
    assertEquals(150_000, maximumBytes);
    assertEquals(1_500, timeoutMillis);
    return keySet;
  }

  private Map<String, String> verify(String text, String... scopes) {
    return pools.verify(text, List.of(scopes), audience -> true);
  }

  private Reason refusal(String text, String... scopes) {
    return assertThrows(TokenRefusedException.class, () -> verify(text, scopes)).reason();
  }

  @Test
  void believesIdTokensWithOrWithoutBearer() {
    String token = Tokens.sign(Tokens.KEY, ID);
    assertEquals("u", verify(token).get("sub"));
    assertEquals("u", verify("Bearer " + token).get("sub"));
    assertEquals("u", verify("bearer " + token).get("sub"));
    assertEquals(List.of(ISSUER + "/.well-known/jwks.json"), addresses);
  }

  @Test
  void asksForAccessTokensWhereScopesAreNeeded() {
    String access = Tokens.sign(Tokens.KEY, ACCESS);
    assertEquals("client", verify(access, "x", "a/write").get("client_id"));
    assertEquals(Reason.USE, refusal(access));
    assertEquals(Reason.SCOPE, refusal(access, "a/writ"));
    assertEquals(Reason.SCOPE, refusal(access, "a/read a/write"));
    assertEquals(Reason.USE, refusal(Tokens.sign(Tokens.KEY, ID), "a/read"));
    assertEquals(
        Reason.SCOPE,
        refusal(Tokens.sign(Tokens.KEY, Tokens.claims(ACCESS, "scope", "")), "a/read"));
  }

  @Test
  void asksTheAudienceOfIdTokens() {
    String id = Tokens.sign(Tokens.KEY, ID);
    assertEquals("u", pools.verify(id, List.of(), "client"::equals).get("sub"));
    assertThrows(TokenRefusedException.class, () -> pools.verify(id, List.of(), "other"::equals));
    String access = Tokens.sign(Tokens.KEY, ACCESS);
    assertThrows(
        TokenRefusedException.class,
        () -> pools.verify(access, List.of("a/read"), "client"::equals));
  }

  @Test
  void refusesOtherIssuers() {
    for (String issuer : List.of(ISSUER + "/", ISSUER.replace("east", "west"), "x")) {
      String token = Tokens.sign(Tokens.KEY, Tokens.claims(ID, "iss", issuer));
      assertEquals(Reason.ISSUER, refusal(token));
    }
    assertEquals(Reason.ISSUER, refusal(Tokens.sign(Tokens.KEY, Tokens.claims(ID, "iss", ""))));
    assertEquals(Reason.ISSUER, refusal(Tokens.sign(Tokens.KEY, Tokens.claims(ID, "iss", 5))));
    assertEquals(
        Reason.ISSUER, refusal(Tokens.sign(Tokens.KEY, Tokens.claims(ID, "iss", List.of(ISSUER)))));
    assertEquals(0, fetches.get());
  }

  @Test
  void believesTheAddressThatPoolsAreReachedAtToo() {
    pools = pools("http://127.0.0.1:4566/");
    assertEquals("u", verify(Tokens.sign(Tokens.KEY, ID)).get("sub"));
    String local =
        Tokens.sign(Tokens.KEY, Tokens.claims(ID, "iss", "http://127.0.0.1:4566/us-east-1_PoolA"));
    assertEquals("u", verify(local).get("sub"));
    assertEquals(List.of("http://127.0.0.1:4566/us-east-1_PoolA/.well-known/jwks.json"), addresses);
  }

  @Test
  void judgesTimesToTheSecond() {
    assertEquals(Reason.EXPIRED, refusal(Tokens.sign(Tokens.KEY, Tokens.claims(ID, "exp", NOW))));
    assertEquals(
        "u", verify(Tokens.sign(Tokens.KEY, Tokens.claims(ID, "exp", NOW + 1))).get("sub"));
    assertEquals(Reason.EXPIRED, refusal(Tokens.sign(Tokens.KEY, Tokens.claims(ID, "exp", ""))));
    assertEquals(
        Reason.MALFORMED, refusal(Tokens.sign(Tokens.KEY, Tokens.claims(ID, "exp", "never"))));
    assertEquals(
        Reason.MALFORMED, refusal(Tokens.sign(Tokens.KEY, Tokens.claims(ID, "exp", 1e300))));
    assertEquals(
        Reason.NOT_YET, refusal(Tokens.sign(Tokens.KEY, Tokens.claims(ID, "iat", NOW + 1))));
    assertEquals(
        Reason.NOT_YET, refusal(Tokens.sign(Tokens.KEY, Tokens.claims(ID, "nbf", NOW + 1))));
    assertEquals("u", verify(Tokens.sign(Tokens.KEY, Tokens.claims(ID, "nbf", NOW))).get("sub"));
  }

  @Test
  void refusesATokenThatIsRememberedOnceItExpires() {
    String token = Tokens.sign(Tokens.KEY, ID);
    verify(token);
    seconds.addAndGet(299);
    verify(token);
    seconds.addAndGet(1);
    assertEquals(Reason.EXPIRED, refusal(token));
  }

  @Test
  void refusesATokenThatIsRememberedOnceItsKeyIsWithdrawn() {
    String token = Tokens.sign(Tokens.KEY, Tokens.claims(ID, "exp", NOW + 90_000));
    verify(token);
    keySet = Tokens.keySet(Tokens.OTHER);
    verify(token);
    seconds.addAndGet(31);
    verify(Tokens.sign(Tokens.OTHER, ID));
    assertEquals(Reason.KEY, refusal(token));
  }

  @Test
  void refusesATokenWhoseKeyIdWasGivenToAnotherKey() {
    String token = Tokens.sign(Tokens.KEY, Tokens.claims(ID, "exp", NOW + 90_000));
    verify(token);
    keySet = Tokens.keySet(Tokens.key(Tokens.KEY.getKeyID()));
    seconds.addAndGet(7_201);
    assertEquals(Reason.SIGNATURE, refusal(token));
  }

  @Test
  void refusesConfusedAlgorithms() throws Exception {
    byte[] pem = Tokens.KEY.toRSAPublicKey().getEncoded();
    JWSHeader hs = new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("key-1").build();
    assertEquals(Reason.ALGORITHM, refusal(Tokens.mac(hs, pem, ID)));
    String none = encoded("{\"alg\":\"none\"}") + "." + encoded("{}") + ".";
    assertEquals(Reason.ALGORITHM, refusal(none));
    for (JWSAlgorithm algorithm :
        List.of(JWSAlgorithm.RS384, JWSAlgorithm.RS512, JWSAlgorithm.PS256)) {
      JWSHeader.Builder header = new JWSHeader.Builder(algorithm).keyID("key-1");
      assertEquals(Reason.ALGORITHM, refusal(Tokens.sign(header, Tokens.KEY, ID)));
    }
    for (String alg : List.of("rs256", "RS256 ", "NONE", "nOnE", "")) {
      String token = encoded("{\"alg\":\"" + alg + "\"}") + "." + encoded("{}") + ".AA";
      assertEquals(Reason.ALGORITHM, refusal(token));
    }
  }

  @Test
  void refusesHeadersThatNameKeysOrExtensions() throws Exception {
    RSAKey attacker = Tokens.OTHER;
    List<JWSHeader.Builder> headers =
        List.of(
            Tokens.header(Tokens.KEY).jwk(attacker.toPublicJWK()),
            Tokens.header(Tokens.KEY).jwkURL(URI.create("https://evil.example/keys")),
            Tokens.header(Tokens.KEY).x509CertURL(URI.create("https://evil.example/cert")),
            Tokens.header(Tokens.KEY).criticalParams(java.util.Set.of("exp")));
    for (JWSHeader.Builder header : headers) {
      assertEquals(Reason.MALFORMED, refusal(Tokens.sign(header, attacker, ID)));
      assertEquals(Reason.MALFORMED, refusal(Tokens.sign(header, Tokens.KEY, ID)));
    }
    assertEquals(0, fetches.get());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../../etc/passwd",
        "https://evil.example/keys",
        "key-1\u0000",
        "key-2' OR '1'='1",
        "KEY-1",
        ""
      })
  void looksKeyIdsUpInTheKeySetAlone(String keyId) {
    JWSHeader.Builder header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(keyId);
    assertEquals(Reason.KEY, refusal(Tokens.sign(header, Tokens.KEY, ID)));
    assertTrue(addresses.stream().allMatch((ISSUER + "/.well-known/jwks.json")::equals));
  }

  @Test
  void refusesEveryMutationOfAToken() {
    String token = Tokens.sign(Tokens.KEY, ID);
    String[] parts = token.split("\\.");
    List<String> mutations =
        List.of(
            "",
            ".",
            "..",
            parts[0] + "." + parts[1],
            parts[0] + "." + parts[1] + ".",
            token + ".",
            token + "=",
            token + "A",
            parts[0] + "\n." + parts[1] + "." + parts[2],
            parts[0] + "." + parts[1] + "!." + parts[2],
            parts[0] + "." + parts[1] + ".\u00e9" + parts[2],
            parts[0] + "." + encoded("{\"exp\":1}") + "." + parts[2],
            parts[0] + "." + encoded("[]") + "." + parts[2],
            parts[0] + "." + encoded("{\"a\":1,\"a\":2}") + "." + parts[2],
            encoded("{\"alg\":\"RS256\",\"alg\":\"RS256\"}") + "." + parts[1] + "." + parts[2],
            encoded("[]") + "." + parts[1] + "." + parts[2],
            "a".repeat(20_000));
    for (String mutation : mutations) {
      assertThrows(TokenRefusedException.class, () -> verify(mutation), mutation);
    }
    for (int i = token.lastIndexOf('.') + 1; i < token.length(); i += 7) {
      char other = token.charAt(i) == 'A' ? 'B' : 'A';
      String changed = token.substring(0, i) + other + token.substring(i + 1);
      assertThrows(TokenRefusedException.class, () -> verify(changed));
    }
  }

  @Test
  void neverShowsATokenInAMessage() {
    String token = Tokens.sign(Tokens.KEY, Tokens.claims(ID, "exp", NOW));
    for (String text : List.of(token, "secret-text", "secret.text.here")) {
      TokenRefusedException refusal = assertThrows(TokenRefusedException.class, () -> verify(text));
      for (String part : text.split("[.-]")) {
        boolean shown = String.valueOf(refusal.getMessage()).contains(part);
        assertFalse(shown && part.length() > 4, () -> part + " in " + refusal);
      }
    }
  }

  @Test
  void writesClaimsAsText() {
    Map<String, Object> claims =
        Tokens.claims(
            ID,
            "email_verified",
            true,
            "auth_time",
            1_581_433_394L,
            "cognito:groups",
            List.of("a", "b"),
            "ratio",
            1.50,
            "address",
            Map.of("formatted", "x"),
            "exp",
            NOW + 300);
    Map<String, String> texts = verify(Tokens.sign(Tokens.KEY, claims));
    assertEquals("true", texts.get("email_verified"));
    assertEquals("1581433394", texts.get("auth_time"));
    assertEquals("a,b", texts.get("cognito:groups"));
    assertEquals("1.5", texts.get("ratio"));
    assertEquals("{\"formatted\":\"x\"}", texts.get("address"));
    assertEquals("Fri Jan 15 08:05:00 UTC 2027", texts.get("exp"));
    assertEquals("Fri Jan 15 08:00:00 UTC 2027", texts.get("iat"));
  }

  @Test
  void fetchesKeysOnceForManyFirstRequests() throws Exception {
    String token = Tokens.sign(Tokens.KEY, ID);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Map<String, String>>> results = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        results.add(threads.submit(() -> verify(token)));
      }
      for (Future<Map<String, String>> result : results) {
        assertEquals("u", result.get().get("sub"));
      }
    }
    assertEquals(1, fetches.get());
  }

  @Test
  void fetchesKeysAgainForAnUnknownIdEveryThirtySecondsAtMost() {
    verify(Tokens.sign(Tokens.KEY, ID));
    assertEquals(1, fetches.get());
    keySet = Tokens.keySet(Tokens.KEY, Tokens.OTHER);
    verify(Tokens.sign(Tokens.OTHER, ID));
    assertEquals(2, fetches.get());
    RSAKey third = Tokens.key("key-3");
    keySet = Tokens.keySet(Tokens.KEY, third);
    for (int i = 0; i < 50; i++) {
      assertEquals(Reason.KEY, refusal(Tokens.sign(third, ID)));
    }
    assertEquals(2, fetches.get());
    seconds.addAndGet(30);
    verify(Tokens.sign(third, ID));
    assertEquals(3, fetches.get());
  }

  @Test
  void fetchesKeysOnceForAFloodOfUnknownIdsAndServesKnownOnesMeanwhile() throws Exception {
    String known = Tokens.sign(Tokens.KEY, ID);
    verify(known);
    List<String> unknown = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      JWSHeader.Builder header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("flood-" + i);
      unknown.add(Tokens.sign(header, Tokens.KEY, ID));
    }
    slow = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Reason>> refusals = new ArrayList<>();
      for (String token : unknown) {
        refusals.add(threads.submit(() -> refusal(token)));
      }
      asked.await();
      assertEquals("u", verify(known).get("sub"));
      assertEquals("u", verify(Tokens.sign(Tokens.KEY, Tokens.claims(ID, "n", 1))).get("sub"));
      slow.countDown();
      for (Future<Reason> refusal : refusals) {
        assertEquals(Reason.KEY, refusal.get());
      }
    }
    assertEquals(2, fetches.get());
  }

  @Test
  void keepsOldKeysWhileNoNewOnesCanBeHad() {
    Map<String, Object> lasting = Tokens.claims(ID, "exp", NOW + 90_000);
    verify(Tokens.sign(Tokens.KEY, lasting));
    down = true;
    assertEquals(Reason.KEY, refusal(Tokens.sign(Tokens.OTHER, lasting)));
    seconds.addAndGet(7_200);
    verify(Tokens.sign(Tokens.KEY, Tokens.claims(lasting, "sub", "v")));
    int before = fetches.get();
    verify(Tokens.sign(Tokens.KEY, Tokens.claims(lasting, "sub", "w")));
    assertEquals(before, fetches.get());
    seconds.addAndGet(31);
    String late = Tokens.sign(Tokens.KEY, Tokens.claims(lasting, "sub", "y"));
    assertThrows(KeysUnavailableException.class, () -> verify(late));
    assertThrows(KeysUnavailableException.class, () -> verify(late));
    before = fetches.get();
    down = false;
    seconds.addAndGet(31);
    verify(Tokens.sign(Tokens.KEY, Tokens.claims(lasting, "sub", "x")));
    assertEquals(before + 1, fetches.get());
  }

  @Test
  void fetchesKeysAgainAfterAnHour() {
    Map<String, Object> lasting = Tokens.claims(ID, "exp", NOW + 90_000);
    verify(Tokens.sign(Tokens.KEY, lasting));
    seconds.addAndGet(3_600);
    verify(Tokens.sign(Tokens.KEY, Tokens.claims(lasting, "sub", "v")));
    assertEquals(1, fetches.get());
    seconds.addAndGet(1);
    verify(Tokens.sign(Tokens.KEY, Tokens.claims(lasting, "sub", "w")));
    assertEquals(2, fetches.get());
  }

  @Test
  void saysSoWhenNoKeysCanBeHadAndTriesAgainAfterASecond() {
    down = true;
    String token = Tokens.sign(Tokens.KEY, ID);
    for (int i = 0; i < 10; i++) {
      assertThrows(KeysUnavailableException.class, () -> verify(token));
    }
    assertEquals(1, fetches.get());
    down = false;
    seconds.addAndGet(1);
    verify(token);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "[]", "{}", "{\"keys\": 5}", "<html>", "{\"keys\": [{}], \"keys\": []}"})
  void takesNoOtherDocumentForAKeySet(String document) {
    keySet = document.getBytes(StandardCharsets.UTF_8);
    assertThrows(KeysUnavailableException.class, () -> verify(Tokens.sign(Tokens.KEY, ID)));
  }

  @Test
  void passesOverKeysThatVerifyNothing() throws Exception {
    String n = Tokens.KEY.getModulus().toString();
    String set =
        "{\"keys\": [{\"kty\":\"oct\",\"kid\":\"key-1\",\"k\":\"AAAA\"},"
            + "{\"kty\":\"RSA\",\"kid\":\"key-1\",\"use\":\"enc\",\"e\":\"AQAB\",\"n\":\""
            + n
            + "\"},{\"kty\":\"RSA\",\"kid\":\"key-1\",\"e\":\"AQAB\",\"n\":\"AQAB\"},"
            + "{\"kty\":\"XYZ\",\"kid\":\"key-1\"},{\"kty\":\"RSA\",\"e\":\"AQAB\",\"n\":\""
            + n
            + "\"},7]}";
    keySet = set.getBytes(StandardCharsets.UTF_8);
    assertEquals(Reason.KEY, refusal(Tokens.sign(Tokens.KEY, ID)));
  }

  @Test
  void demandsArnsOfUserPools() {
    for (String arn : List.of("", "us-east-1_PoolA", ARN + "/x", ARN.replace("cognito", "x"))) {
      assertThrows(IllegalArgumentException.class, () -> UserPools.issuer(arn));
    }
    assertEquals(
        "https://cognito-idp.cn-north-1.amazonaws.com.cn/p_1",
        UserPools.issuer("arn:aws-cn:cognito-idp:cn-north-1:123456789012:userpool/p_1"));
  }

  private static String encoded(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
