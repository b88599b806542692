package io.gatemason.runtime.observe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.helidon.config.Config;
import io.helidon.config.ConfigSources;
import java.time.Instant;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class ProcessLogTest {
  private static final String ID = "153a7fc2-9c77-431e-bb08-7472adb62e79";

  private static LogRecord entry(String message) {
    LogRecord entry = new LogRecord(Level.WARNING, message);
    entry.setLoggerName("io.gatemason.runtime.server.Failures");
    entry.setInstant(Instant.parse("2026-11-28T22:00:00.123456Z"));
    return entry;
  }

  @Test
  void writesOneLineForPeople() {
    assertEquals(
        "2026-11-28T22:00:00.123Z WARN Failures: a {0} line\n",
        new TextRecords().format(entry("a {0} line")).replace("\r", ""));
  }

  @Test
  void noMessageEndsItsLine() {
    String line = new TextRecords().format(entry("GET /a\r\n2026 INFO x: forged\u001b[2J\u2028"));
    assertEquals(1, line.lines().count(), line);
    assertTrue(line.endsWith("GET /a  2026 INFO x: forged [2J " + System.lineSeparator()), line);
  }

  @Test
  void writesLinesOfJsonWithTheRequest() throws Exception {
    LogRecord entry = entry("request " + ID + " (GET /): it \"failed\"\nbadly");
    entry.setThrown(new IllegalStateException("defect"));
    String line = new JsonRecords().format(entry);
    assertEquals(1, line.lines().count(), line);
    JsonNode read = new ObjectMapper().readTree(line);
    assertEquals("WARN", read.path("level").asText());
    assertEquals(ID, read.path("requestId").asText());
    assertEquals("request " + ID + " (GET /): it \"failed\"\nbadly", read.path("message").asText());
    assertTrue(read.path("stackTrace").asText().contains("defect"), line);
  }

  @Test
  void refusesOtherFormats() {
    Config config = Config.just(ConfigSources.create(Map.of("gateway.logs.process-format", "xml")));
    assertThrows(IllegalArgumentException.class, () -> ProcessLog.configure(config));
  }
}
