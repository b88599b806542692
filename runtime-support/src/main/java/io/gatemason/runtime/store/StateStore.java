package io.gatemason.runtime.store;

/**
 * All state that outlives a request, of one process or shared by several. Safe for concurrent use.
 */
public interface StateStore extends AutoCloseable {

  /** Whether nothing leaves the heap of this process, but counts of quotas. */
  boolean isLocal();

  /** What was used of limits. */
  LimitStore limits();

  /**
   * A set of entries.
   *
   * @param name of the set, the same in all processes that share it
   * @param maximumBytes what they may weigh in the heap of this process
   */
  <V> EntryStore<V> entries(String name, long maximumBytes, EntryCodec<V> codec);

  /**
   * A set of names that processes own; over a store that is shared, for all its processes.
   *
   * @param name of the set, the same in all processes that share it
   */
  Ownership ownership(String name);

  /** Writes down what has to survive, and closes connections. */
  @Override
  void close();
}
