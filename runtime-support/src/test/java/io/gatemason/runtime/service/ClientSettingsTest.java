package io.gatemason.runtime.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatemason.runtime.integration.RecordedLog;
import io.gatemason.runtime.throttle.ApiKey;
import io.gatemason.runtime.throttle.KeyRing;
import io.helidon.config.Config;
import io.helidon.config.ConfigSources;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientSettingsTest {
  private static final String ONE = "1".repeat(20);
  private static final String TWO = "2".repeat(30);
  private static final List<ApiKey> KEYS =
      List.of(ApiKey.of("Kept", "kept").enabled().plan("Gold"));

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"", " "})
  void aBlankValueIsNone(String value) throws Exception {
    try (RecordedLog log = new RecordedLog("io.gatemason.runtime.service")) {
      open(Map.of("gateway.api-keys.Kept.value", value));
      assertTrue(log.await("Kept").endsWith("set gateway.api-keys.Kept.value"));
    }
  }

  @ParameterizedTest
  @CsvSource({"rate-limit, -1", "rate-limit, NaN", "burst-limit, -1"})
  void aLimitOfTheServiceIsNoNegativeNumber(String name, String value) {
    Map<String, String> settings = Map.of("gateway.throttle." + name, value);
    assertThrows(IllegalArgumentException.class, () -> open(settings));
  }

  @Test
  void aShortValueIsWarnedOf() throws Exception {
    try (RecordedLog log = new RecordedLog("io.gatemason.runtime.service")) {
      open(Map.of("gateway.api-keys.Kept.value", "a".repeat(19)));
      assertTrue(log.await("api-keys.Kept.value").contains("20 to 128"));
    }
  }

  @Test
  void aFileOfKeysThatChangesIsReadAgainAndABrokenOneKeepsTheOld() throws Exception {
    Path file = Files.writeString(folder.resolve("keys.csv"), "Name,Key\nKept," + ONE);
    Config config = Config.just(ConfigSources.create(Map.of("gateway.api-keys.file", "" + file)));
    try (RecordedLog log = new RecordedLog("io.gatemason.runtime.throttle");
        Services services = Services.open(config, Map.of(), List.of(), List.of(), KEYS)) {
      KeyRing keys = services.plans().keys();
      assertEquals("Kept", keys.find(ONE).getFirst().id());
      Files.writeString(file, "Name,Key\nKept");
      assertTrue(log.await("the old API keys stay in force").contains("keys.csv:2"));
      assertEquals("Kept", keys.find(ONE).getFirst().id());
      Files.writeString(file, "Name,Key\nKept," + TWO);
      log.await("1 API keys are in force");
      assertEquals("Kept", keys.find(TWO).getFirst().id());
      assertEquals(List.of(), keys.find(ONE));
    }
  }

  private static void open(Map<String, String> settings) {
    Config config = Config.just(ConfigSources.create(settings));
    Services.open(config, Map.of(), List.of(), List.of(), KEYS).close();
  }

  @Test
  void madeUpKeyIsToldOnceAndStaysWhileTheProcessDoes() {
    List<LogRecord> told = new CopyOnWriteArrayList<>();
    Handler handler =
        new Handler() {
          @Override
          public void publish(LogRecord line) {
            told.add(line);
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    Logger logger = Logger.getLogger(ClientSettings.class.getName());
    logger.addHandler(handler);
    try {
      Config config = Config.just(ConfigSources.create(Map.of("gateway.api-keys.make-up", "true")));
      for (int version = 0; version < 2; version++) {
        Services.open(config, Map.of(), List.of(), List.of(), KEYS).close();
      }
    } finally {
      logger.removeHandler(handler);
    }
    assertEquals(
        List.of("API key {0} is made up: {1}"), told.stream().map(LogRecord::getMessage).toList());
  }
}
