package io.gatemason.runtime.store.redis;

import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * How Redis is reached. Immutable.
 *
 * @param uris {@code redis://} or, over TLS, {@code rediss://}, with user, password and database as
 *     usual; several are the nodes of a cluster, or with {@code sentinelMaster} the sentinels
 * @param sentinelMaster the name under which sentinels know the master, "" without sentinels
 * @param sentinelPassword what sentinels ask for, "" if they ask for nothing
 * @param timeout how long a request waits for Redis
 * @param name stands before all names, so that services can share one Redis
 * @param refuse whether requests are refused while Redis cannot be reached, instead of being judged
 *     by what this process knows
 */
public record RedisSettings(
    List<URI> uris,
    String sentinelMaster,
    String sentinelPassword,
    Duration timeout,
    String name,
    boolean refuse) {

  /** Refuses settings without an address, addresses that are none of Redis, and contradictions. */
  public RedisSettings {
    uris = List.copyOf(uris);
    for (URI uri : uris) {
      boolean redis = "redis".equals(uri.getScheme()) || "rediss".equals(uri.getScheme());
      if (!redis || uri.getHost() == null || uri.getPort() < 0) {
        throw new IllegalArgumentException(
            "gateway.store.redis.uri: not redis://host:port or rediss://host:port"
                + (uri.getHost() == null ? "" : ": " + shown(uri)));
      }
    }
    if (uris.isEmpty()) {
      throw new IllegalArgumentException("gateway.store.redis.uri: no address");
    }
    if (sentinelMaster.isEmpty() && !sentinelPassword.isEmpty()) {
      throw new IllegalArgumentException(
          "gateway.store.redis.sentinel-password: there is no sentinel-master");
    }
    if (sentinelMaster.isEmpty() && uris.size() > 1) {
      requireCluster(uris.getFirst(), name);
    }
  }

  private static void requireCluster(URI uri, String name) {
    String path = uri.getPath();
    if (!path.isEmpty() && !path.equals("/") && !path.equals("/0")) {
      throw new IllegalArgumentException(
          "gateway.store.redis.uri: a cluster has no databases: " + path.substring(1));
    }
    if (name.isEmpty() || name.startsWith("}")) {
      throw new IllegalArgumentException(
          "gateway.store.name: makes no hash tag, which a cluster needs: " + name);
    }
  }

  /** The addresses without what is secret in them. */
  String addresses() {
    return String.join(", ", uris.stream().map(RedisSettings::shown).toList());
  }

  private static String shown(URI uri) {
    return uri.getScheme() + "://" + uri.getHost() + ":" + uri.getPort();
  }
}
