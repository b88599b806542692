package io.gatemason.runtime.auth.token;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatemason.runtime.json.Json;
import java.time.Instant;
import java.time.LocalDateTime;
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

  private static final long YEAR_10000 = 253_402_300_800L;
  private static final String DAYS = "MonTueWedThuFriSatSun";
  private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";

  private ClaimTexts() {}

  static Map<String, String> of(JsonNode claims) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> claim : claims.properties()) {
      String name = claim.getKey();
      JsonNode value = claim.getValue();
      boolean time = (name.equals("exp") || name.equals("iat")) && value.isNumber();
      texts.put(name, time ? time(value.longValue()) : text(value));
    }
    return Collections.unmodifiableMap(texts);
  }

  /** Written by hand for the years that there are: a formatter takes ten times as long. */
  private static String time(long seconds) {
    if (seconds < 0 || seconds >= YEAR_10000) {
      return TIME.format(Instant.ofEpochSecond(seconds));
    }
    LocalDateTime time = LocalDateTime.ofEpochSecond(seconds, 0, ZoneOffset.UTC);
    StringBuilder text = new StringBuilder(28);
    text.append(DAYS, 3 * (time.getDayOfWeek().getValue() - 1), 3 * time.getDayOfWeek().getValue());
    text.append(' ').append(MONTHS, 3 * (time.getMonthValue() - 1), 3 * time.getMonthValue());
    digits(text.append(' '), time.getDayOfMonth());
    digits(text.append(' '), time.getHour());
    digits(text.append(':'), time.getMinute());
    digits(text.append(':'), time.getSecond());
    return text.append(" UTC ").append(time.getYear()).toString();
  }

  private static void digits(StringBuilder text, int number) {
    text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
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
