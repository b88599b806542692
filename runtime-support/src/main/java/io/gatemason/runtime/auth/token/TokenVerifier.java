package io.gatemason.runtime.auth.token;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JWSAlgorithm;
import io.gatemason.runtime.auth.token.TokenRefusedException.Reason;
import io.gatemason.runtime.clock.Ticker;
import io.gatemason.runtime.clock.WallClock;
import io.gatemason.runtime.digest.Sha256;
import io.gatemason.runtime.store.LocalEntries;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Says what a token claims, once it is proven that a trusted issuer has signed it and its time is
 * not over. Proven tokens are remembered by the hash of the whole text that they came in, until
 * they expire or their key is withdrawn. Safe for concurrent use.
 *
 * @param <T> what is made of the claims of a proven token, once
 */
final class TokenVerifier<T> {
  private static final int REMEMBERED = 10_000;
  private static final int REMEMBERED_HEADERS = 100;
  private static final Duration HEADER_TIME = Duration.ofHours(1);

  private final List<TrustedIssuer> issuers;
  private final Set<JWSAlgorithm> algorithms;
  private final WallClock clock;
  private final long skewSeconds;
  private final Function<JsonNode, T> reading;
  private final LocalEntries<Proven<T>> proven;
  private final LocalEntries<TokenHeader> headers;

  private record Proven<T>(
      T claims, KeySource keys, String keyId, VerificationKey key, long expires) {}

  /**
   * Trusts these issuers.
   *
   * @param skew by how much the clocks of issuers may differ
   * @param reading makes something of claims, once; refuses those that are for somebody else
   */
  TokenVerifier(
      List<TrustedIssuer> issuers,
      Set<JWSAlgorithm> algorithms,
      WallClock clock,
      Ticker ticker,
      Duration skew,
      Function<JsonNode, T> reading) {
    this.reading = reading;
    this.issuers = List.copyOf(issuers);
    this.algorithms = algorithms;
    this.clock = clock;
    this.skewSeconds = skew.toSeconds();
    this.proven = LocalEntries.counted(ticker, REMEMBERED);
    this.headers = LocalEntries.counted(ticker, REMEMBERED_HEADERS);
  }

  /**
   * What the token in a text claims, before which {@code Bearer} may stand. Judged are its issuer,
   * its signature, what it is read for, and last its times: a forged token is told nothing of them.
   *
   * @throws TokenRefusedException if it proves nothing
   * @throws KeysUnavailableException if nobody can tell
   */
  T verify(String text) {
    String hash = Sha256.base64(text);
    Proven<T> known = proven.get(hash);
    if (known != null && known.key().same(known.keys().find(known.keyId()))) {
      requireBefore(known.expires());
      return known.claims();
    }
    CompactToken parsed = CompactToken.parse(BearerText.token(text), algorithms, headers::get);
    JsonNode claims = parsed.claims();
    TrustedIssuer issuer = issuer(claims);
    String keyId = parsed.header().keyId();
    VerificationKey key = issuer.keys().find(keyId);
    if (key == null) {
      throw new TokenRefusedException(Reason.KEY, "the token's key is not known");
    }
    parsed.verify(key);
    T told = reading.apply(claims);
    long expires = judgeTimes(claims);
    headers.put(parsed.headerText(), parsed.header(), HEADER_TIME);
    proven.put(
        hash,
        new Proven<>(told, issuer.keys(), keyId, key, expires),
        Duration.ofSeconds(Math.max(1, expires + skewSeconds - now())));
    return told;
  }

  private TrustedIssuer issuer(JsonNode claims) {
    String name = claims.path("iss").isTextual() ? claims.path("iss").textValue() : "";
    for (TrustedIssuer issuer : issuers) {
      if (issuer.names().contains(name)) {
        return issuer;
      }
    }
    throw new TokenRefusedException(Reason.ISSUER, "the token's issuer is another");
  }

  private long judgeTimes(JsonNode claims) {
    long expires = time(claims, "exp");
    requireBefore(expires);
    if (time(claims, "nbf") - skewSeconds > now() || time(claims, "iat") - skewSeconds > now()) {
      throw new TokenRefusedException(Reason.NOT_YET, "the token is not valid yet");
    }
    return expires;
  }

  private void requireBefore(long expires) {
    if (now() >= expires + skewSeconds) {
      throw new TokenRefusedException(Reason.EXPIRED, "the token has expired");
    }
  }

  /** Seconds since 1970, which is the time of a claim that is missing. */
  private static long time(JsonNode claims, String name) {
    JsonNode value = claims.path(name);
    if (value.isMissingNode()) {
      return 0;
    }
    double seconds = value.isNumber() ? value.doubleValue() : Double.NaN;
    if (!(Math.abs(seconds) < 1e12)) {
      throw new TokenRefusedException(Reason.MALFORMED, "the token's \"" + name + "\" is no time");
    }
    return value.longValue();
  }

  private long now() {
    return Math.floorDiv(clock.epochMillis(), 1_000L);
  }
}
