package io.gatemason.runtime.throttle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyTableTest {
  private static final String ZEROS = "0".repeat(48);

  @Test
  void anEmptyTableHasNoKey() {
    assertEquals(List.of(), KeyTable.EMPTY.find(KeyDigest.of("")));
    assertEquals(0, KeyTable.EMPTY.size());
    assertEquals(0, KeyTable.EMPTY.all().count());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 1_000})
  void findsEveryKeyAndNoOther(int count) {
    List<ApiKey> keys = IntStream.range(0, count).mapToObj(i -> key("value-" + i)).toList();
    KeyTable table = KeyTable.of(keys, List.of());
    for (int i = 0; i < count; i++) {
      assertEquals(List.of(keys.get(i)), table.find(KeyDigest.of("value-" + i)));
      assertEquals(List.of(), table.find(KeyDigest.of("other-" + i)));
    }
    assertEquals(count, table.size());
    assertEquals(count, table.all().distinct().count());
  }

  /** All want one slot, the last, so that the search goes on at the first. */
  @Test
  void tellsDigestsApartThatBeginAlike() {
    List<ApiKey> keys = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      keys.add(ApiKey.of("k" + i, "k").sha256("f".repeat(16) + "%048x".formatted(i)));
    }
    KeyTable table = KeyTable.of(keys, List.of());
    for (int i = 0; i < 100; i++) {
      String hex = "f".repeat(16) + "%048x".formatted(i);
      assertEquals(List.of(keys.get(i)), table.find(KeyDigest.parse(hex)));
    }
    assertEquals(List.of(), table.find(KeyDigest.parse("f".repeat(64))));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 15, 16, 31, 32, 47, 48, 63})
  void everyPartOfADigestCounts(int digit) {
    String hex = "0".repeat(16) + ZEROS;
    KeyTable table = KeyTable.of(List.of(ApiKey.of("k", "k").sha256(hex)), List.of());
    String other = hex.substring(0, digit) + "1" + hex.substring(digit + 1);
    assertEquals(1, table.find(KeyDigest.parse(hex)).size());
    assertEquals(List.of(), table.find(KeyDigest.parse(other)));
  }

  @Test
  void keysWithOneValueAreAllFoundInTheirOrder() {
    List<ApiKey> keys = List.of(key("a"), key("b"), key("a"), ApiKey.of("none", "none"), key("a"));
    KeyTable table = KeyTable.of(keys, List.of());
    assertEquals(List.of(keys.get(0), keys.get(2), keys.get(4)), table.find(KeyDigest.of("a")));
    assertEquals(4, table.size());
  }

  @Test
  void whatReplacesCountsInsteadOfAllWithItsValueAndTheLastOfThemAlone() {
    List<ApiKey> replacing = List.of(key("a"), key("c"), key("a"));
    KeyTable table = KeyTable.of(List.of(key("a"), key("b"), key("a")), replacing);
    assertEquals(List.of(replacing.get(2)), table.find(KeyDigest.of("a")));
    assertEquals(1, table.find(KeyDigest.of("b")).size());
    assertEquals(3, table.size());
  }

  private static ApiKey key(String value) {
    return ApiKey.of("id", "name").value(value);
  }
}
