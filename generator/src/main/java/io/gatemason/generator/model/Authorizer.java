package io.gatemason.generator.model;

import io.gatemason.generator.source.Range;
import java.util.List;
import java.util.Optional;

/**
 * An authorizer of a REST API.
 *
 * @param name the security scheme's name
 * @param range the extension
 * @param kind what it is
 * @param function the function's ARN or name; empty for user pools
 * @param credentials the role to assume
 * @param resultTtlSeconds 0 to 3600; 0 switches caching off
 * @param identitySources mapping expressions in order
 * @param identityValidationExpression a regular expression the token must match
 * @param providerArns user pools, which may have stage variables in them; empty for functions
 * @param principal who calls, where the authorizer is not asked; for local runs only
 */
public record Authorizer(
    String name,
    Range range,
    Kind kind,
    Optional<MappingText> function,
    Optional<MappingText> credentials,
    int resultTtlSeconds,
    List<String> identitySources,
    Optional<String> identityValidationExpression,
    List<MappingText> providerArns,
    Optional<String> principal) {

  /** What an authorizer is. */
  public enum Kind {
    TOKEN,
    REQUEST,
    /** A REQUEST authorizer of a WebSocket API: needs all its sources, and is always asked. */
    CONNECT,
    COGNITO_USER_POOLS
  }
}
