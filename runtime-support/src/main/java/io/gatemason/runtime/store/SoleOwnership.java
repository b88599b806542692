package io.gatemason.runtime.store;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Ownership where there are no other processes: what this one does not know, nobody owns. */
public final class SoleOwnership implements Ownership {
  @Override
  public void begin(Owner owner) {
    // Nobody asks, and nobody dies.
  }

  @Override
  public void own(String name, Supplier<byte[]> bequest) {
    // Nobody inherits.
  }

  @Override
  public boolean release(String name) {
    return true;
  }

  @Override
  public byte @Nullable [] ask(String name, byte[] question) {
    return null;
  }

  @Override
  public void close() {
    // Nobody waits for news.
  }
}
