package io.gatemason.generator.model;

import io.gatemason.generator.source.Range;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * {@code aws} to a service other than Lambda's invocation.
 *
 * @param httpMethod the backend's verb; empty for the client's own
 * @param uri {@code arn:aws:apigateway:{region}:{service}:path|action/…}
 * @param credentials the role to assume, or the caller's own
 */
public record AwsServiceIntegration(
    Range range,
    Optional<String> httpMethod,
    MappingText uri,
    Optional<MappingText> credentials,
    Duration timeout,
    IntegrationRequest request,
    List<IntegrationResponse> responses)
    implements Integration {}
