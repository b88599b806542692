package io.gatemason.runtime.auth.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.nimbusds.jose.jwk.RSAKey;
import io.gatemason.runtime.auth.token.TokenRefusedException.Reason;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The two clocks need not agree: that of the day may be set, the other one only runs. */
class RememberedTokensTest {
  private static final String ISSUER = "https://id.example";
  private static final long NOW = 1_800_000_000L;
  private static final Map<String, Object> CLAIMS = Map.of("iss", ISSUER, "exp", NOW + 60);

  private final AtomicLong day = new AtomicLong(NOW);
  private final AtomicLong running = new AtomicLong();
  private final Map<String, VerificationKey> keys = new HashMap<>();
  private final TokenVerifier<ProvenClaims> verifier =
      new TokenVerifier<>(
          List.of(new TrustedIssuer(Set.of(ISSUER), keys::get)),
          Algorithms.RSA,
          () -> day.get() * 1_000,
          () -> Duration.ofSeconds(running.get()).toNanos(),
          Duration.ofSeconds(5),
          ProvenClaims::new);

  private static VerificationKey key(RSAKey key) {
    return VerificationKey.of(key.toPublicJWK());
  }

  private String token() {
    keys.put("key-1", key(Tokens.KEY));
    return Tokens.sign(Tokens.KEY, CLAIMS);
  }

  private Reason refusal(String token) {
    return assertThrows(TokenRefusedException.class, () -> verifier.verify(token)).reason();
  }

  @Test
  void areProvenOnce() {
    String token = token();
    ProvenClaims proven = verifier.verify(token);
    running.addAndGet(64);
    assertSame(proven, verifier.verify(token));
  }

  @Test
  void areForgottenWithTheirTimeAndTheSkew() {
    String token = token();
    ProvenClaims proven = verifier.verify(token);
    running.addAndGet(65);
    assertNotSame(proven, verifier.verify(token));
  }

  @Test
  void areRefusedWhenTheClockIsSetPastTheirEnd() {
    String token = token();
    verifier.verify(token);
    day.addAndGet(64);
    verifier.verify(token);
    day.addAndGet(1);
    assertEquals(Reason.EXPIRED, refusal(token));
  }

  @Test
  void areRefusedOnceTheirKeyIsAnother() {
    String token = token();
    verifier.verify(token);
    keys.put("key-1", key(Tokens.OTHER));
    assertEquals(Reason.SIGNATURE, refusal(token));
    keys.clear();
    assertEquals(Reason.KEY, refusal(token));
  }

  @Test
  void areStillProvenByTheSameKeyReadAgain() {
    String token = token();
    ProvenClaims proven = verifier.verify(token);
    keys.put("key-1", key(Tokens.KEY));
    assertSame(proven, verifier.verify(token));
  }

  @ParameterizedTest
  @ValueSource(strings = {"nbf", "iat"})
  void mayBeOfTheFutureByTheSkew(String claim) {
    token();
    verifier.verify(Tokens.sign(Tokens.KEY, Tokens.claims(CLAIMS, claim, NOW + 5)));
    assertEquals(
        Reason.NOT_YET, refusal(Tokens.sign(Tokens.KEY, Tokens.claims(CLAIMS, claim, NOW + 6))));
  }

  @Test
  void haveTimesThatAreTimes() {
    token();
    assertEquals(
        Reason.MALFORMED,
        refusal(Tokens.sign(Tokens.KEY, Tokens.claims(CLAIMS, "exp", 1_000_000_000_000L))));
    assertEquals(
        Reason.MALFORMED, refusal(Tokens.sign(Tokens.KEY, Tokens.claims(CLAIMS, "exp", "1"))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "..", ".e30.AA", "e30", "e30.e30", "e30.e30.AA.AA"})
  void haveThreeParts(String text) {
    assertEquals("malformed token: it has no three parts", malformed(text));
  }

  @Test
  void haveALengthThatIsBounded() {
    // Read as far as its header, which is no JSON.
    String longest = "AAAA.AAAA." + "A".repeat(16_372) + "AA";
    assertEquals(16_384, longest.length());
    assertEquals("malformed token: its header is no JSON", malformed(longest));
    assertEquals("malformed token: it has no three parts", malformed(longest + "A"));
  }

  private String malformed(String token) {
    return assertThrows(TokenRefusedException.class, () -> verifier.verify(token)).getMessage();
  }
}
