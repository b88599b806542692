package io.gatemason.runtime.transport;

import io.gatemason.runtime.clock.Ticker;
import io.gatemason.runtime.failure.GatewayFailure;
import io.helidon.config.Config;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The VPC links of the runtime settings: {@code gateway.vpc-links.<connectionId>.targets} is a list
 * of base URLs. Immutable.
 */
public final class VpcLinks {
  private static final String KEY = "gateway.vpc-links";

  private final Map<String, VpcLink> links = new HashMap<>();

  /**
   * Reads the settings.
   *
   * @throws IllegalArgumentException naming the setting if a link has no target or a malformed one
   */
  public VpcLinks(Config config, Ticker ticker) {
    for (Config link : config.get(KEY).asNodeList().orElse(List.of())) {
      String setting = link.key() + ".targets";
      List<String> targets = link.get("targets").asList(String.class).orElse(List.of());
      if (targets.isEmpty()) {
        throw new IllegalArgumentException(setting + ": at least one base URL is needed");
      }
      try {
        links.put(Config.Key.unescapeName(link.name()), new VpcLink(targets, ticker));
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(setting + ": " + e.getMessage(), e);
      }
    }
  }

  /** The link of that id; without one the API is misconfigured. */
  public VpcLink find(String connectionId) {
    VpcLink link = links.get(connectionId);
    if (link == null) {
      throw GatewayFailure.configurationError(
          connectionId.isEmpty()
              ? "Invalid endpoint address: the connectionId of the VPC link is empty"
              : "Invalid endpoint address: no setting " + KEY + "." + connectionId + ".targets");
    }
    return link;
  }
}
