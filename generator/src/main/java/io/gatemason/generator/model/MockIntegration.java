package io.gatemason.generator.model;

import io.gatemason.generator.source.Range;
import java.time.Duration;
import java.util.List;

/** {@code mock}: the gateway answers by itself. */
public record MockIntegration(
    Range range, IntegrationRequest request, List<IntegrationResponse> responses)
    implements Integration {

  @Override
  public Duration timeout() {
    return USUAL_TIMEOUT;
  }
}
