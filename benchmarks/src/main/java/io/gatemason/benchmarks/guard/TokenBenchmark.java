package io.gatemason.benchmarks.guard;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.gatemason.benchmarks.jmh.JmhRow;
import io.gatemason.benchmarks.table.Goal;
import io.gatemason.benchmarks.table.Row;
import io.gatemason.runtime.auth.token.JwtClaims;
import io.gatemason.runtime.auth.token.JwtIssuer;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * A token signed with RS256 that was not seen before: everything that is asked of it, against the
 * library that verifies its signature and nothing else. Our clock runs past the end of what is
 * remembered with every call, so that every verification is cold.
 */
@State(Scope.Thread)
@SuppressWarnings("NullAway.Init") // JMH calls setUp before anything else.
public class TokenBenchmark {
  private static final String ISSUER = "https://users.example";
  private static final long NOW_MILLIS = 1_800_000_000_000L;

  /** A token has a second left, which is how long it is remembered. */
  private static final long STEP_NANOS = Duration.ofMillis(1_001).toNanos();

  private JwtIssuer issuer;
  private JWSVerifier verifier;
  private String token;
  private long nanos;

  /** The row of this benchmark. */
  public static Row row() {
    return new JmhRow(
        "rs256",
        "A token not seen before against the library's bare RS256 verification",
        TokenBenchmark.class,
        new JmhRow.Side("verify", Map.of()),
        new JmhRow.Side("bare", Map.of()),
        JmhRow.Ratio.TIME,
        Goal.atMost(1.2),
        4,
        run -> List.of());
  }

  /** Makes key and token, and proves that both sides take them. */
  @Setup
  public void setUp() throws JOSEException, ParseException {
    RSAKey key = new RSAKeyGenerator(2048).keyID("key-1").generate();
    byte[] keys = new JWKSet(key).toString(true).getBytes(StandardCharsets.UTF_8);
    byte[] discovery = ("{\"jwks_uri\": \"" + ISSUER + "/keys\"}").getBytes(StandardCharsets.UTF_8);
    issuer =
        JwtIssuer.of(
            ISSUER,
            List.of("orders"),
            (url, bytes, millis) -> url.endsWith("/keys") ? keys : discovery,
            () -> NOW_MILLIS,
            () -> nanos += STEP_NANOS,
            Duration.ZERO);
    verifier = new RSASSAVerifier(key.toRSAPublicKey());
    SignedJWT made =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("key-1").build(),
            new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience("orders")
                .subject("2f9b4c0e-8f63-4c0f-a1f6-0b1d6d1c7a55")
                .claim("scope", "orders/read orders/write")
                .claim("email", "ann@example.com")
                .issueTime(Date.from(Instant.ofEpochMilli(NOW_MILLIS - 3_600_000)))
                .expirationTime(Date.from(Instant.ofEpochMilli(NOW_MILLIS + 1_000)))
                .build());
    made.sign(new RSASSASigner(key));
    token = made.serialize();
    if (!bare() || !verify().scopes().contains("orders/read")) {
      throw new IllegalStateException("the token is refused");
    }
  }

  /** One verification of ours. */
  @Benchmark
  public JwtClaims verify() {
    return issuer.verify(token);
  }

  /** One verification of the library. */
  @Benchmark
  public boolean bare() throws JOSEException, ParseException {
    return SignedJWT.parse(token).verify(verifier);
  }
}
