package io.gatemason.runtime.function.event;

/** The versions of the event that a proxy function is invoked with. */
public enum PayloadFormat {
  /**
   * The event of REST APIs (docs/behaviour/functions.md#event-1); members without a value are null.
   */
  V1_0,

  /**
   * The event of HTTP APIs (docs/behaviour/functions.md#event-2); members without a value are
   * absent.
   */
  V2_0,

  /**
   * The event of WebSocket APIs (docs/behaviour/websocket.md#functions); members without a value
   * are absent.
   */
  WEBSOCKET
}
