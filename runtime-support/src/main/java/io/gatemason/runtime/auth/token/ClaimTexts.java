package io.gatemason.runtime.auth.token;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatemason.runtime.json.Json;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;

/**
 * Claims as templates and events of REST APIs show them: everything is text, lists are joined by
 * commas, and two times are written out (docs/behaviour/authorization.md#claims).
 */
final class ClaimTexts {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("EEE MMM dd HH:mm:ss 'UTC' yyyy", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private ClaimTexts() {}

  static Map<String, String> of(JsonNode claims) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> claim : claims.properties()) {
      String name = claim.getKey();
      JsonNode value = claim.getValue();
      boolean time = (name.equals("exp") || name.equals("iat")) && value.isNumber();
      texts.put(name, time ? TIME.format(Instant.ofEpochSecond(value.longValue())) : text(value));
    }
    return Collections.unmodifiableMap(texts);
  }

  private static String text(JsonNode value) {
    if (value.isArray()) {
      StringJoiner joined = new StringJoiner(",");
      value.forEach(each -> joined.add(text(each)));
      return joined.toString();
    }
    if (value.isObject()) {
      return Json.write(value);
    }
    return value.isBigDecimal() ? value.decimalValue().toPlainString() : value.asText();
  }
}
