package io.gatemason.generator.model;

import io.gatemason.generator.source.Range;
import java.time.Duration;
import java.util.Optional;

/**
 * How an HTTP backend is reached.
 *
 * @param httpMethod the backend's verb; empty for the client's own
 * @param uri absolute, with placeholders and stage variables
 * @param timeout from sending to the last byte of the answer
 * @param vpcLink the link that routes instead of the URI's host
 * @param insecureSkipVerification whether the certificate's issuer is not checked
 * @param streamed whether the answer is passed on as it comes ({@code responseTransferMode})
 */
public record Endpoint(
    Optional<String> httpMethod,
    MappingText uri,
    Duration timeout,
    Optional<VpcLink> vpcLink,
    boolean insecureSkipVerification,
    boolean streamed) {

  /**
   * A private connection.
   *
   * @param connectionId its id, maybe a stage variable
   * @param target the load balancer's ARN of a second generation link; empty otherwise
   * @param range where the id stands
   */
  public record VpcLink(MappingText connectionId, Optional<String> target, Range range) {}
}
