package io.gatemason.runtime.policy;

import org.jspecify.annotations.Nullable;

/**
 * What conditions may ask about a call besides its caller. Each is looked up when a condition asks
 * for it.
 */
public interface Surroundings {

  /** The address of the client, null if the call came through a private endpoint. */
  @Nullable String sourceIp();

  /** Whether the client's connection is encrypted. */
  boolean secure();

  /** The value of a request header, null without one. */
  @Nullable String header(String name);

  /** When the call arrived, in milliseconds since 1970. */
  long epochMillis();

  /** Through which private endpoint the call came, null if through none. */
  @Nullable PrivateEndpoint privateEndpoint();

  /**
   * A private endpoint.
   *
   * @param vpc the network's id, "" if not known
   * @param vpce the endpoint's id, "" if not known
   * @param sourceIp the client's address in that network
   */
  record PrivateEndpoint(String vpc, String vpce, String sourceIp) {}
}
