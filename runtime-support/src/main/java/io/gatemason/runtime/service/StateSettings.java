package io.gatemason.runtime.service;

import io.gatemason.runtime.clock.Ticker;
import io.gatemason.runtime.store.EntrySeal;
import io.gatemason.runtime.store.LocalLimits;
import io.gatemason.runtime.store.LocalState;
import io.gatemason.runtime.store.StateStore;
import io.gatemason.runtime.store.UsageFile;
import io.gatemason.runtime.store.redis.RedisSettings;
import io.gatemason.runtime.store.redis.RedisState;
import io.helidon.config.Config;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Opens the state that outlives a request, as settings below {@code gateway.store} want it. */
final class StateSettings {
  private static final Duration TIMEOUT = Duration.ofMillis(40);

  private StateSettings() {}

  /**
   * State in Redis if there is an address of one, otherwise in this process, with quotas in a file
   * if one is named.
   *
   * @throws IllegalArgumentException if a setting is unusable
   */
  static StateStore open(Config config) {
    Config store = config.get("gateway.store");
    Ticker ticker = Ticker.system();
    Config uri = store.get("redis.uri");
    if (uri.exists()) {
      return RedisState.open(redis(store, uri), LocalLimits.inMemory(ticker));
    }
    Optional<String> file = store.get("file").asString().asOptional();
    return new LocalState(
        ticker,
        file.map(path -> LocalLimits.inFile(ticker, new UsageFile(Path.of(path))))
            .orElseGet(() -> LocalLimits.inMemory(ticker)));
  }

  /** What encrypts entries that leave the process, null without a key. */
  static @Nullable EntrySeal seal(Config config) {
    return config.get("gateway.cache.encryption-key").asString().map(EntrySeal::new).orElse(null);
  }

  private static RedisSettings redis(Config store, Config uri) {
    List<String> uris =
        uri.isLeaf() ? List.of(uri.asString().get()) : uri.asList(String.class).get();
    return new RedisSettings(
        uris.stream().map(URI::create).toList(),
        store.get("redis.sentinel-master").asString().orElse(""),
        store.get("redis.sentinel-password").asString().orElse(""),
        store.get("timeout").as(Duration.class).orElse(TIMEOUT),
        store.get("name").asString().orElse("gatemason"),
        refuses(store.get("on-failure").asString().orElse("local")));
  }

  private static boolean refuses(String onFailure) {
    return switch (onFailure) {
      case "local" -> false;
      case "refuse" -> true;
      default ->
          throw new IllegalArgumentException(
              "gateway.store.on-failure is local or refuse, not " + onFailure);
    };
  }
}
