package io.gatemason.runtime.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One process without shared state. */
class LocalGatewayTest {
  @TempDir Path folder;

  @Test
  void loadsNothingOfTheClientOfRedis() throws Exception {
    Path loaded = folder.resolve("loaded");
    try (GatewayProcess gateway =
        GatewayProcess.start(folder.resolve("log"), "-Xlog:class+load:file=" + loaded)) {
      for (String path : List.of("/dev/limited", "/dev/counted", "/dev/cached")) {
        String key = path.endsWith("counted") ? GatewayProcess.COUNTED : GatewayProcess.FAST;
        assertEquals(200, RawClient.get(gateway.port(), path, "x-api-key: " + key).status());
      }
    }
    String classes = Files.readString(loaded);
    assertTrue(classes.contains("io.gatemason.runtime.store.LocalState"));
    assertEquals(
        List.of(),
        classes
            .lines()
            .filter(line -> line.contains("redis.clients") || line.contains("commons.pool"))
            .toList());
  }
}
