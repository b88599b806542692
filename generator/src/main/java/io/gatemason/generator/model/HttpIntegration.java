package io.gatemason.generator.model;

import io.gatemason.generator.source.Range;
import java.time.Duration;
import java.util.List;

/** {@code http}: only what is mapped reaches the backend and comes back. */
public record HttpIntegration(
    Range range, Endpoint endpoint, IntegrationRequest request, List<IntegrationResponse> responses)
    implements Integration {

  @Override
  public Duration timeout() {
    return endpoint.timeout();
  }
}
