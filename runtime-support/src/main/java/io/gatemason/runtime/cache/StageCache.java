package io.gatemason.runtime.cache;

import io.gatemason.runtime.store.EntryCodec;
import io.gatemason.runtime.store.EntrySeal;
import io.gatemason.runtime.store.EntryStore;
import io.gatemason.runtime.store.StateStore;
import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * The response cache of one stage. Deployments of the stage have entries of their own. Safe for
 * concurrent use. Source: {@code docs/behaviour/caching.md}.
 */
public final class StageCache {
  private final EntryStore<CachedResponse> entries;
  private final Flights<CachedResponse> flights;
  private final LongAdder hits;
  private final LongAdder misses;
  private final String deployment;

  private StageCache(
      EntryStore<CachedResponse> entries,
      Flights<CachedResponse> flights,
      LongAdder hits,
      LongAdder misses,
      String deployment) {
    this.entries = entries;
    this.flights = flights;
    this.hits = hits;
    this.misses = misses;
    this.deployment = deployment;
  }

  /**
   * An empty cache, or the one that several processes share.
   *
   * @param name the stage's name in the whole service
   * @param seal encrypts entries where they leave the heap; null to leave them as they are
   */
  static StageCache open(StateStore state, String name, @Nullable EntrySeal seal) {
    EntryCodec<CachedResponse> plain = new ResponseCodec();
    EntryCodec<CachedResponse> codec = seal == null ? plain : seal.around(plain);
    return new StageCache(
        state.entries("responses/" + name, 0, codec),
        new Flights<>(),
        new LongAdder(),
        new LongAdder(),
        "");
  }

  /** The same cache for a deployment, which finds its own entries only. */
  StageCache of(String deploymentId) {
    return new StageCache(entries, flights, hits, misses, deploymentId);
  }

  /** Sets what the entries may take of the heap. */
  void limit(long maximumBytes) {
    entries.limit(maximumBytes);
  }

  /** Drops all entries, in all processes that share them. */
  public void flush() {
    entries.flush();
  }

  /** How many requests were answered from the cache. */
  public long hits() {
    return hits.sum();
  }

  /** How many requests looked and found nothing. */
  public long misses() {
    return misses.sum();
  }

  String name(CacheKey key) {
    return deployment.length() + ":" + deployment + key;
  }

  @Nullable CachedResponse find(String name) {
    CachedResponse found = entries.get(name);
    (found == null ? misses : hits).increment();
    return found;
  }

  /** As {@link #find}, for a request that was counted already. */
  @Nullable CachedResponse again(String name) {
    return entries.get(name);
  }

  /** As {@link EntryStore#generation}. */
  long generation() {
    return entries.generation();
  }

  void keep(String name, CachedResponse response, Duration timeToLive, long generation) {
    entries.put(name, response, timeToLive, generation);
  }

  Flights<CachedResponse> flights() {
    return flights;
  }
}
