package io.gatemason.runtime.server;

import io.gatemason.runtime.client.TrustedProxies;
import io.gatemason.runtime.exchange.Limits;
import io.gatemason.runtime.server.wire.ConnectionLimits;
import io.gatemason.runtime.service.WatchedFile;
import io.gatemason.runtime.service.WatchedFile.Stamp;
import io.helidon.config.Config;
import io.helidon.config.ConfigSources;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The runtime settings of a service. Immutable.
 *
 * <ul>
 *   <li>{@code server.*}: Helidon's settings of the listener, {@code server.port} (8080) above all
 *   <li>{@code gateway.listener.*}: what clients may take, see {@link ListenerSettings}
 *   <li>{@code gateway.limits.payload-bytes}, {@code header-bytes}, {@code url-bytes}
 *   <li>{@code gateway.limits.in-flight-bytes}: bytes that all requests together may hold
 *   <li>{@code gateway.trusted-proxies}: addresses and ranges of proxies, see {@link
 *       TrustedProxies}
 *   <li>{@code gateway.account-id}: the account that {@code $context.accountId} names
 *   <li>{@code gateway.apis.<api>.stages.<stage>.variables.<name>}, or {@code
 *       gateway.apis.<api>.variables.<name>} for an API without a stage: stage variables
 * </ul>
 */
public final class GatewaySettings {
  private static final Path FILE = Path.of("application.yaml");

  /** What {@code gateway.development} means, wherever nothing else is set. */
  private static final Map<String, String> DEVELOPMENT =
      Map.of(
          "gateway.api-keys.make-up", "true",
          "gateway.management.port", "0",
          "gateway.management.console.enabled", "true");

  private final Config config;
  private final @Nullable Path file;
  private final @Nullable Stamp seen;
  private final @Nullable GatewayServer running;
  private final @Nullable URLClassLoader code;

  private GatewaySettings(
      Config config,
      @Nullable Path file,
      @Nullable Stamp seen,
      @Nullable GatewayServer running,
      @Nullable URLClassLoader code) {
    this.config = config;
    this.file = file;
    this.seen = seen;
    this.running = running;
    this.code = code;
  }

  /**
   * Settings from, in falling order of precedence, system properties, environment variables ({@code
   * SERVER_PORT} for {@code server.port}), {@code application.yaml} in the working directory, and
   * {@code application.yaml} on the class path. With the system property {@code
   * gateway.development} the defaults of some are those for the machine of somebody who works at
   * the service.
   */
  public static GatewaySettings load() {
    return load(FILE);
  }

  /** As {@link #load()}, with another file than that in the working directory. */
  static GatewaySettings load(Path file) {
    Stamp seen = Stamp.of(file);
    return new GatewaySettings(
        Config.builder()
            .addSource(ConfigSources.file(file).optional())
            .addSource(ConfigSources.classpath("application.yaml").optional())
            .addSource(ConfigSources.create(development()))
            .build(),
        file,
        seen,
        null,
        null);
  }

  private static Map<String, String> development() {
    return Boolean.getBoolean("gateway.development") ? DEVELOPMENT : Map.of();
  }

  /** Settings from {@code config}. */
  public static GatewaySettings of(Config config) {
    return new GatewaySettings(config, null, null, null, null);
  }

  /**
   * The same for a service whose code is replaced while it runs. The settings file is not watched:
   * whoever replaces the code does that.
   *
   * @param server the running service whose listener stays; null to start the first version
   * @param loader what the classes of this version are loaded by; closed after its last request
   */
  public GatewaySettings forVersion(@Nullable GatewayServer server, URLClassLoader loader) {
    return new GatewaySettings(config, null, null, server, loader);
  }

  /** The service whose listener stays and whose code is replaced; null for none. */
  @Nullable GatewayServer running() {
    return running;
  }

  /** What is closed with the service's code; null where that stays. */
  @Nullable URLClassLoader code() {
    return code;
  }

  /** The settings as they are now. */
  GatewaySettings again() {
    return file == null ? this : load(file);
  }

  /** The file that is watched for changes since it was read, empty if there is none. */
  Optional<WatchedFile> watched() {
    return file == null || seen == null
        ? Optional.empty()
        : Optional.of(new WatchedFile(file, seen));
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

  ConnectionLimits connectionLimits() {
    return ListenerSettings.of(config, limits());
  }

  /** How long the service says that it will stop before it does. */
  Duration stopNotice() {
    return config.get("gateway.shutdown.notice").as(Duration.class).orElse(Duration.ZERO);
  }

  /** A quarter of the memory unless set: what is made of bodies is larger than what is counted. */
  long inFlightBytes() {
    return config
        .get("gateway.limits.in-flight-bytes")
        .asLong()
        .orElseGet(() -> Runtime.getRuntime().maxMemory() / 4);
  }

  TrustedProxies trustedProxies() {
    Config setting = config.get("gateway.trusted-proxies");
    List<String> cidrs =
        setting.type() == Config.Type.LIST
            ? setting.asNodeList().orElse(List.of()).stream()
                .map(item -> item.asString().orElse(""))
                .toList()
            : setting.asString().map(text -> List.of(text.split(",", -1))).orElse(List.of());
    try {
      return TrustedProxies.of(cidrs.stream().filter(cidr -> !cidr.isBlank()).toList());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(setting.key() + ": " + e.getMessage(), e);
    }
  }

  /** Warns where the listener is set in another way than the one that runs. */
  void warnOfListener(GatewaySettings running) {
    if (!connectionLimits().equals(running.connectionLimits())
        || !listener().equals(running.listener())) {
      System.getLogger(GatewayServer.class.getName())
          .log(
              System.Logger.Level.WARNING,
              "changed settings of the listener are read at the next start");
    }
  }

  private Map<String, String> listener() {
    return config().get("server").asMap().orElse(Map.of());
  }
}
