package io.gatemason.runtime.transport;

import io.gatemason.runtime.clock.Ticker;
import io.gatemason.runtime.failure.GatewayFailure;
import io.helidon.config.Config;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The VPC links of the runtime settings: {@code gateway.vpc-links.<connectionId>.targets} is a list
 * of base URLs, {@code gateway.vpc-links.<connectionId>.listeners.<ARN>} one for what integrations
 * name by its ARN. Immutable.
 */
public final class VpcLinks {
  private static final String KEY = "gateway.vpc-links";

  private final Map<String, VpcLink> links = new HashMap<>();
  private final Map<Listener, VpcLink> listeners = new HashMap<>();

  private record Listener(String connectionId, String arn) {}

  /**
   * Reads the settings.
   *
   * @throws IllegalArgumentException naming the setting if a link has no target or a malformed one
   */
  public VpcLinks(Config config, Ticker ticker) {
    for (Config link : config.get(KEY).asNodeList().orElse(List.of())) {
      String id = Config.Key.unescapeName(link.name());
      List<Config> named = link.get("listeners").asNodeList().orElse(List.of());
      if (named.isEmpty() || link.get("targets").exists()) {
        links.put(id, link(link.get("targets"), ticker));
      }
      for (Config each : named) {
        String arn = Config.Key.unescapeName(each.name());
        listeners.put(new Listener(id, arn), link(each, ticker));
      }
    }
  }

  private static VpcLink link(Config targets, Ticker ticker) {
    List<String> urls = targets.asList(String.class).orElse(List.of());
    if (urls.isEmpty()) {
      throw new IllegalArgumentException(targets.key() + ": at least one base URL is needed");
    }
    try {
      return new VpcLink(urls, ticker);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(targets.key() + ": " + e.getMessage(), e);
    }
  }

  /**
   * The targets of a link, or of what is named behind it. Without any the API is misconfigured, or
   * what is named cannot be reached.
   *
   * @param listener the ARN of what is named behind the link; null if nothing is
   */
  public VpcLink find(String connectionId, @Nullable String listener) {
    VpcLink named = listener == null ? null : listeners.get(new Listener(connectionId, listener));
    VpcLink link = named == null ? links.get(connectionId) : named;
    if (link == null && listener != null) {
      throw GatewayFailure.integrationFailure(
          "No setting " + KEY + "." + connectionId + ".listeners." + listener);
    }
    if (link == null) {
      throw GatewayFailure.configurationError(
          connectionId.isEmpty()
              ? "Invalid endpoint address: the connectionId of the VPC link is empty"
              : "Invalid endpoint address: no setting " + KEY + "." + connectionId + ".targets");
    }
    return link;
  }
}
