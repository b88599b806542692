package io.gatemason.runtime.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatemason.runtime.clock.Ticker;
import io.gatemason.runtime.integration.RecordedLog;
import io.gatemason.runtime.service.WatchedFile.Stamp;
import io.gatemason.runtime.store.LocalLimits;
import io.gatemason.runtime.store.LocalState;
import io.gatemason.runtime.throttle.KeyRing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateKeeperTest {
  private static final String FIRST = "a".repeat(20);
  private static final String SECOND = "b".repeat(20);

  @TempDir Path folder;

  @Test
  void keysThatChangeBeforeTheFirstLookCountAndStayWithoutTheirFile() throws Exception {
    Path file = write(FIRST);
    Stamp read = Stamp.of(file);
    KeyRing keys = KeyRing.withFile(List.of(), file, Set.of());
    write(FIRST + "\nsecond," + SECOND);
    LocalState state = new LocalState(Ticker.system(), LocalLimits.inMemory(Ticker.system()));
    StateKeeper keeper = new StateKeeper(state, keys, Optional.of(new WatchedFile(file, read)));
    try (RecordedLog log = new RecordedLog("io.gatemason.runtime")) {
      log.await("2 API keys are in force");
      Files.delete(file);
      assertTrue(log.await("API keys stay in force").endsWith("keys.csv is gone or empty"));
      assertEquals(1, keys.find(SECOND).size());
    } finally {
      keeper.close();
    }
  }

  private Path write(String keys) throws IOException {
    return Files.writeString(folder.resolve("keys.csv"), "Name,Key\nfirst," + keys + "\n");
  }
}
