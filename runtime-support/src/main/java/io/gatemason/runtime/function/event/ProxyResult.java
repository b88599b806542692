package io.gatemason.runtime.function.event;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatemason.runtime.failure.GatewayFailure;
import io.gatemason.runtime.json.Json;
import io.gatemason.runtime.json.JsonFormatException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * What a proxy function returned (docs/behaviour/functions.md#result).
 *
 * @param status the status code
 * @param headers the headers with their values in order
 * @param body the body, "" if there is none
 * @param base64 whether the function says that the body is base64
 */
public record ProxyResult(
    int status, Map<String, List<String>> headers, String body, boolean base64) {
  /** The most bytes that a function may return. */
  public static final int MAX_BYTES = 6_291_556;

  /**
   * Reads what a function returned.
   *
   * @throws GatewayFailure 502 if it is not an object of the known members with values of their
   *     types, or larger than a function may return
   */
  public static ProxyResult read(byte[] utf8) {
    if (utf8.length > MAX_BYTES) {
      throw malformed("larger than " + MAX_BYTES + " bytes");
    }
    JsonNode root = root(utf8);
    if (!root.isObject()) {
      throw malformed("no JSON object");
    }
    for (Map.Entry<String, JsonNode> member : root.properties()) {
      switch (member.getKey()) {
        case "statusCode", "headers", "multiValueHeaders", "body", "isBase64Encoded" -> {}
        default -> throw malformed("member " + Json.quote(member.getKey()) + " is not known");
      }
    }
    return new ProxyResult(
        status(root.path("statusCode")),
        ResultHeaders.of(root.path("headers"), root.path("multiValueHeaders")),
        body(root.path("body")),
        flag(root.path("isBase64Encoded")));
  }

  static GatewayFailure malformed(String detail) {
    return GatewayFailure.badGateway(
        "Execution failed due to configuration error: Malformed Lambda proxy response: " + detail);
  }

  private static JsonNode root(byte[] utf8) {
    try {
      return Json.read(new String(utf8, StandardCharsets.UTF_8));
    } catch (JsonFormatException e) {
      throw malformed(String.valueOf(e.getMessage()));
    }
  }

  private static int status(JsonNode value) {
    if (absent(value)) {
      return 200;
    }
    String text = value.isNumber() || value.isTextual() ? value.asText() : "";
    int status = -1;
    try {
      // Bounded, since the number 1e999999999 would be written out in full.
      status = text.length() > 16 ? -1 : exact(new BigDecimal(text.strip()));
    } catch (NumberFormatException | ArithmeticException e) {
      // Stays outside the range.
    }
    if (!isStatus(status)) {
      throw malformed("statusCode is no status code");
    }
    return status;
  }

  static boolean isStatus(int status) {
    return status >= 200 && status <= 599;
  }

  private static int exact(BigDecimal number) {
    return number.scale() < -9 || number.scale() > 9 ? -1 : number.intValueExact();
  }

  private static String body(JsonNode value) {
    if (absent(value)) {
      return "";
    }
    if (value.isContainerNode()) {
      throw malformed("body is no text");
    }
    return value.asText();
  }

  private static boolean flag(JsonNode value) {
    if (absent(value)) {
      return false;
    }
    return switch (value.isContainerNode() ? "" : value.asText()) {
      case "true" -> true;
      case "false" -> false;
      default -> throw malformed("isBase64Encoded is no boolean");
    };
  }

  static boolean absent(JsonNode value) {
    return value.isMissingNode() || value.isNull();
  }
}
