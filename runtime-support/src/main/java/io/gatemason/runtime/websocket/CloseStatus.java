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

  /**
   * The status in the payload of a frame that closes.
   *
   * @throws WebSocketFailure if it is none that may be sent
   */
  static CloseStatus read(byte[] payload) {
    if (payload.length == 0) {
      return NO_STATUS;
    }
    int code = payload.length == 1 ? 0 : ((payload[0] & 0xFF) << 8) | (payload[1] & 0xFF);
    if (!mayBeSent(code)) {
      throw WebSocketFailure.protocolError("Close status is not allowed");
    }
    return new CloseStatus(code, Frames.text(payload, 2, payload.length));
  }
}
