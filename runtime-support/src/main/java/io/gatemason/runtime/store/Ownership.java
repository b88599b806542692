package io.gatemason.runtime.store;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Which process of a service owns what, by name. From every process the owner can be asked, and
 * what a process owned that died is bequeathed to one that lives. Safe for concurrent use.
 */
public interface Ownership extends AutoCloseable {

  /** Names {@code owner} as who answers in this process; called once, before anything is owned. */
  void begin(Owner owner);

  /**
   * From now on this process owns {@code name}.
   *
   * @param bequest what a process is given that inherits the name; asked for if there may be one
   */
  void own(String name, Supplier<byte[]> bequest);

  /**
   * Gives up what this process owns.
   *
   * @return false if another process has inherited it, whose business its end is then
   */
  boolean release(String name);

  /**
   * Asks the process that owns {@code name}, which may be this one, and waits for its answer.
   *
   * @return null if nobody owns it
   * @throws OwnerSilentException if the owner does not answer in time, or cannot be found out
   */
  byte @Nullable [] ask(String name, byte[] question) throws OwnerSilentException;

  /** Says that this process is going; what it still owns is inherited at once. */
  @Override
  void close();
}
