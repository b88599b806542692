package io.gatemason.runtime.auth.token;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatemason.runtime.auth.token.TokenRefusedException.Reason;
import io.gatemason.runtime.clock.Ticker;
import io.gatemason.runtime.clock.WallClock;
import io.gatemason.runtime.json.Json;
import io.gatemason.runtime.json.JsonFormatException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Tokens of an OpenID provider, as the JWT authorizers of HTTP APIs judge them
 * (docs/behaviour/authorization.md#jwt). Safe for concurrent use.
 */
public final class JwtIssuer {
  /** How the reason begins where the discovery document cannot be had. */
  public static final String NO_DISCOVERY = "discovery document: ";

  private static final String DISCOVERY = "/.well-known/openid-configuration";

  private final TokenVerifier<JwtClaims> verifier;

  private JwtIssuer(TokenVerifier<JwtClaims> verifier) {
    this.verifier = verifier;
  }

  /**
   * The provider of this name; its keys lie where its discovery document says (OpenID Connect
   * Discovery 1.0 §4).
   *
   * @param issuer what {@code iss} has to be, an address without a slash at its end or with one
   * @param audiences of which the token has to be meant for one
   */
  public static JwtIssuer of(
      String issuer,
      List<String> audiences,
      DocumentFetch fetch,
      WallClock clock,
      Ticker ticker,
      Duration skew) {
    String base = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
    RemoteKeys keys = new RemoteKeys(issuer, () -> keys(base, fetch), ticker);
    return of(new TrustedIssuer(Set.of(issuer), keys), audiences, clock, ticker, skew);
  }

  /**
   * The user pool of this name, which is reached at another address than its name says.
   *
   * @param issuer what {@code iss} has to be, if it is not {@code address}
   * @param address where its keys are
   */
  public static JwtIssuer ofUserPool(
      String issuer,
      String address,
      List<String> audiences,
      DocumentFetch fetch,
      WallClock clock,
      Ticker ticker,
      Duration skew) {
    RemoteKeys keys = UserPools.keys(address, fetch, ticker);
    Set<String> names = Set.copyOf(List.of(issuer, address));
    return of(new TrustedIssuer(names, keys), audiences, clock, ticker, skew);
  }

  private static JwtIssuer of(
      TrustedIssuer issuer, List<String> audiences, WallClock clock, Ticker ticker, Duration skew) {
    List<String> wanted = List.copyOf(audiences);
    return new JwtIssuer(
        new TokenVerifier<>(
            List.of(issuer), Algorithms.RSA, clock, ticker, skew, claims -> read(claims, wanted)));
  }

  private static byte[] keys(String base, DocumentFetch fetch) throws IOException {
    byte[] discovery = discovery(base, fetch);
    try {
      JsonNode address = Json.read(new String(discovery, StandardCharsets.UTF_8)).path("jwks_uri");
      if (address.isTextual()) {
        return fetch.get(address.textValue(), RemoteKeys.LARGEST_BYTES, RemoteKeys.TIMEOUT_MILLIS);
      }
    } catch (JsonFormatException e) {
      throw new IOException("the discovery document is no JSON", e);
    }
    throw new IOException("the discovery document has no jwks_uri");
  }

  private static byte[] discovery(String base, DocumentFetch fetch) throws IOException {
    try {
      return fetch.get(base + DISCOVERY, RemoteKeys.LARGEST_BYTES, RemoteKeys.TIMEOUT_MILLIS);
    } catch (IOException e) {
      throw new IOException(NO_DISCOVERY + e.getMessage(), e);
    }
  }

  /**
   * The claims of a token for one of the audiences.
   *
   * @param text a token, with or without {@code Bearer} before it
   * @throws TokenRefusedException if it proves nothing
   * @throws KeysUnavailableException if nobody can tell
   */
  public JwtClaims verify(String text) {
    return verifier.verify(text);
  }

  private static JwtClaims read(JsonNode claims, List<String> audiences) {
    JsonNode audience = claims.has("aud") ? claims.path("aud") : claims.path("client_id");
    Stream<JsonNode> named = audience.isArray() ? audience.valueStream() : Stream.of(audience);
    if (named.noneMatch(each -> each.isTextual() && audiences.contains(each.textValue()))) {
      throw new TokenRefusedException(Reason.AUDIENCE, "the token is meant for somebody else");
    }
    return JwtClaims.of(claims);
  }
}
