package io.gatemason.generator.model;

import java.util.Optional;

/**
 * What a route of a WebSocket API has besides what a method has.
 *
 * @param key the route key
 * @param answers whether messages get what the integration gives
 * @param modelSelection which model a message has to fit; empty for any message
 */
public record MessageRoute(
    String key, boolean answers, Optional<SelectionExpression> modelSelection) {
  /** The route of handshakes. */
  public static final String CONNECT = "$connect";

  /** The route of connections that are over. */
  public static final String DISCONNECT = "$disconnect";

  /** The route of messages that no other takes. */
  public static final String DEFAULT = "$default";

  /** Whether somebody waits for what the integration gives: a handshake, or a message's sender. */
  public boolean isAwaited() {
    return key.equals(CONNECT) || (answers && !key.equals(DISCONNECT));
  }
}
