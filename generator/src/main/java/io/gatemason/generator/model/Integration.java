package io.gatemason.generator.model;

import io.gatemason.generator.source.Range;
import java.time.Duration;
import java.util.List;

/** The backend behind a method. */
public sealed interface Integration
    permits HttpIntegration,
        HttpProxyIntegration,
        MockIntegration,
        AwsServiceIntegration,
        LambdaIntegration,
        LambdaProxyIntegration {

  /** The extension, for messages. */
  Range range();

  /** What is sent to the backend. */
  IntegrationRequest request();

  /** From sending to the last byte of the answer; the longest that there is for mocks. */
  Duration timeout();

  /** In document order; stored but without effect for proxy integrations. */
  List<IntegrationResponse> responses();
}
