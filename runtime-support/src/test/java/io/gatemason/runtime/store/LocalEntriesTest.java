package io.gatemason.runtime.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class LocalEntriesTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final LocalEntries<String> entries = LocalEntries.counted(() -> 0, 100);

  @Test
  void whatWasFetchedBeforeAFlushIsNotKeptAfterIt() {
    long before = entries.generation();
    entries.put("a", "kept", MINUTE, before);
    assertEquals("kept", entries.get("a"));
    entries.flush();
    assertNull(entries.get("a"));
    entries.put("a", "fetched before", MINUTE, before);
    assertNull(entries.get("a"));
    entries.put("a", "fetched after", MINUTE, entries.generation());
    assertEquals("fetched after", entries.get("a"));
  }
}
