package io.gatemason.runtime.httpapi;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatemason.runtime.failure.GatewayFailure;
import io.gatemason.runtime.function.FunctionResult;
import io.gatemason.runtime.function.event.PayloadFormat;
import io.gatemason.runtime.function.event.ProxyResult;
import io.gatemason.runtime.json.Json;
import io.gatemason.runtime.json.JsonFormatException;
import io.gatemason.runtime.payload.FieldText;
import io.gatemason.runtime.payload.JsonWeight;
import io.gatemason.runtime.payload.MemoryBudget;
import io.gatemason.runtime.payload.Payload;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What a function of an HTTP API returned, as a response (docs/behaviour/http-api.md#replies).
 *
 * @param status the status code
 * @param headers values by name in any case, in order; names as the function wrote them first
 * @param body the decoded body
 */
record FunctionReply(int status, Map<String, List<String>> headers, Payload body) {
  private static final String CONTENT_TYPE = "content-type";
  private static final String JSON = "application/json";
  private static final Pattern STATUS = Pattern.compile("[2-5][0-9][0-9]");

  /**
   * What a function returned.
   *
   * @throws GatewayFailure 500 if it is no answer in that format
   */
  static FunctionReply of(FunctionResult result, PayloadFormat format) {
    ProxyResult response = result.response();
    if (response != null) {
      return complete(
          response.status(), response.headers(), body(response.body(), response.base64()));
    }
    byte[] utf8 = result.payload().bytes();
    return format == PayloadFormat.V2_0 ? ofFormat2(utf8) : ofFormat1(utf8);
  }

  /**
   * Reads an answer in format 2.0: an object with {@code statusCode} says everything, anything else
   * is the body of a 200.
   *
   * @throws GatewayFailure 500 if it is no JSON, or an object with members of wrong types
   */
  static FunctionReply ofFormat2(byte[] utf8) {
    JsonNode root = read(utf8);
    if (!root.isObject() || !root.has("statusCode")) {
      byte[] body = root.isTextual() ? bytes(root.asText()) : utf8;
      return new FunctionReply(200, Map.of(CONTENT_TYPE, List.of(JSON)), Payload.of(body));
    }
    Map<String, List<String>> headers = headers(root);
    if (root.path("cookies").isArray()) {
      root.path("cookies").forEach(cookie -> add(headers, "set-cookie", cookie));
    }
    return structured(root, headers);
  }

  /**
   * Reads an answer in format 1.0.
   *
   * @throws GatewayFailure 500 if it is no object with {@code statusCode}, or has members of wrong
   *     types
   */
  static FunctionReply ofFormat1(byte[] utf8) {
    JsonNode root = read(utf8);
    if (!root.isObject() || !root.has("statusCode")) {
      throw malformed("no object with statusCode");
    }
    return structured(root, headers(root));
  }

  private static FunctionReply structured(JsonNode root, Map<String, List<String>> headers) {
    return complete(status(root.path("statusCode")), headers, body(root));
  }

  private static FunctionReply complete(
      int status, Map<String, List<String>> headers, byte[] body) {
    headers.putIfAbsent(CONTENT_TYPE, List.of(JSON));
    return new FunctionReply(status, headers, Payload.of(body));
  }

  private static JsonNode read(byte[] utf8) {
    if (utf8.length > ProxyResult.MAX_BYTES) {
      throw malformed("larger than " + ProxyResult.MAX_BYTES + " bytes");
    }
    MemoryBudget.hold(JsonWeight.of(utf8, 0, utf8.length));
    try {
      return Json.read(new String(utf8, StandardCharsets.UTF_8));
    } catch (JsonFormatException e) {
      throw malformed(String.valueOf(e.getMessage()));
    }
  }

  private static int status(JsonNode value) {
    if (value.isInt() && isStatus(value.intValue())) {
      return value.intValue();
    }
    String text = value.isTextual() ? value.asText().strip() : "";
    if (!STATUS.matcher(text).matches()) {
      throw malformed("statusCode is no status code");
    }
    return Integer.parseInt(text);
  }

  private static boolean isStatus(int number) {
    return number >= 200 && number <= 599;
  }

  private static byte[] body(JsonNode root) {
    JsonNode body = root.path("body");
    String text = body.isValueNode() && !body.isNull() ? body.asText() : "";
    if (body.isContainerNode()) {
      text = body.toString();
    }
    return body(text, flag(root.path("isBase64Encoded")));
  }

  private static byte[] body(String text, boolean base64) {
    if (!base64) {
      return bytes(text);
    }
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw malformed("the body is no base64");
    }
  }

  private static boolean flag(JsonNode value) {
    if (value.isMissingNode() || value.isNull()) {
      return false;
    }
    return switch (value.isContainerNode() ? "" : value.asText()) {
      case "true" -> true;
      case "false" -> false;
      default -> throw malformed("isBase64Encoded is no boolean");
    };
  }

  /** Both maps as one; a single value that is among the others is not repeated. */
  private static Map<String, List<String>> headers(JsonNode root) {
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (Map.Entry<String, JsonNode> entry : members(root.path("multiValueHeaders"))) {
      entry.getValue().forEach(value -> add(headers, entry.getKey(), value));
    }
    for (Map.Entry<String, JsonNode> entry : members(root.path("headers"))) {
      List<String> known = headers.getOrDefault(entry.getKey(), List.of());
      if (!known.contains(entry.getValue().asText())) {
        add(headers, entry.getKey(), entry.getValue());
      }
    }
    return headers;
  }

  private static Iterable<Map.Entry<String, JsonNode>> members(JsonNode map) {
    if (map.isMissingNode() || map.isNull()) {
      return List.of();
    }
    if (!map.isObject()) {
      throw malformed("headers are no object");
    }
    return map.properties();
  }

  private static void add(Map<String, List<String>> headers, String name, JsonNode value) {
    if (value.isNull()) {
      return;
    }
    String text = value.asText();
    boolean legal = !value.isContainerNode() && FieldText.isName(name) && FieldText.isValue(text);
    if (!legal) {
      throw malformed("a header has a name or value that HTTP does not allow");
    }
    headers.computeIfAbsent(name, any -> new ArrayList<>(1)).add(text);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static GatewayFailure malformed(String detail) {
    return GatewayFailure.internalError("The function's answer cannot be used: " + detail);
  }
}
