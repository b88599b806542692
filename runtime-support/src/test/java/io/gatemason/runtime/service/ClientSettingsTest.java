package io.gatemason.runtime.service;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.gatemason.runtime.throttle.ApiKey;
import io.helidon.config.Config;
import io.helidon.config.ConfigSources;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

class ClientSettingsTest {

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
        List<ApiKey> keys = List.of(ApiKey.of("Kept", "kept").enabled().plan("Gold"));
        Services.open(config, Map.of(), List.of(), List.of(), keys).close();
      }
    } finally {
      logger.removeHandler(handler);
    }
    assertEquals(
        List.of("API key {0} is made up: {1}"), told.stream().map(LogRecord::getMessage).toList());
  }
}
