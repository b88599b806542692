package io.gatemason.runtime.integration;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatemason.runtime.failure.GatewayFailure;
import io.gatemason.runtime.json.Json;
import io.gatemason.runtime.json.JsonFormatException;
import io.gatemason.runtime.json.JsonPath;
import io.gatemason.runtime.payload.JsonWeight;
import io.gatemason.runtime.payload.MemoryBudget;
import io.gatemason.runtime.payload.Payload;
import io.gatemason.runtime.payload.PayloadSource;
import io.gatemason.runtime.transport.HeaderFields;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a backend answered to a non-proxy integration, wholly read. Sources of response mappings are
 * value lists, empty if missing (docs/behaviour/mapping.md#response). Used by one thread.
 */
public final class IntegrationResponse implements PayloadSource {
  private final int status;
  private final HeaderFields headers;
  private final byte[] body;
  private @Nullable JsonNode json;

  IntegrationResponse(int status, HeaderFields headers, byte[] body) {
    this.status = status;
    this.headers = headers;
    this.body = body;
  }

  /** All header lines in their order. */
  public HeaderFields headerFields() {
    return headers;
  }

  /** The backend's status code. */
  public int status() {
    return status;
  }

  /**
   * What a handshake is answered with: the status, 502 for a function that ended with an error
   * (docs/behaviour/websocket.md#connect).
   */
  public int outcome() {
    return headers.contains("X-Amz-Function-Error") ? 502 : status;
  }

  /** The whole body as base64 text. */
  public byte[] base64() {
    MemoryBudget.hold(2L * body.length);
    return Base64.getEncoder().encode(body);
  }

  /** Value list with the last value of the header; its name is compared with regard to case. */
  public List<String> header(String name) {
    for (int i = headers.size() - 1; i >= 0; i--) {
      if (headers.name(i).equals(name)) {
        return List.of(headers.value(i));
      }
    }
    return List.of();
  }

  /** Value list with all values of the header in one text, joined by commas. */
  public List<String> headers(String name) {
    StringBuilder joined = new StringBuilder();
    boolean found = false;
    for (int i = 0; i < headers.size(); i++) {
      if (headers.name(i).equals(name)) {
        joined.append(found ? "," : "").append(headers.value(i));
        found = true;
      }
    }
    return found ? List.of(joined.toString()) : List.of();
  }

  /** Value list with the whole body as UTF-8 text. */
  public List<String> body() {
    return List.of(bodyText());
  }

  /** The whole body as UTF-8 text, "" if there is none. */
  public String bodyText() {
    MemoryBudget.hold(body.length);
    return new String(body, StandardCharsets.UTF_8);
  }

  /**
   * Value list of what the path selects in the body; empty if the body does not look like JSON.
   *
   * @throws GatewayFailure 500 if it looks like JSON but is not
   */
  public List<String> bodyPath(JsonPath path) {
    JsonNode root = json;
    if (root == null) {
      String text = bodyText();
      String start = text.isEmpty() ? "" : text.substring(0, 1);
      if (start.isEmpty() || !"{['\"".contains(start)) {
        return List.of();
      }
      MemoryBudget.hold(JsonWeight.of(text));
      try {
        root = Json.read(text);
      } catch (JsonFormatException e) {
        throw GatewayFailure.internalError("Invalid JSON in response body: " + e.getMessage());
      }
      json = root;
    }
    return path.values(root);
  }

  /**
   * The member {@code errorMessage} of what a function returned or ended with, "" if it has none:
   * what selection patterns of Lambda integrations are matched against
   * (docs/behaviour/integrations.md#lambda).
   */
  public String errorMessage() {
    String text = bodyText();
    if (!text.contains("\"errorMessage\"")) {
      return "";
    }
    try {
      JsonNode message = Json.read(text).path("errorMessage");
      return message.isNull() ? "" : message.asText();
    } catch (JsonFormatException e) {
      return "";
    }
  }

  @Override
  public Payload payload() {
    return Payload.of(body);
  }

  @Override
  public String contentType() {
    String value = headers.first("Content-Type");
    return value == null ? "" : value;
  }
}
