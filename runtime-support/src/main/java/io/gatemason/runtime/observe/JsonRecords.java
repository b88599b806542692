package io.gatemason.runtime.observe;

import io.gatemason.runtime.json.Json;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A record as one line of JSON. Safe for concurrent use. */
final class JsonRecords extends Formatter {
  /** How lines about a request name it. */
  private static final Pattern REQUEST = Pattern.compile("\\brequest ([0-9a-f-]{36})\\b");

  @Override
  public String format(LogRecord entry) {
    String message = formatMessage(entry);
    Matcher request = REQUEST.matcher(message);
    String trace = TextRecords.trace(entry);
    return "{\"time\":"
        + Json.quote(TextRecords.time(entry))
        + ",\"level\":"
        + Json.quote(TextRecords.level(entry))
        + ",\"logger\":"
        + Json.quote(String.valueOf(entry.getLoggerName()))
        + (request.find() ? ",\"requestId\":" + Json.quote(request.group(1)) : "")
        + ",\"message\":"
        + Json.quote(message)
        + (trace.isEmpty() ? "" : ",\"stackTrace\":" + Json.quote(trace))
        + "}"
        + System.lineSeparator();
  }
}
