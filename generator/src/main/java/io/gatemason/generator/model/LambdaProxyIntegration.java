package io.gatemason.generator.model;

import io.gatemason.generator.source.Range;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * {@code aws_proxy} to a function: the request is the event, the answer is the response.
 *
 * @param httpMethod as written; anything but POST makes calls fail
 * @param function the function's ARN or name, as cut out of the URI
 * @param streamed whether the streaming invocation is asked for
 */
public record LambdaProxyIntegration(
    Range range,
    Optional<String> httpMethod,
    MappingText function,
    Optional<MappingText> credentials,
    Duration timeout,
    boolean streamed,
    IntegrationRequest request,
    List<IntegrationResponse> responses)
    implements Integration {
  @Override
  public Optional<MappingText> invoked() {
    return Optional.of(function);
  }
}
