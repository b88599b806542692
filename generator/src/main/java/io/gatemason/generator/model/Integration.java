package io.gatemason.generator.model;

import io.gatemason.generator.source.Range;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The backend behind a method. */
public sealed interface Integration
    permits HttpIntegration,
        HttpProxyIntegration,
        MockIntegration,
        AwsServiceIntegration,
        LambdaIntegration,
        LambdaProxyIntegration {
  /** How long an integration may take that says nothing else. */
  Duration USUAL_TIMEOUT = Duration.ofSeconds(29);

  /** The extension, for messages. */
  Range range();

  /** What is sent to the backend. */
  IntegrationRequest request();

  /** From sending to the last byte of the answer; the longest that there is for mocks. */
  Duration timeout();

  /** The function that is invoked; empty for other backends. */
  default Optional<MappingText> invoked() {
    return Optional.empty();
  }

  /** In document order; stored but without effect for proxy integrations. */
  List<IntegrationResponse> responses();
}
