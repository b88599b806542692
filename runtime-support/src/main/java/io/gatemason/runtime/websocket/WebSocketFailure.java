package io.gatemason.runtime.websocket;

import java.io.Serial;

/** A client breaks the protocol or a limit: its connection is closed with a status. */
final class WebSocketFailure extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final transient CloseStatus status;

  private WebSocketFailure(int code, String reason) {
    super(code + " " + reason, null, false, false);
    this.status = new CloseStatus(code, reason);
  }

  static WebSocketFailure protocolError(String reason) {
    return new WebSocketFailure(1002, reason);
  }

  static WebSocketFailure binary() {
    return new WebSocketFailure(1003, "Binary messages are not supported");
  }

  static WebSocketFailure notText() {
    return new WebSocketFailure(1007, "Text is not UTF-8");
  }

  static WebSocketFailure tooLarge(String what) {
    return new WebSocketFailure(1009, what + " is too large");
  }

  static WebSocketFailure busy() {
    return new WebSocketFailure(1013, "No memory is left");
  }

  CloseStatus status() {
    return status;
  }
}
