package io.gatemason.runtime.server.tls;

import io.gatemason.runtime.client.ClientTls;
import io.gatemason.runtime.domain.CustomDomain;
import io.gatemason.runtime.domain.HostTable;
import io.helidon.config.Config;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The hosts that the gateway has certificates of. Files are looked at every second, and read again
 * when they have changed; files that cannot be used then change nothing
 * (docs/behaviour/tls.md#files). Safe for concurrent use.
 */
public final class TlsHosts implements AutoCloseable {
  private static final long PERIOD_MILLIS = 1_000;
  private static final String ENDPOINT = "\\.execute-api\\.";

  /** No host at all. */
  public static final TlsHosts NONE = new TlsHosts(Map.of());

  private final List<LiveHost> all;
  private final HostTable<LiveHost> byHost;
  private final @Nullable LiveHost first;
  private volatile boolean closed;

  private TlsHosts(Map<String, LiveHost> byHost) {
    this.all = List.copyOf(byHost.values());
    this.byHost = new HostTable<>(byHost);
    this.first = all.isEmpty() ? null : all.getFirst();
  }

  /**
   * The hosts of the settings {@code gateway.domains.<name>.tls}, their files read.
   *
   * @param domains which say by what policy, and whether clients need certificates
   * @param endpoints the policies of default endpoints, by ids of APIs in lower case
   * @throws IllegalArgumentException if a file cannot be used
   */
  public static TlsHosts of(
      Config config, List<CustomDomain> domains, Map<String, String> endpoints) {
    Map<String, CustomDomain> declared =
        domains.stream().collect(Collectors.toMap(CustomDomain::name, Function.identity()));
    Map<String, LiveHost> hosts = new TreeMap<>();
    for (Config node : HostFiles.nodes(config)) {
      String host = hostOf(node);
      Optional<CustomDomain> domain = Optional.ofNullable(declared.get(host));
      SecurityPolicy policy =
          SecurityPolicy.named(
              domain
                  .flatMap(CustomDomain::securityPolicy)
                  .or(() -> Optional.ofNullable(endpoints.get(host.split(ENDPOINT, 2)[0])))
                  .orElse(SecurityPolicy.DEFAULT));
      boolean needed = domain.map(CustomDomain::mutualTls).orElse(false);
      hosts.put(host, new LiveHost(new HostFiles(host, node, policy, needed)));
    }
    for (CustomDomain domain : domains) {
      if (!hosts.containsKey(domain.name())) {
        TlsLog.info(
            domain.name()
                + (domain.mutualTls()
                    ? " admits nobody: mutual TLS needs a certificate and a trust store"
                    : " is served without TLS, since it has no certificate"));
      }
    }
    return new TlsHosts(hosts);
  }

  private static String hostOf(Config node) {
    String key = node.key().toString();
    String name = key.substring("gateway.domains.".length(), key.length() - ".tls".length());
    return Config.Key.unescapeName(name).toLowerCase(java.util.Locale.ROOT);
  }

  /** Whether there is no certificate. */
  public boolean isEmpty() {
    return all.isEmpty();
  }

  /** Whether there is a certificate of a host, by its name or that of all its siblings. */
  public boolean covers(String host) {
    return byHost.find(host) != null;
  }

  /**
   * Why a client of a host is not admitted, empty if it is.
   *
   * @param needed whether the host needs clients with certificates, whatever its settings say
   * @param tls the connection, null without TLS
   */
  public Optional<String> refusal(String host, boolean needed, @Nullable ClientTls tls) {
    LiveHost found = byHost.find(host);
    boolean mutual = needed || (found != null && found.mutual());
    if (!mutual) {
      return Optional.empty();
    }
    if (tls == null) {
      return Optional.of("mutual TLS, and the request came without TLS");
    }
    return found == null
        ? Optional.of("mutual TLS, and there is no trust store")
        : found.refusal(tls);
  }

  /** TLS of the host that a client names; of the first one if it names none of them. */
  HostTls select(@Nullable String serverName) {
    LiveHost found = serverName == null ? null : byHost.find(serverName);
    LiveHost chosen = found == null ? first : found;
    if (chosen == null) {
      throw new IllegalStateException("there is no certificate");
    }
    return chosen.tls();
  }

  /** Begins to look whether files change, until this is closed. */
  public void watch() {
    if (!isEmpty()) {
      Thread.ofVirtual().name("gatemason-certificates").start(this::look);
    }
  }

  private void look() {
    try {
      while (!closed) {
        Thread.sleep(PERIOD_MILLIS);
        all.forEach(LiveHost::refresh);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Looks no longer whether files change. */
  @Override
  public void close() {
    closed = true;
  }
}
