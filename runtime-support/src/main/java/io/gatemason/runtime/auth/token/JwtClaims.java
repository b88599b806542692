package io.gatemason.runtime.auth.token;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a proven token says to an HTTP API, put together once for all requests with the token.
 * Immutable and safe for concurrent use.
 */
public final class JwtClaims {
  private final List<String> scopes;
  private final Map<String, @Nullable Object> told;
  private final Map<String, @Nullable Object> toldWithScopes;

  private JwtClaims(List<String> scopes, boolean scoped, Map<String, String> texts) {
    this.scopes = scopes;
    this.told = told(texts, null);
    this.toldWithScopes = scoped ? told(texts, scopes) : told;
  }

  static JwtClaims of(JsonNode claims) {
    boolean scope = claims.has("scope");
    return new JwtClaims(
        Collections.unmodifiableList(Scopes.of(claims.path(scope ? "scope" : "scp"))),
        scope || claims.has("scp"),
        RouteClaims.of(claims));
  }

  private static Map<String, @Nullable Object> told(
      Map<String, String> texts, @Nullable List<String> scopes) {
    Map<String, @Nullable Object> told = new LinkedHashMap<>();
    told.put("claims", texts);
    told.put("scopes", scopes);
    return Collections.unmodifiableMap(told);
  }

  /** The scopes that the token has: {@code scope}, else {@code scp}. */
  public List<String> scopes() {
    return scopes;
  }

  /**
   * What requests tell of the token: {@code claims} as texts, and {@code scopes}, which is null
   * where the route asks for none or the token has no such claim.
   */
  public Map<String, @Nullable Object> told(boolean scopesWanted) {
    return scopesWanted ? toldWithScopes : told;
  }
}
