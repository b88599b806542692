package io.gatemason.runtime.client;

/** The connection that a request came over, as whoever works for its client sees it. */
@FunctionalInterface
public interface ClientLine {
  /** That of a request which nobody can hang up on, such as the gateway's own. */
  ClientLine HELD = () -> false;

  /**
   * Whether the client has hung up, as far as is known. Nobody looks before this is called for the
   * first time, so a client that is gone already is reported by a later call. A client that ends
   * only its sending side counts as gone. Does not block; safe for concurrent use.
   */
  boolean hungUp();
}
