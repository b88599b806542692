package io.gatemason.runtime.store.redis;

import java.net.URI;
import java.util.Set;
import java.util.stream.Collectors;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.RedisClusterClient;
import redis.clients.jedis.RedisSentinelClient;
import redis.clients.jedis.SslOptions;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.util.JedisURIHelper;

/** Opens the client that settings ask for: of one server, of a cluster, or by sentinels. */
final class RedisClients {
  private static final int CONNECTIONS = 128;

  private RedisClients() {}

  /** A client whose connections are made when they are needed. */
  static UnifiedJedis open(RedisSettings settings) {
    URI first = settings.uris().getFirst();
    JedisClientConfig config =
        config(first, settings)
            .user(JedisURIHelper.getUser(first))
            .password(JedisURIHelper.getPassword(first))
            .database(JedisURIHelper.getDBIndex(first))
            .build();
    ConnectionPoolConfig pool = new ConnectionPoolConfig();
    pool.setMaxTotal(CONNECTIONS);
    pool.setMaxIdle(CONNECTIONS);
    pool.setMaxWait(settings.timeout());
    pool.setJmxEnabled(false);
    Set<HostAndPort> nodes =
        settings.uris().stream().map(JedisURIHelper::getHostAndPort).collect(Collectors.toSet());
    if (!settings.sentinelMaster().isEmpty()) {
      return RedisSentinelClient.builder()
          .masterName(settings.sentinelMaster())
          .sentinels(nodes)
          .clientConfig(config)
          .sentinelClientConfig(sentinels(first, settings))
          .poolConfig(pool)
          .build();
    }
    return nodes.size() > 1
        ? RedisClusterClient.builder().nodes(nodes).clientConfig(config).poolConfig(pool).build()
        : RedisClient.builder()
            .hostAndPort(nodes.iterator().next())
            .clientConfig(config)
            .poolConfig(pool)
            .build();
  }

  /** Sentinels have no databases, and know nothing of who may use the servers that they watch. */
  private static JedisClientConfig sentinels(URI uri, RedisSettings settings) {
    DefaultJedisClientConfig.Builder config = config(uri, settings);
    if (!settings.sentinelPassword().isEmpty()) {
      config.password(settings.sentinelPassword());
    }
    return config.build();
  }

  private static DefaultJedisClientConfig.Builder config(URI uri, RedisSettings settings) {
    int millis = Math.toIntExact(settings.timeout().toMillis());
    DefaultJedisClientConfig.Builder config =
        DefaultJedisClientConfig.builder()
            .connectionTimeoutMillis(millis)
            .socketTimeoutMillis(millis)
            .blockingSocketTimeoutMillis(OwnerMail.WAIT_SECONDS * 1_000 + 4_000);
    if (JedisURIHelper.isRedisSSLScheme(uri)) {
      config.sslOptions(SslOptions.defaults());
    }
    return config;
  }
}
