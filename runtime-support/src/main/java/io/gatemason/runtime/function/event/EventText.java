package io.gatemason.runtime.function.event;

import io.gatemason.runtime.exchange.Exchange;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/**
 * Which bodies are text in version 2.0 of the event; all others are base64
 * (docs/behaviour/functions.md#event-2).
 */
final class EventText {
  private EventText() {}

  /** Whether a body that comes with these headers, by their lower-case names, is text. */
  static boolean passes(byte[] body, Map<String, String> headers) {
    String coding = headers.getOrDefault("content-encoding", "identity");
    if (!coding.equalsIgnoreCase("identity")) {
      return false;
    }
    String contentType = headers.get("content-type");
    return contentType != null && isText(contentType) && isUtf8(body);
  }

  /** Whether a body has to be base64, by the headers of its request. */
  static boolean binary(Exchange exchange, byte[] body) {
    return body.length > 0 && !passes(body, EventHeaders.joined(exchange, body.length));
  }

  private static boolean isText(String contentType) {
    int end = contentType.indexOf(';');
    String mediaType =
        (end < 0 ? contentType : contentType.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    return switch (mediaType) {
      case "application/json", "application/xml", "application/javascript" -> true;
      default -> mediaType.startsWith("text/");
    };
  }

  private static boolean isUtf8(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
