package io.gatemason.runtime.throttle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatemason.runtime.integration.RecordedLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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

  private static final List<UsagePlan> PLANS =
      List.of(
          UsagePlan.of("gold", "Gold").stage("pets", "prod").stage("pets", "dev"),
          UsagePlan.of("silver", "Silver").stage("toys", "prod"),
          UsagePlan.of("bronze", "Bronze").stage("pets", "prod"));

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
    KeyRing ring = KeyRing.withFile(List.of(), file, PLANS);
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
    String id = found(KeyRing.withFile(List.of(), plain, PLANS), VALUE).id();
    KeyRing hashed = KeyRing.withFile(List.of(), write("Name,KeySha256", "first," + SHA256), PLANS);
    assertEquals(id, found(hashed, VALUE).id());
  }

  @Test
  void theLaterRowWithAValueCounts() throws IOException {
    Path file = write("Name,Key", "first," + VALUE, "second," + VALUE);
    assertEquals("second", found(KeyRing.withFile(List.of(), file, PLANS), VALUE).name());
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
    IOException refused =
        assertThrows(IOException.class, () -> KeyRing.withFile(List.of(), file, PLANS));
    assertTrue(refused.getMessage().matches(".*keys\\.csv:\\d+: .*"), refused.getMessage());
  }

  /** By its id or, if none has that, its name; what the template says of it holds further on. */
  @Test
  void aLineGivesItsValueToAKeyThatHasNone() throws IOException {
    List<ApiKey> defined =
        List.of(
            ApiKey.of("First", "one").enabled().plan("gold"),
            ApiKey.of("Second", "two").enabled().plan("gold"),
            ApiKey.of("Off", "three").plan("gold"),
            ApiKey.of("Valued", "four").value("d".repeat(20)).enabled().plan("gold"),
            ApiKey.of("Waiting", "five").enabled().plan("gold"));
    Path file =
        write(
            "Name,Key,Enabled,UsagePlanIds",
            "First,aaaaaaaaaaaaaaaaaaaa,,silver",
            "two,bbbbbbbbbbbbbbbbbbbb,FALSE,",
            "Off,cccccccccccccccccccc,TRUE,",
            "Valued,eeeeeeeeeeeeeeeeeeee,,");
    KeyRing ring = KeyRing.withFile(defined, file, PLANS);
    ApiKey first = found(ring, "a".repeat(20));
    assertEquals("First", first.id());
    assertEquals(List.of("gold", "silver"), first.plans());
    assertTrue(first.isEnabled());
    assertEquals("Second", found(ring, "b".repeat(20)).id());
    assertFalse(found(ring, "b".repeat(20)).isEnabled());
    assertFalse(found(ring, "c".repeat(20)).isEnabled());
    assertEquals(List.of("gold"), found(ring, "d".repeat(20)).plans());
    assertEquals(List.of(), found(ring, "e".repeat(20)).plans());
    assertEquals(6, ring.all().size());
    assertEquals(1, ring.all().stream().filter(key -> !key.hasValue()).count());
  }

  @Test
  void warnsOfValuesAndPlansNotMoreThanTenTimes() throws IOException {
    List<String> lines = new ArrayList<>(List.of("Name,Key,UsagePlanIds"));
    for (int i = 0; i < 1_000; i++) {
      lines.add("short," + i + ",\"gold,nowhere\"");
    }
    KeyFile reader = new KeyFile(write(lines.toArray(String[]::new)), new KnownPlans(PLANS));
    reader.read(key -> assertEquals(List.of("gold", "nowhere"), key.plans()));
    List<String> warnings = reader.warnings();
    assertEquals(11, warnings.size());
    assertTrue(
        warnings
            .get(0)
            .endsWith("keys.csv:2: the managed service takes keys of 20 to 128 characters only"),
        warnings.get(0));
    assertTrue(
        warnings.get(1).endsWith("keys.csv:2: there is no usage plan nowhere"), warnings.get(1));
    assertTrue(warnings.get(10).endsWith("keys.csv: 991 more lines like these"), warnings.get(10));
  }

  @Test
  void warnsOfTwoPlansOfOneStage() throws IOException {
    Path file =
        write(
            "Name,Key,UsagePlanIds",
            "fine,aaaaaaaaaaaaaaaaaaaa,\"gold,silver,gold\"",
            "two,bbbbbbbbbbbbbbbbbbbb,\"bronze,gold\"",
            "Waiting,cccccccccccccccccccc,bronze",
            "fine,dddddddddddddddddddd,bronze");
    List<ApiKey> waiting = List.of(ApiKey.of("Waiting", "five").enabled().plan("gold"));
    try (RecordedLog log = new RecordedLog(KeyRing.class.getName())) {
      KeyRing.withFile(waiting, file, PLANS);
      assertEquals(
          """
          %1$s:3: the usage plans bronze and gold both have the stage pets/prod: only bronze counts there
          %1$s:4: the usage plans gold and bronze both have the stage pets/prod: only gold counts there"""
              .formatted(file),
          log.text());
    }
  }

  @Test
  void aBrokenFileKeepsTheOldKeys() throws IOException {
    Path file = write("Name,Key", "first," + VALUE);
    KeyRing ring = KeyRing.withFile(List.of(), file, PLANS);
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
