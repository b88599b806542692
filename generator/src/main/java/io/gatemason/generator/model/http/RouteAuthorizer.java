package io.gatemason.generator.model.http;

import io.gatemason.generator.model.MappingText;
import io.gatemason.generator.source.Range;
import io.gatemason.generator.source.ScalarNode;
import java.util.List;
import java.util.Optional;

/** An authorizer of an HTTP API. */
public sealed interface RouteAuthorizer {

  /** The name by which routes ask for it. */
  String name();

  /** Where it is declared. */
  Range range();

  /** The function that decides; empty where none does. */
  default Optional<MappingText> invoked() {
    return Optional.empty();
  }

  /**
   * Tokens of an issuer.
   *
   * @param identitySource where the token is
   * @param issuer the issuer, an address
   * @param audience what tokens must be for, at least one
   */
  record Jwt(
      String name,
      Range range,
      MappingValue identitySource,
      ScalarNode issuer,
      List<String> audience)
      implements RouteAuthorizer {
    public Jwt {
      audience = List.copyOf(audience);
    }
  }

  /**
   * A Lambda function.
   *
   * @param function the function's ARN or name
   * @param credentials the role to assume
   * @param payloadFormat of its events
   * @param simpleResponses whether it answers with {@code isAuthorized} instead of a policy
   * @param identitySources in order; may be empty
   * @param resultTtlSeconds 0 to 3600; 0 switches caching off
   */
  record Function(
      String name,
      Range range,
      MappingText function,
      Optional<MappingText> credentials,
      PayloadFormat payloadFormat,
      boolean simpleResponses,
      List<MappingValue> identitySources,
      int resultTtlSeconds)
      implements RouteAuthorizer {
    public Function {
      identitySources = List.copyOf(identitySources);
    }

    @Override
    public Optional<MappingText> invoked() {
      return Optional.of(function);
    }
  }
}
