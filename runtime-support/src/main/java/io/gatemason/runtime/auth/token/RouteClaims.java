package io.gatemason.runtime.auth.token;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatemason.runtime.json.Json;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;

/**
 * Claims as mappings and events of HTTP APIs show them: everything is text, lists stand in brackets
 * with blanks between their members, null is left out (docs/behaviour/http-api.md#jwt).
 */
final class RouteClaims {
  private RouteClaims() {}

  static Map<String, String> of(JsonNode claims) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> claim : claims.properties()) {
      if (!claim.getValue().isNull()) {
        texts.put(claim.getKey(), text(claim.getValue()));
      }
    }
    return Collections.unmodifiableMap(texts);
  }

  private static String text(JsonNode value) {
    if (value.isArray()) {
      StringJoiner joined = new StringJoiner(" ", "[", "]");
      value.forEach(each -> joined.add(text(each)));
      return joined.toString();
    }
    if (value.isObject()) {
      return Json.write(value);
    }
    return value.isBigDecimal() ? value.decimalValue().toPlainString() : value.asText();
  }
}
