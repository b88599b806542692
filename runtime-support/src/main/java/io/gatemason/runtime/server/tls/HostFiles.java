package io.gatemason.runtime.server.tls;

import io.gatemason.runtime.pem.KeyFiles;
import io.helidon.config.Config;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;

/**
 * The files of one host: its certificate with its key, and the authorities of its clients. They are
 * settings {@code gateway.domains.<host>.tls.*}. Immutable.
 */
final class HostFiles {
  private final String host;
  private final Config settings;
  private final KeyFiles keys;
  private final Optional<Path> trustStore;
  private final SecurityPolicy policy;
  private final boolean mutual;

  /** What the files say. */
  record Loaded(HostTls tls, Optional<TrustStore> authorities) {}

  /**
   * Files of a host.
   *
   * @param settings the node {@code tls}
   * @param needed whether its clients need certificates even without a trust store
   */
  HostFiles(String host, Config settings, SecurityPolicy policy, boolean needed) {
    this.host = host;
    this.settings = settings;
    this.keys =
        KeyFiles.of(settings.key().toString(), name -> settings.get(name).asString().asOptional());
    this.trustStore = settings.get("trust-store").asString().asOptional().map(Path::of);
    this.policy = policy;
    this.mutual = needed || trustStore.isPresent();
  }

  String host() {
    return host;
  }

  /** Whether the clients of the host need certificates. */
  boolean mutual() {
    return mutual;
  }

  /**
   * Reads all files.
   *
   * @throws IllegalArgumentException naming the setting whose file cannot be used
   */
  Loaded load() {
    Optional<TrustStore> authorities = trustStore.map(this::authorities);
    authorities.ifPresent(
        store -> store.warnings().forEach(text -> TlsLog.warn(host + ": trust store: " + text)));
    try {
      HostTls tls = HostTls.of(keys.keyManagers(), policy, authorities.orElse(null));
      return new Loaded(tls, authorities);
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException(settings.key() + ": " + e.getMessage(), e);
    }
  }

  private TrustStore authorities(Path file) {
    try {
      return TrustStore.of(KeyFiles.text(file));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          settings.key() + ".trust-store: " + file + ": " + e.getMessage(), e);
    }
  }

  /** A text that changes when one of the files does. */
  String stamp() {
    return keys.stamp(trustStore.stream().toList());
  }

  /** The nodes of the hosts that have such settings. */
  static List<Config> nodes(Config config) {
    return config
        .get("gateway.domains")
        .traverse()
        .filter(node -> node.name().equals("tls") && !node.isLeaf())
        .toList();
  }
}
