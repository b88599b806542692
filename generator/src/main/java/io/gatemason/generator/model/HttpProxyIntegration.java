package io.gatemason.generator.model;

import io.gatemason.generator.source.Range;
import java.time.Duration;
import java.util.List;

/** {@code http_proxy}: the request passes through with the mapped changes. */
public record HttpProxyIntegration(
    Range range, Endpoint endpoint, IntegrationRequest request, List<IntegrationResponse> responses)
    implements Integration {

  @Override
  public Duration timeout() {
    return endpoint.timeout();
  }
}
