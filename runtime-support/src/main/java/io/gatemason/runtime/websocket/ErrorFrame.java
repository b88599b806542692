package io.gatemason.runtime.websocket;

import io.gatemason.runtime.failure.GatewayFailure;
import io.gatemason.runtime.json.Json;

/** What a client is told about a message that failed (docs/behaviour/websocket.md#error-frames). */
final class ErrorFrame {
  private ErrorFrame() {}

  /** No route takes the message. */
  static String forbidden(String connectionId, String requestId) {
    return text("Forbidden", connectionId, requestId);
  }

  static String of(GatewayFailure failure, String connectionId, String requestId) {
    return text(message(failure), connectionId, requestId);
  }

  private static String message(GatewayFailure failure) {
    return switch (failure.type()) {
      case BAD_REQUEST_BODY -> "Invalid request body";
      case THROTTLED -> "Too Many Requests";
      case QUOTA_EXCEEDED -> "Limit Exceeded";
      case ACCESS_DENIED, INVALID_API_KEY -> "Forbidden";
      case UNSUPPORTED_MEDIA_TYPE -> "Unsupported Media Type";
      case INTEGRATION_TIMEOUT -> "Endpoint request timed out";
      default -> "Internal server error";
    };
  }

  /** One blank after the first colon and after commas, none else, as captured. */
  private static String text(String message, String connectionId, String requestId) {
    return "{\"message\": "
        + Json.quote(message)
        + ", \"connectionId\":"
        + Json.quote(connectionId)
        + ", \"requestId\":"
        + Json.quote(requestId)
        + "}";
  }
}
