package io.gatemason.generator.model.rest;

import io.gatemason.generator.source.Range;
import io.gatemason.generator.source.ScalarNode;
import java.util.List;
import java.util.Optional;

/**
 * How the API's own endpoint is reached: {@code x-amazon-apigateway-endpoint-configuration}, {@code
 * -endpoint-access-mode} and {@code -security-policy}.
 *
 * @param executeApiEndpointDisabled whether the default endpoint answers 403
 * @param vpcEndpointIds for private APIs; may be empty
 * @param isPrivate where the API is private, which says so; empty for other kinds of endpoint
 * @param isRegional whether it is a regional one, not before edges of a network of caches
 * @param accessMode {@code BASIC} or {@code STRICT}
 * @param securityPolicy the name of a TLS policy
 */
public record EndpointConfiguration(
    boolean executeApiEndpointDisabled,
    List<String> vpcEndpointIds,
    Optional<Range> isPrivate,
    boolean isRegional,
    Optional<ScalarNode> accessMode,
    Optional<ScalarNode> securityPolicy) {}
