package io.gatemason.generator.layout.integration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Optional;

/**
 * Reads the status that a constant template of a mock gives, as the runtime reads rendered ones:
 * names unquoted or in single quotes, superfluous commas (rest-api.md 7.6).
 */
final class LooseStatus {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
          .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .enable(JsonReadFeature.ALLOW_MISSING_VALUES)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private LooseStatus() {}

  /** The integer member {@code statusCode}; empty where there is none. */
  static Optional<Integer> of(String template) {
    try {
      JsonNode code = JSON.readTree(withoutSpareCommas(template)).path("statusCode");
      return code.isIntegralNumber() && code.canConvertToInt()
          ? Optional.of(code.intValue())
          : Optional.empty();
    } catch (JsonProcessingException e) {
      // Not JSON: the service finds that out when the method is called, and so does the gateway.
      return Optional.empty();
    }
  }

  /** Drops each comma that follows another one or an opening bracket. */
  private static String withoutSpareCommas(String json) {
    StringBuilder kept = new StringBuilder(json.length());
    char quote = 0;
    char last = 0;
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      if (quote != 0) {
        if (c == '\\' && i + 1 < json.length()) {
          kept.append(c);
          c = json.charAt(++i);
        } else if (c == quote) {
          quote = 0;
        }
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == ',' && (last == ',' || last == '{' || last == '[')) {
        continue;
      }
      kept.append(c);
      last = Character.isWhitespace(c) ? last : c;
    }
    return kept.toString();
  }
}
