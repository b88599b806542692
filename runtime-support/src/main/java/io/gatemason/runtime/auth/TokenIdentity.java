package io.gatemason.runtime.auth;

import io.gatemason.runtime.auth.identity.IdentityHash;
import io.gatemason.runtime.auth.token.TokenPattern;
import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The token of a TOKEN authorizer. Immutable. */
record TokenIdentity(String header, @Nullable TokenPattern pattern) implements CallerIdentity {

  static TokenIdentity in(String header) {
    return new TokenIdentity(header, null);
  }

  @Override
  public TokenIdentity validatedBy(String expression) {
    return new TokenIdentity(header, TokenPattern.of(expression));
  }

  @Override
  public @Nullable String key(Exchange exchange) {
    String token = Credentials.only(exchange, header);
    if (token == null || !Credentials.areVisible(token)) {
      return null;
    }
    if (pattern != null && !pattern.matches(token)) {
      return null;
    }
    return IdentityHash.of(List.of(token));
  }

  @Override
  public List<String> shown(Exchange exchange) {
    return exchange.head().inAnyCase(header);
  }

  @Override
  public byte[] event(Exchange exchange, String methodArn) {
    String token = exchange.head().inAnyCase(header).getFirst().strip();
    String event =
        "{\"type\":\"TOKEN\",\"methodArn\":"
            + Json.quote(methodArn)
            + ",\"authorizationToken\":"
            + Json.quote(token)
            + "}";
    return event.getBytes(StandardCharsets.UTF_8);
  }
}
