package io.gatemason.runtime.observe;

import io.helidon.config.Config;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Logger;

/**
 * The log of the process: one calm line for each record, or one line of JSON. Source: {@code
 * docs/operations.md#logs}.
 */
public final class ProcessLog {
  private static final String OWN_FILE = "java.util.logging.config.file";
  private static final String OWN_CLASS = "java.util.logging.config.class";

  private ProcessLog() {}

  /**
   * Sets the format that {@code gateway.logs.process-format} names, {@code text} unless set.
   * Whoever configures {@code java.util.logging} by its own properties has his formats.
   *
   * @throws IllegalArgumentException if there is no such format
   */
  public static void configure(Config config) {
    Config setting = config.get("gateway.logs.process-format");
    String format = setting.asString().orElse("text");
    if (!format.equals("text") && !format.equals("json")) {
      throw new IllegalArgumentException(
          setting.key() + " is text or json, not \"" + format + "\"");
    }
    if (System.getProperty(OWN_FILE) == null && System.getProperty(OWN_CLASS) == null) {
      Formatter lines = format.equals("json") ? new JsonRecords() : new TextRecords();
      for (Handler handler : Logger.getLogger("").getHandlers()) {
        handler.setFormatter(lines);
      }
    }
  }
}
