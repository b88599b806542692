package io.gatemason.runtime.store.redis;

import io.gatemason.runtime.clock.Ticker;
import io.gatemason.runtime.store.EntryCodec;
import io.gatemason.runtime.store.EntryStore;
import io.gatemason.runtime.store.LimitStore;
import io.gatemason.runtime.store.LocalLimits;
import io.gatemason.runtime.store.Ownership;
import io.gatemason.runtime.store.StateStore;

/**
 * The state of several processes, in Redis or Valkey. All names have one hash tag, so that a script
 * may use several of them in a cluster. Nothing of the client library is loaded before one of these
 * is made.
 */
public final class RedisState implements StateStore {
  private final RedisLink link;
  private final RedisLimits limits;
  private final String prefix;

  private RedisState(RedisLink link, RedisLimits limits, String prefix) {
    this.link = link;
    this.limits = limits;
    this.prefix = prefix;
  }

  /**
   * State in the Redis that settings name; it need not be reachable yet.
   *
   * @param known remembers for this process what Redis said, and stands in for it
   */
  public static RedisState open(RedisSettings settings, LocalLimits known) {
    RedisLink link = new RedisLink(settings);
    String prefix = "{" + settings.name() + "}:";
    RedisLimits limits = new RedisLimits(link, known, prefix);
    limits.greet();
    return new RedisState(link, limits, prefix);
  }

  @Override
  public boolean isLocal() {
    return false;
  }

  @Override
  public LimitStore limits() {
    return limits;
  }

  @Override
  public <V> EntryStore<V> entries(String name, long maximumBytes, EntryCodec<V> codec) {
    return new RedisEntries<>(link, prefix + "entries/" + name + "/", codec);
  }

  @Override
  public Ownership ownership(String name) {
    return new RedisOwnership(link, prefix + name + "/", Ticker.system());
  }

  @Override
  public void close() {
    limits.close();
    link.close();
  }
}
