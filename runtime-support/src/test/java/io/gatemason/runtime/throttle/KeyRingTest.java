package io.gatemason.runtime.throttle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyRingTest {
  private static final String VALUE = "aaaaaaaaaaaaaaaaaaaa1111";
  private static final String SHA256 =
      "35fd73f1a8e2d4b519f34a0f5b9ee3c83865ea663357831e8bd838502a6a5023";

  @TempDir Path folder;

  @Test
  void findsKeysByTheirValuesInTheirCase() {
    KeyRing ring = KeyRing.of(List.of(ApiKey.of("KeyOne", "one").value(VALUE).enabled()));
    assertFound(ring.find(VALUE));
    assertNotFound(ring.find(VALUE.toUpperCase(Locale.ROOT)));
    assertNotFound(ring.find(""));
  }

  @Test
  void aKeyWithoutValueIsNeverFound() {
    KeyRing ring = KeyRing.of(List.of(ApiKey.of("KeyOne", "one").enabled()));
    assertEquals(0, ring.size());
  }

  @Test
  void keysOfDifferentTemplatesMayHaveOneValue() {
    List<ApiKey> keys = List.of(ApiKey.of("A", "a").value(VALUE), ApiKey.of("B", "b").value(VALUE));
    assertEquals(keys, KeyRing.of(keys).find(VALUE));
  }

  @Test
  void readsTheFormOfTheManagedService() throws IOException {
    Path file =
        write(
            "description,NAME,enabled,Key,usageplanIds,Color",
            "\"one, with a comma\",first,TRUE," + VALUE + ",\"gold, silver\",red",
            "",
            ",second,false,bbbbbbbbbbbbbbbbbbbb2222,'gold'",
            ",third,,cccccccccccccccccccc3333");
    KeyRing ring = KeyRing.withFile(List.of(), file);
    ApiKey first = found(ring, VALUE);
    assertEquals("first", first.name());
    assertEquals(List.of("gold", "silver"), first.plans());
    assertTrue(first.isEnabled());
    assertFalse(found(ring, "bbbbbbbbbbbbbbbbbbbb2222").isEnabled());
    assertTrue(found(ring, "cccccccccccccccccccc3333").isEnabled());
    assertTrue(first.id().matches("[0-9a-z]{10}"), first.id());
  }

  @Test
  void readsHashedKeys() throws IOException {
    Path plain = write("Name,Key", "first," + VALUE);
    String id = found(KeyRing.withFile(List.of(), plain), VALUE).id();
    KeyRing hashed = KeyRing.withFile(List.of(), write("Name,KeySha256", "first," + SHA256));
    assertEquals(id, found(hashed, VALUE).id());
  }

  @Test
  void theLaterRowWithAValueCounts() throws IOException {
    Path file = write("Name,Key", "first," + VALUE, "second," + VALUE);
    assertEquals("second", found(KeyRing.withFile(List.of(), file), VALUE).name());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Key\nx",
        "Name\nx",
        "Name,Key\n,aaaaaaaaaaaaaaaaaaaa1111",
        "Name,Key\nx,",
        "Name,KeySha256\nx,abc",
        "Name,Key,Enabled\nx,aaaaaaaaaaaaaaaaaaaa1111,maybe",
        "Name,Key\n\"x,aaaaaaaaaaaaaaaaaaaa1111",
        ""
      })
  void refusesWhatIsNoFileOfKeysAndNamesTheLine(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("keys.csv"), text);
    IOException refused = assertThrows(IOException.class, () -> KeyRing.withFile(List.of(), file));
    assertTrue(refused.getMessage().matches(".*keys\\.csv:\\d+: .*"), refused.getMessage());
  }

  @Test
  void aBrokenFileKeepsTheOldKeys() throws IOException {
    Path file = write("Name,Key", "first," + VALUE);
    KeyRing ring = KeyRing.withFile(List.of(), file);
    write("Name,Key", "first");
    ring.reload();
    assertFound(ring.find(VALUE));
    write("Name,Key", "second,bbbbbbbbbbbbbbbbbbbb2222");
    ring.reload();
    assertNotFound(ring.find(VALUE));
    assertFound(ring.find("bbbbbbbbbbbbbbbbbbbb2222"));
  }

  private Path write(String... lines) throws IOException {
    return Files.write(folder.resolve("keys.csv"), List.of(lines));
  }

  private static ApiKey found(KeyRing ring, String value) {
    List<ApiKey> keys = ring.find(value);
    assertEquals(1, keys.size());
    return keys.getFirst();
  }

  private static void assertFound(List<ApiKey> keys) {
    assertEquals(1, keys.size());
  }

  private static void assertNotFound(List<ApiKey> keys) {
    assertEquals(List.of(), keys);
  }
}
