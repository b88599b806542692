package io.gatemason.runtime.server;

import io.gatemason.runtime.exchange.Limits;
import io.helidon.config.Config;
import io.helidon.config.ConfigSources;

/**
 * The runtime settings of a service. Immutable.
 *
 * <ul>
 *   <li>{@code server.*}: Helidon's settings of the listener, {@code server.port} (8080) above all
 *   <li>{@code gateway.limits.payload-bytes}, {@code header-bytes}, {@code url-bytes}
 *   <li>{@code gateway.account-id}: the account that {@code $context.accountId} names
 *   <li>{@code gateway.apis.<api>.stages.<stage>.variables.<name>}, or {@code
 *       gateway.apis.<api>.variables.<name>} for an API without a stage: stage variables
 * </ul>
 */
public final class GatewaySettings {
  private final Config config;

  private GatewaySettings(Config config) {
    this.config = config;
  }

  /**
   * Settings from, in falling order of precedence, system properties, environment variables ({@code
   * SERVER_PORT} for {@code server.port}), {@code application.yaml} in the working directory, and
   * {@code application.yaml} on the class path.
   */
  public static GatewaySettings load() {
    return new GatewaySettings(
        Config.builder()
            .addSource(ConfigSources.file("application.yaml").optional())
            .addSource(ConfigSources.classpath("application.yaml").optional())
            .build());
  }

  /** Settings from {@code config}. */
  public static GatewaySettings of(Config config) {
    return new GatewaySettings(config);
  }

  /** All settings as a tree. */
  public Config config() {
    return config;
  }

  Limits limits() {
    Config limits = config.get("gateway.limits");
    return new Limits(
        limits.get("payload-bytes").asInt().orElse(Limits.DEFAULT.payloadBytes()),
        limits.get("header-bytes").asInt().orElse(Limits.DEFAULT.headerBytes()),
        limits.get("url-bytes").asInt().orElse(Limits.DEFAULT.urlBytes()));
  }
}
