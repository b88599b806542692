package io.gatemason.runtime.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class CacheKeyTest {

  @Test
  void equalRequestsHaveOneName() {
    assertEquals(
        CacheKey.of("shared", "GET").add(List.of("1")).toString(),
        CacheKey.of("shared", "GET").add(List.of("1")).toString());
  }

  @Test
  void differentRequestsNeverShareAName() {
    List<List<String>> values =
        List.of(
            List.of(),
            List.of(""),
            List.of("a"),
            List.of("a", ""),
            List.of("a", "b"),
            List.of("a,b"),
            List.of("1:a"),
            List.of("a1*1:b"));
    for (List<String> first : values) {
      for (List<String> second : values) {
        for (List<String> otherFirst : values) {
          for (List<String> otherSecond : values) {
            if (!first.equals(otherFirst) || !second.equals(otherSecond)) {
              assertNotEquals(
                  CacheKey.of("n", "GET").add(first).add(second).toString(),
                  CacheKey.of("n", "GET").add(otherFirst).add(otherSecond).toString());
            }
          }
        }
      }
    }
  }

  @Test
  void namespaceAndVerbTellEntriesApart() {
    assertNotEquals(CacheKey.of("/n", "GET").toString(), CacheKey.of("/n", "POST").toString());
    assertNotEquals(CacheKey.of("/n", "GET").toString(), CacheKey.of("/m", "GET").toString());
  }
}
