package io.gatemason.runtime.websocket;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.json.Json;
import io.gatemason.runtime.json.JsonFormatException;
import io.gatemason.runtime.json.JsonPath;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** The variables of selection expressions as text (docs/behaviour/websocket.md#selection). */
public final class Selection {
  private Selection() {}

  /** What the path selects in a message: "" if nothing, a list as {@code [one, two]}. */
  static String text(JsonNode message, JsonPath path) {
    JsonNode found = path.find(message);
    return found == null ? "" : text(found);
  }

  /** As {@link #text(JsonNode, JsonPath)}; "" for a message that is no JSON. */
  public static String text(Exchange exchange, JsonPath path) {
    JsonNode message = read(exchange.bodyText());
    return message == null ? "" : text(message, path);
  }

  /** The message, null if it is no JSON. */
  static @Nullable JsonNode read(String message) {
    try {
      return Json.read(message);
    } catch (JsonFormatException e) {
      return null;
    }
  }

  private static String text(JsonNode value) {
    if (value.isNull() || value.isMissingNode()) {
      return "";
    }
    if (value.isArray()) {
      StringJoiner items = new StringJoiner(", ", "[", "]");
      value.forEach(item -> items.add(text(item)));
      return items.toString();
    }
    return value.isObject() ? Json.write(value) : value.asText();
  }
}
