package io.gatemason.runtime.websocket;

import org.jspecify.annotations.Nullable;

/**
 * Why a connection ends (RFC 6455 §7.4).
 *
 * @param code status code
 * @param reason text, at most 123 bytes in UTF-8
 */
record CloseStatus(int code, String reason) {
  static final CloseStatus GOING_AWAY = new CloseStatus(1001, "Going away");
  static final CloseStatus NO_STATUS =
      new CloseStatus(1005, "Client-side close frame status not set");
  static final CloseStatus LOST = new CloseStatus(1006, "Connection closed abnormally");

  /** Whether a close frame may carry the code (RFC 6455 §7.4.1, §7.4.2). */
  static boolean mayBeSent(int code) {
    return (code >= 1000 && code <= 1014 && code != 1004 && code != 1005 && code != 1006)
        || (code >= 3000 && code <= 4999);
  }

  /** The one that came first. */
  static CloseStatus first(@Nullable CloseStatus earlier, CloseStatus later) {
    return earlier == null ? later : earlier;
  }
}
