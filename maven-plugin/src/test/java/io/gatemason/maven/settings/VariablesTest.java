package io.gatemason.maven.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class VariablesTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      quoteCharacter = '`',
      value = {
        "v.properties ! Stage=dev",
        "v.yaml       ! Stage: dev",
        "v.json       ! {\"Stage\": \"dev\"}",
        "v.json       ! {\"Parameters\": {\"Stage\": \"dev\"}}",
        "v.json       ! [{\"ParameterKey\": \"Stage\", \"ParameterValue\": \"dev\"}]",
      })
  void readsEveryForm(String name, String text) throws IOException {
    assertEquals(Map.of("Stage", "dev"), read(name, text));
  }

  @Test
  void keepsPlainValuesAsText() throws IOException {
    assertEquals(Map.of("a", "1", "b", "true"), read("v.yaml", "a: 1\nb: true\n"));
    assertEquals(Map.of(), read("v.yaml", ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "a: [1]      ! \"a\" needs a plain value",
        "a: {b: c}   ! \"a\" needs a plain value",
        "a:          ! \"a\" needs a plain value",
        "text        ! names with values are expected",
        "[{a: b}]    ! a list has to hold ParameterKey and ParameterValue",
        "a: !!x.Y z  ! ",
      })
  void refusesWhatIsNoNameWithAValue(String text, String message) {
    SettingsException failure = assertThrows(SettingsException.class, () -> read("v.yaml", text));

    assertTrue(failure.getMessage().contains("v.yaml"), failure.getMessage());
    if (message != null) {
      assertTrue(failure.getMessage().endsWith(message), failure.getMessage());
    }
  }

  @Test
  void saysWhichFileIsMissing() {
    SettingsException failure =
        assertThrows(SettingsException.class, () -> Variables.read(folder.resolve("missing.yaml")));

    assertTrue(failure.getMessage().contains("missing.yaml"), failure.getMessage());
  }

  private Map<String, String> read(String name, String text) throws IOException {
    return Variables.read(Files.writeString(folder.resolve(name), text));
  }
}
