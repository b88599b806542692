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
 * @param timeout how long a request waits for Redis
 * @param name stands before all names, so that services can share one Redis
 * @param refuse whether requests are refused while Redis cannot be reached, instead of being judged
 *     by what this process knows
 */
public record RedisSettings(
    List<URI> uris, String sentinelMaster, Duration timeout, String name, boolean refuse) {

  /** Refuses settings without an address, and addresses that are none of Redis. */
  public RedisSettings {
    uris = List.copyOf(uris);
    for (URI uri : uris) {
      boolean redis = "redis".equals(uri.getScheme()) || "rediss".equals(uri.getScheme());
      if (!redis || uri.getHost() == null) {
        throw new IllegalArgumentException(
            "gateway.store.redis.uri: not redis://host:port or rediss://host:port: " + shown(uri));
      }
    }
    if (uris.isEmpty()) {
      throw new IllegalArgumentException("gateway.store.redis.uri: no address");
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
