package io.gatemason.runtime.auth;

import io.gatemason.runtime.auth.token.JwtClaims;
import io.gatemason.runtime.auth.token.JwtIssuer;
import io.gatemason.runtime.auth.token.KeysUnavailableException;
import io.gatemason.runtime.auth.token.TokenRefusedException;
import io.gatemason.runtime.auth.token.TokenRefusedException.Reason;
import io.gatemason.runtime.exchange.ContextVariable;
import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.failure.AccessFailures;
import io.gatemason.runtime.failure.GatewayFailure;
import io.gatemason.runtime.function.event.EventAuthorizer;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A JWT authorizer of an HTTP API: a token of one issuer proves who calls
 * (docs/behaviour/http-api.md#jwt). Safe for concurrent use.
 */
public final class JwtAuthorizer {
  private static final String BEARER = "Bearer";

  private final JwtIssuer issuer;
  private final IdentitySource source;

  private JwtAuthorizer(JwtIssuer issuer, IdentitySource source) {
    this.issuer = issuer;
    this.source = source;
  }

  /**
   * The authorizer of an issuer.
   *
   * @param source where the token is, such as {@code $request.header.Authorization}
   * @param issuer what {@code iss} has to be
   * @param audiences of which the token has to be meant for one
   */
  public static JwtAuthorizer of(
      AuthServices services, String source, String issuer, String... audiences) {
    services.guardedBy(issuer + " (JWT)");
    return new JwtAuthorizer(
        services.issuers().issuer(issuer, List.of(audiences)), IdentitySource.of(source));
  }

  /**
   * Lets the request pass if it has a token.
   *
   * @param scopes of which the token has to have one; none for any token
   * @throws GatewayFailure UNAUTHORIZED, or ACCESS_DENIED if the token lacks every scope
   */
  public void authorize(Exchange exchange, List<String> scopes) {
    List<String> values = source.values(exchange);
    if (values.size() != 1 || values.getFirst().isBlank()) {
      tell(exchange, "missing: token not provided", BEARER);
      throw AccessFailures.unauthorized("no token, or more than one");
    }
    JwtClaims claims = claims(exchange, values.getFirst(), scopes);
    if (!scopes.isEmpty() && Collections.disjoint(claims.scopes(), scopes)) {
      String wanted = String.join(" ", scopes);
      String text = "expected scopes: [" + wanted + "]";
      tell(exchange, "insufficient_scope: " + text, challenge(wanted, "insufficient_scope", text));
      throw AccessFailures.deniedByAuthorizer(false);
    }
    Map<String, @Nullable Object> told = claims.told(!scopes.isEmpty());
    exchange.context().authorizer(told);
    exchange.context().leave(EventAuthorizer.class, new EventAuthorizer("jwt", told));
  }

  private JwtClaims claims(Exchange exchange, String token, List<String> scopes) {
    try {
      return issuer.verify(token);
    } catch (TokenRefusedException e) {
      throw invalid(exchange, scopes, description(e, token));
    } catch (KeysUnavailableException e) {
      boolean discovery = String.valueOf(e.getMessage()).contains(JwtIssuer.NO_DISCOVERY);
      throw invalid(
          exchange,
          scopes,
          discovery ? "OIDC discovery endpoint communication error" : "JWKS communication error");
    }
  }

  private static String description(TokenRefusedException refusal, String token) {
    Reason reason = refusal.reason();
    if (reason == Reason.AUDIENCE) {
      return "the token does not have a valid audience";
    }
    if (reason == Reason.ISSUER) {
      return "issuer does not match";
    }
    return reason == Reason.MALFORMED && token.chars().filter(c -> c == '.').count() != 2
        ? "token contains an invalid number of segments"
        : String.valueOf(refusal.getMessage()).replace('"', '\'');
  }

  private static GatewayFailure invalid(
      Exchange exchange, List<String> scopes, String description) {
    tell(
        exchange,
        "invalid_token: " + description,
        challenge(String.join(" ", scopes), "invalid_token", description));
    return AccessFailures.unauthorized(description);
  }

  private static String challenge(String scopes, String error, String description) {
    return BEARER
        + " scope=\""
        + scopes
        + "\" error=\""
        + error
        + "\" error_description=\""
        + description
        + "\"";
  }

  private static void tell(Exchange exchange, String error, String challenge) {
    exchange.context().set(ContextVariable.AUTHORIZER_ERROR, error);
    exchange.context().leave(Challenge.class, new Challenge(challenge));
  }
}
