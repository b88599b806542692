package io.gatemason.runtime.integration;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatemason.runtime.failure.GatewayFailure;
import io.gatemason.runtime.json.Json;
import io.gatemason.runtime.json.JsonFormatException;

/** The status that a mock integration's request asks for (rest-api.md §7.6). */
public final class MockStatus {
  private static final String UNUSABLE =
      "Unable to parse statusCode. It should be an integer that is defined in the request template.";

  private MockStatus() {}

  /**
   * The integer member {@code statusCode} of the JSON object {@code body}. Accepted beyond JSON are
   * unquoted and single-quoted names and superfluous commas.
   *
   * @throws GatewayFailure API_CONFIGURATION_ERROR if there is no such member, or it is no integer
   */
  public static int parse(String body) {
    try {
      JsonNode status = Json.readLenient(withoutSpareCommas(body)).path("statusCode");
      if (status.isIntegralNumber() && status.canConvertToInt()) {
        return status.intValue();
      }
    } catch (JsonFormatException e) {
      throw GatewayFailure.configurationError(UNUSABLE + " " + e.getMessage());
    }
    throw GatewayFailure.configurationError(UNUSABLE);
  }

  /**
   * Sees to it that {@code body} has a status, where no answer depends on which.
   *
   * @throws GatewayFailure as {@link #parse(String)}
   */
  public static void require(String body) {
    parse(body);
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
