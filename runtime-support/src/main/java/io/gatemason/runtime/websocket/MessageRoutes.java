package io.gatemason.runtime.websocket;

import io.gatemason.runtime.exchange.MethodHandler;
import org.jspecify.annotations.Nullable;

/**
 * The routes of a WebSocket API in one stage (docs/behaviour/websocket.md#routes); generated code
 * has one class per API. Safe for concurrent use.
 */
public interface MessageRoutes {

  /** The route {@code $connect}, null if there is none. */
  default @Nullable MethodHandler connect() {
    return null;
  }

  /** The route {@code $disconnect}, null if there is none. */
  default @Nullable MethodHandler disconnect() {
    return null;
  }

  /** The route {@code $default}, which takes what no other does; null if there is none. */
  default @Nullable MethodHandler fallback() {
    return null;
  }

  /** The route of a message that is JSON, null if no route takes it. */
  @Nullable MethodHandler select(JsonMessage message);
}
