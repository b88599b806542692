package io.gatemason.generator.model;

import java.util.List;

/**
 * {@code x-amazon-apigateway-endpoint-configuration}.
 *
 * @param executeApiEndpointDisabled whether the default endpoint answers 403
 * @param vpcEndpointIds for private APIs; may be empty
 */
public record EndpointConfiguration(
    boolean executeApiEndpointDisabled, List<String> vpcEndpointIds) {

  /** What holds where the document says nothing. */
  public static final EndpointConfiguration DEFAULT = new EndpointConfiguration(false, List.of());
}
