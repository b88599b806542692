package io.gatemason.runtime.auth.token;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatemason.runtime.auth.token.TokenRefusedException.Reason;
import io.gatemason.runtime.clock.Ticker;
import io.gatemason.runtime.clock.WallClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tokens of Cognito user pools (docs/behaviour/authorization.md#user-pools). Safe for concurrent
 * use.
 */
public final class UserPools {
  private static final System.Logger LOG = System.getLogger(UserPools.class.getName());
  private static final String NO_ARN = "no ARN of a user pool: ";
  private static final Pattern ARN =
      Pattern.compile("arn:(aws[a-z-]*):cognito-idp:([a-z0-9-]+):\\d{12}:userpool/([\\w-]+)");

  private static final Pattern ISSUER =
      Pattern.compile("https://cognito-idp\\.[a-z0-9-]+\\.amazonaws\\.com(?:\\.cn)?/([\\w-]+)");

  private final TokenVerifier<ProvenClaims> verifier;
  private final List<String> unknown;

  private UserPools(TokenVerifier<ProvenClaims> verifier, List<String> unknown) {
    this.verifier = verifier;
    this.unknown = unknown;
  }

  /**
   * The pools of these ARNs. One that is none, made of a variable that a stage lacks, is a pool of
   * which nobody can tell anything.
   *
   * @param endpoint where user pools are reached instead of their public host, "" if nowhere:
   *     tokens that name it as their issuer are believed too
   */
  public static UserPools of(
      List<String> arns,
      String endpoint,
      DocumentFetch fetch,
      WallClock clock,
      Ticker ticker,
      Duration skew) {
    List<TrustedIssuer> issuers = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    for (String arn : arns) {
      if (!ARN.matcher(arn).matches()) {
        LOG.log(System.Logger.Level.WARNING, NO_ARN + arn);
        unknown.add(arn);
        continue;
      }
      Set<String> names = new HashSet<>(Set.of(issuer(arn)));
      String address = issuer(arn);
      if (!endpoint.isEmpty()) {
        address = address(endpoint, arn.substring(arn.indexOf('/') + 1));
        names.add(address);
      }
      issuers.add(new TrustedIssuer(names, keys(address, fetch, ticker)));
    }
    return new UserPools(
        new TokenVerifier<>(issuers, Algorithms.USER_POOLS, clock, ticker, skew, ProvenClaims::new),
        List.copyOf(unknown));
  }

  /** The issuer that tokens of a pool name. */
  static String issuer(String arn) {
    Matcher parts = ARN.matcher(arn);
    if (!parts.matches()) {
      throw new IllegalArgumentException(NO_ARN + arn);
    }
    String domain = parts.group(1).equals("aws-cn") ? "amazonaws.com.cn" : "amazonaws.com";
    return "https://cognito-idp." + parts.group(2) + "." + domain + "/" + parts.group(3);
  }

  /** The id of the pool whose tokens name this issuer, "" if it is no pool. */
  public static String pool(String issuer) {
    Matcher parts = ISSUER.matcher(issuer);
    return parts.matches() ? parts.group(1) : "";
  }

  /** Where a pool is reached at an endpoint of its own. */
  public static String address(String endpoint, String pool) {
    return (endpoint.endsWith("/") ? endpoint : endpoint + "/") + pool;
  }

  /** The keys of the pool at an address. */
  static RemoteKeys keys(String address, DocumentFetch fetch, Ticker ticker) {
    String keys = address + "/.well-known/jwks.json";
    return new RemoteKeys(
        address,
        () -> fetch.get(keys, RemoteKeys.LARGEST_BYTES, RemoteKeys.TIMEOUT_MILLIS),
        ticker);
  }

  /**
   * What the text of a header proves: an ID token where no scopes are asked for, else an access
   * token with one of them.
   *
   * @param text a token, with or without {@code Bearer} before it
   * @param scopes of which one is needed; none for ID tokens
   * @param audience what {@code aud} has to be
   * @return the claims as texts
   * @throws TokenRefusedException if it proves nothing
   * @throws KeysUnavailableException if nobody can tell
   */
  public Map<String, String> verify(String text, List<String> scopes, Predicate<String> audience) {
    ProvenClaims proven = proven(text);
    JsonNode claims = proven.node();
    String use = scopes.isEmpty() ? "id" : "access";
    if (!claims.path("token_use").asText().equals(use)) {
      throw new TokenRefusedException(Reason.USE, "the token is no " + use + " token");
    }
    if (!audience.test(claims.path("aud").asText())) {
      throw new TokenRefusedException(Reason.AUDIENCE, "the token is meant for somebody else");
    }
    if (!scopes.isEmpty() && Scopes.of(claims.path("scope")).stream().noneMatch(scopes::contains)) {
      throw new TokenRefusedException(Reason.SCOPE, "the token lacks every scope that would do");
    }
    return proven.texts();
  }

  /** A token of none of the known pools may be one of a pool that is not. */
  private ProvenClaims proven(String token) {
    try {
      return verifier.verify(token);
    } catch (TokenRefusedException e) {
      if (e.reason() == Reason.ISSUER && !unknown.isEmpty()) {
        throw new KeysUnavailableException(NO_ARN + unknown.getFirst());
      }
      throw e;
    }
  }
}
