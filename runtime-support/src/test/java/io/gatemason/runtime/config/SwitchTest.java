package io.gatemason.runtime.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.helidon.config.Config;
import io.helidon.config.ConfigSources;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SwitchTest {
  @ParameterizedTest
  @CsvSource({"true, true", "TRUE, true", "false, false", "False, false"})
  void takesTwoWords(String text, boolean on) {
    assertEquals(Optional.of(on), read(Map.of("gateway.it", text)));
  }

  @Test
  void saysNothingOfWhatIsNotSet() {
    assertEquals(Optional.empty(), read(Map.of()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ture", "yes", "on", "1", "0", "", " true"})
  void namesTheSettingThatIsNeither(String text) {
    Exception refused =
        assertThrows(IllegalArgumentException.class, () -> read(Map.of("gateway.it", text)));
    assertEquals("gateway.it is true or false, not \"" + text + "\"", refused.getMessage());
  }

  @Test
  void refusesListsAndObjects() {
    assertThrows(IllegalArgumentException.class, () -> read(Map.of("gateway.it.0", "true")));
    assertThrows(IllegalArgumentException.class, () -> read(Map.of("gateway.it.on", "true")));
  }

  private static Optional<Boolean> read(Map<String, String> settings) {
    return Switch.read(Config.just(ConfigSources.create(settings)).get("gateway.it"));
  }
}
