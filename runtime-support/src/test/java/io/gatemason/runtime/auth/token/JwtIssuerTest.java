package io.gatemason.runtime.auth.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import io.gatemason.runtime.auth.token.TokenRefusedException.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JwtIssuerTest {
  private static final String ISSUER = "https://id.example";
  private static final long NOW = 1_800_000_000L;
  private static final Map<String, Object> CLAIMS =
      Map.of("iss", ISSUER, "aud", "api", "exp", NOW + 60, "scope", "a b");

  private String discovery = "{\"jwks_uri\": \"https://keys.example/set\"}";

  private final JwtIssuer issuer =
      JwtIssuer.of(
          ISSUER,
          List.of("api", "other"),
          this::fetch,
          () -> NOW * 1_000,
          () -> 0,
          Duration.ofSeconds(5));

  private byte[] fetch(String url, int maximumBytes, int timeoutMillis) throws IOException {
    return switch (url) {
      case ISSUER + "/.well-known/openid-configuration" ->
          discovery.getBytes(StandardCharsets.UTF_8);
      case "https://keys.example/set" -> Tokens.keySet(Tokens.KEY);
      default -> throw new IOException("nothing at " + url);
    };
  }

  private Reason refusal(String token) {
    return assertThrows(TokenRefusedException.class, () -> issuer.verify(token)).reason();
  }

  @Test
  void findsKeysThroughTheDiscoveryDocument() {
    assertEquals(
        List.of("a", "b"), issuer.verify("Bearer " + Tokens.sign(Tokens.KEY, CLAIMS)).scopes());
  }

  @Test
  void takesTheWholeRsaFamily() {
    for (JWSAlgorithm algorithm : Algorithms.RSA) {
      JWSHeader.Builder header = new JWSHeader.Builder(algorithm).keyID("key-1");
      issuer.verify(Tokens.sign(header, Tokens.KEY, CLAIMS));
    }
    byte[] secret = new byte[64];
    JWSHeader hs = new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("key-1").build();
    assertEquals(Reason.ALGORITHM, refusal(Tokens.mac(hs, secret, CLAIMS)));
  }

  @Test
  void asksTheAudienceElseTheClient() {
    issuer.verify(Tokens.sign(Tokens.KEY, Tokens.claims(CLAIMS, "aud", List.of("x", "other"))));
    issuer.verify(Tokens.sign(Tokens.KEY, Tokens.claims(CLAIMS, "aud", "", "client_id", "api")));
    assertEquals(
        Reason.AUDIENCE,
        refusal(Tokens.sign(Tokens.KEY, Tokens.claims(CLAIMS, "aud", "x", "client_id", "api"))));
    assertEquals(
        Reason.AUDIENCE, refusal(Tokens.sign(Tokens.KEY, Tokens.claims(CLAIMS, "aud", ""))));
  }

  @Test
  void allowsForClocksThatDiffer() {
    issuer.verify(Tokens.sign(Tokens.KEY, Tokens.claims(CLAIMS, "exp", NOW - 4)));
    issuer.verify(Tokens.sign(Tokens.KEY, Tokens.claims(CLAIMS, "nbf", NOW + 5)));
    assertEquals(
        Reason.EXPIRED, refusal(Tokens.sign(Tokens.KEY, Tokens.claims(CLAIMS, "exp", NOW - 5))));
    assertEquals(
        Reason.NOT_YET, refusal(Tokens.sign(Tokens.KEY, Tokens.claims(CLAIMS, "nbf", NOW + 6))));
  }

  @Test
  void readsBothClaimsOfScopes() {
    assertEquals(
        List.of("c", "d"),
        issuer
            .verify(
                Tokens.sign(
                    Tokens.KEY, Tokens.claims(CLAIMS, "scope", "", "scp", List.of("c", "d"))))
            .scopes());
  }

  @Test
  void hasNoKeysWithoutADiscoveryDocument() {
    for (String text : List.of("{}", "[]", "<html>", "{\"jwks_uri\": 5}")) {
      discovery = text;
      JwtIssuer other =
          JwtIssuer.of(ISSUER, List.of("api"), this::fetch, () -> 0, () -> 0, Duration.ZERO);
      assertThrows(
          KeysUnavailableException.class, () -> other.verify(Tokens.sign(Tokens.KEY, CLAIMS)));
    }
  }

  @Test
  void isAUserPoolAtAnotherAddress() {
    String pool = "https://cognito-idp.us-east-1.amazonaws.com/us-east-1_a";
    assertEquals("us-east-1_a", UserPools.pool(pool));
    assertEquals("", UserPools.pool(ISSUER));
    JwtIssuer other =
        JwtIssuer.ofUserPool(
            pool,
            UserPools.address("http://localhost:4566/", "us-east-1_a"),
            List.of("api"),
            (url, bytes, millis) -> {
              assertEquals("http://localhost:4566/us-east-1_a/.well-known/jwks.json", url);
              return Tokens.keySet(Tokens.KEY);
            },
            () -> NOW * 1_000,
            () -> 0,
            Duration.ZERO);
    other.verify(Tokens.sign(Tokens.KEY, Tokens.claims(CLAIMS, "iss", pool)));
    assertThrows(TokenRefusedException.class, () -> other.verify(Tokens.sign(Tokens.KEY, CLAIMS)));
  }

  @Test
  void hasADiscoveryDocumentWhetherItsNameEndsWithASlashOrNot() {
    JwtIssuer other =
        JwtIssuer.of(
            ISSUER + "/", List.of("api"), this::fetch, () -> NOW * 1_000, () -> 0, Duration.ZERO);
    other.verify(Tokens.sign(Tokens.KEY, Tokens.claims(CLAIMS, "iss", ISSUER + "/")));
    assertThrows(TokenRefusedException.class, () -> other.verify(Tokens.sign(Tokens.KEY, CLAIMS)));
  }
}
