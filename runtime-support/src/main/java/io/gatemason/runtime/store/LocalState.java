package io.gatemason.runtime.store;

import io.gatemason.runtime.clock.Ticker;

/** The state of one process, in its heap. */
public final class LocalState implements StateStore {
  private final Ticker ticker;
  private final LocalLimits limits;

  /** State over {@code limits}. */
  public LocalState(Ticker ticker, LocalLimits limits) {
    this.ticker = ticker;
    this.limits = limits;
  }

  @Override
  public boolean isLocal() {
    return true;
  }

  @Override
  public LocalLimits limits() {
    return limits;
  }

  @Override
  public <V> EntryStore<V> entries(String name, long maximumBytes, EntryCodec<V> codec) {
    return new LocalEntries<>(ticker, maximumBytes, codec);
  }

  @Override
  public Ownership ownership(String name) {
    return new SoleOwnership();
  }

  @Override
  public void close() {
    limits.close();
  }
}
