package io.gatemason.runtime.observe;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;

/**
 * A record as a line for people, whatever stands in it, its stack trace below it. Safe for
 * concurrent use.
 */
final class TextRecords extends Formatter {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX").withZone(ZoneOffset.UTC);

  @Override
  public String format(LogRecord entry) {
    return time(entry)
        + " "
        + level(entry)
        + " "
        + name(entry)
        + ": "
        + LogEvent.oneLine(formatMessage(entry))
        + System.lineSeparator()
        + trace(entry);
  }

  static String time(LogRecord entry) {
    return TIME.format(entry.getInstant());
  }

  /** The level under the name that logs commonly use. */
  static String level(LogRecord entry) {
    int level = entry.getLevel().intValue();
    if (level >= Level.SEVERE.intValue()) {
      return "ERROR";
    }
    if (level >= Level.WARNING.intValue()) {
      return "WARN";
    }
    return level >= Level.INFO.intValue() ? "INFO" : "DEBUG";
  }

  /** The last part of the logger's name. */
  private static String name(LogRecord entry) {
    String name = entry.getLoggerName() == null ? "" : entry.getLoggerName();
    return name.substring(name.lastIndexOf('.') + 1);
  }

  /** The stack trace, "" without one. */
  static String trace(LogRecord entry) {
    if (entry.getThrown() == null) {
      return "";
    }
    StringWriter text = new StringWriter();
    entry.getThrown().printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
