package io.gatemason.generator.model;

import io.gatemason.generator.source.Range;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * {@code aws} to a function: payload and answer are mapped.
 *
 * @param httpMethod as written; anything but POST makes calls fail
 * @param function the function's ARN or name, as cut out of the URI
 */
public record LambdaIntegration(
    Range range,
    Optional<String> httpMethod,
    MappingText function,
    Optional<MappingText> credentials,
    Duration timeout,
    IntegrationRequest request,
    List<IntegrationResponse> responses)
    implements Integration {
  @Override
  public Optional<MappingText> invoked() {
    return Optional.of(function);
  }
}
