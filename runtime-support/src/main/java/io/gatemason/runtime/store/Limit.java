package io.gatemason.runtime.store;

/**
 * One limit that a request is judged by. Immutable; what has been used of it is kept under its name
 * by a {@link LimitStore}.
 */
public sealed interface Limit permits RateLimit, QuotaLimit {

  /** The name of the counter, the same in all processes that share a store. */
  String name();
}
