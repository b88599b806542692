package io.gatemason.runtime.exchange;

import io.gatemason.runtime.log.ExecutionLog;
import org.jspecify.annotations.Nullable;

/**
 * Watches all requests of an API: access and execution logs, metrics, traces. What it throws is
 * logged and changes no answer. Safe for concurrent use.
 */
public interface Observer {

  /** A request has arrived at its API; its method is not known yet. */
  default void begins(Exchange exchange) {}

  /** The execution log of a request whose method is found, null if this observer keeps none. */
  default @Nullable ExecutionLog log(Exchange exchange) {
    return null;
  }

  /**
   * A request is answered wholly, or its connection was given up. Status, length, times, error and
   * all that steps have found out are in {@link Exchange#context()}.
   */
  default void ends(Exchange exchange) {}

  /** A message was sent to a client of a WebSocket API. */
  default void sent() {}

  /** A WebSocket API has so many connections more, or less. */
  default void connections(int change) {}

  /** All who watch an API together. Safe for concurrent use; never throws. */
  interface All {
    /** Nobody watches. */
    All NOBODY =
        new All() {
          @Override
          public void begin(Exchange exchange) {
            // Nobody is told.
          }

          @Override
          public void found(Exchange exchange) {
            // Nobody is told.
          }

          @Override
          public void end(Exchange exchange) {
            // Nobody is told.
          }

          @Override
          public void sent() {
            // Nobody is told.
          }

          @Override
          public void connections(int change) {
            // Nobody is told.
          }
        };

    /** A request has arrived at its API. */
    void begin(Exchange exchange);

    /** The method of the request is found. */
    void found(Exchange exchange);

    /** The request is answered, or given up. */
    void end(Exchange exchange);

    /** A message was sent to a client of a WebSocket API. */
    void sent();

    /** A WebSocket API has so many connections more, or less. */
    void connections(int change);
  }
}
