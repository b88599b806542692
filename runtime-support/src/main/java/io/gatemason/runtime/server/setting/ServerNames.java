package io.gatemason.runtime.server.setting;

import java.util.ArrayList;
import java.util.List;

/**
 * The names of Helidon's settings of listeners, as the metadata in its jars tells them. What its
 * extensions read, and keys and certificates in their many forms, is not looked into.
 */
final class ServerNames {
  /** What every listener has. */
  static final List<String> LISTENER =
      List.of(
          "backlog",
          "bind-address",
          "concurrency-limit-discover-services",
          "concurrency-limit.**",
          "connection-config.connect-timeout",
          "connection-config.keep-alive",
          "connection-config.read-timeout",
          "connection-config.receive-buffer-size",
          "connection-config.reuse-address",
          "connection-config.send-buffer-size",
          "connection-config.tcp-no-delay",
          "connection-options.connect-timeout",
          "connection-options.read-timeout",
          "connection-options.socket-keep-alive",
          "connection-options.socket-receive-buffer-size",
          "connection-options.socket-reuse-address",
          "connection-options.socket-send-buffer-size",
          "connection-options.tcp-no-delay",
          "content-encoding.content-encodings-discover-services",
          "content-encoding.content-encodings.**",
          "enable-proxy-protocol",
          "error-handling.include-entity",
          "error-handling.log-all-messages",
          "host",
          "idle-connection-period",
          "idle-connection-timeout",
          "ignore-invalid-named-routing",
          "max-concurrent-requests",
          "max-in-memory-entity",
          "max-payload-size",
          "max-tcp-connections",
          "media-context.**",
          "name",
          "port",
          "protocols-discover-services",
          "protocols.**",
          "receive-buffer-size",
          "requested-uri-discovery.enabled",
          "requested-uri-discovery.trusted-proxies.**",
          "requested-uri-discovery.types",
          "restore-response-headers",
          "shutdown-grace-period",
          "smart-async-writes",
          "tls.cipher-suite",
          "tls.client-auth",
          "tls.enabled",
          "tls.endpoint-identification-algorithm",
          "tls.internal-keystore-provider",
          "tls.internal-keystore-type",
          "tls.key-manager-factory-algorithm",
          "tls.manager-discover-services",
          "tls.manager.**",
          "tls.private-key.**",
          "tls.protocol",
          "tls.protocols",
          "tls.provider",
          "tls.revocation.check-only-end-entity",
          "tls.revocation.enabled",
          "tls.revocation.fallback-enabled",
          "tls.revocation.ocsp-responder-uri",
          "tls.revocation.prefer-crl-over-ocsp",
          "tls.revocation.soft-fail-enabled",
          "tls.secure-random-algorithm",
          "tls.secure-random-provider",
          "tls.session-cache-size",
          "tls.session-timeout",
          "tls.trust-all",
          "tls.trust-manager-factory-algorithm",
          "tls.trust.**",
          "use-nio",
          "write-buffer-size",
          "write-queue-length");

  /** What only the first one has, beside the others in {@code sockets}. */
  static final List<String> SERVER =
      List.of("features-discover-services", "features.**", "shutdown-hook");

  private ServerNames() {}

  /** The names below {@code server}. */
  static List<String> all() {
    List<String> all = new ArrayList<>();
    SERVER.forEach(name -> all.add("server." + name));
    LISTENER.forEach(name -> all.add("server." + name));
    LISTENER.forEach(name -> all.add("server.sockets.*." + name));
    return all;
  }
}
