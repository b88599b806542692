package io.gatemason.runtime.cache;

import io.gatemason.runtime.exchange.ApiInfo;
import io.gatemason.runtime.exchange.MethodInfo;
import io.gatemason.runtime.stage.ByVerb;
import io.gatemason.runtime.store.EntrySeal;
import io.gatemason.runtime.store.StateStore;
import io.gatemason.runtime.store.StoreUnavailableException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The response caches of all stages of a service. Together they take no more than a quarter of the
 * heap, each in proportion to its size, and none more than its size. Safe for concurrent use.
 * Source: {@code docs/behaviour/caching.md#size}.
 */
public final class StageCaches {
  private static final System.Logger LOG = System.getLogger(StageCaches.class.getName());

  private final StateStore state;
  private final @Nullable EntrySeal seal;
  private final long heapBytes;

  /** By names of stages, as all maps here; this one guards them. */
  private final Map<String, StageCache> caches = new TreeMap<>();

  private final Map<String, Long> sizes = new TreeMap<>();
  private final Map<String, Long> wanted = new TreeMap<>();

  /**
   * No caches yet.
   *
   * @param seal encrypts what leaves the process; null if there is no key for it
   * @param heapBytes what the heap may grow to
   */
  public StageCaches(StateStore state, @Nullable EntrySeal seal, long heapBytes) {
    this.state = state;
    this.seal = seal;
    this.heapBytes = heapBytes;
  }

  /**
   * The cache of a method in a stage. Production and canary of a stage have one cache, whose size
   * takes effect with {@link #commit}.
   *
   * @throws IllegalArgumentException if answers have to be encrypted and there is no key
   */
  public ResponseCache of(ApiInfo stage, MethodInfo method) {
    ByVerb<CacheRules> rules =
        stage.byVerb(
            method, (verb, settings) -> possible(CacheRules.of(stage.settings(), settings), stage));
    StageCache cache = cache(name(stage), stage.settings().cacheBytes());
    return new ResponseCache(cache.of(stage.deploymentId()), rules);
  }

  private CacheRules possible(CacheRules rules, ApiInfo stage) {
    if (rules.encrypted() && seal == null && !state.isLocal()) {
      throw new IllegalArgumentException(
          "stage %s encrypts cached answers: gateway.cache.encryption-key is missing"
              .formatted(name(stage)));
    }
    return rules;
  }

  /** The cache of a stage, empty if nothing is kept in it. */
  public Optional<StageCache> find(String apiId, String stage) {
    String name = apiId + "/" + stage;
    synchronized (caches) {
      return Optional.ofNullable(caches.get(name))
          .filter(cache -> sizes.getOrDefault(name, 0L) > 0);
    }
  }

  /** The sizes that were asked for since the last {@link #commit} do not take effect. */
  public void forget() {
    synchronized (caches) {
      wanted.clear();
    }
  }

  /** The sizes that were asked for take effect; a cache with another size than before is empty. */
  public void commit() {
    synchronized (caches) {
      if (!sizes.equals(wanted)) {
        wanted.forEach(this::resize);
        share();
      }
      wanted.clear();
    }
  }

  private StageCache cache(String name, long size) {
    synchronized (caches) {
      wanted.merge(name, size, Math::max);
      return caches.computeIfAbsent(name, each -> StageCache.open(state, each, seal));
    }
  }

  private void resize(String name, long size) {
    Long before = sizes.put(name, size);
    StageCache cache = caches.get(name);
    if (before != null && before != size && cache != null) {
      empty(name, cache);
    }
  }

  /** Another size begins an empty cache, also where entries outlive the process. */
  private static void empty(String name, StageCache cache) {
    try {
      cache.flush();
    } catch (StoreUnavailableException e) {
      LOG.log(
          System.Logger.Level.WARNING,
          "the cache of {0} keeps its entries although its size changed: {1}",
          name,
          e.getMessage());
    }
  }

  private void share() {
    List<String> shares = new ArrayList<>();
    double all = sizes.values().stream().mapToDouble(Long::doubleValue).sum();
    caches.forEach(
        (name, cache) -> {
          long size = sizes.getOrDefault(name, 0L);
          long bytes = size == 0 ? 0 : Math.min(size, (long) (heapBytes / 4.0 * (size / all)));
          cache.limit(bytes);
          if (size > 0) {
            shares.add("%s %d MB".formatted(name, bytes >> 20));
          }
        });
    if (state.isLocal() && all > 0) {
      LOG.log(
          System.Logger.Level.INFO, "response caches hold up to: {0}", String.join(", ", shares));
    }
  }

  private static String name(ApiInfo stage) {
    return stage.apiId() + "/" + stage.stage();
  }
}
