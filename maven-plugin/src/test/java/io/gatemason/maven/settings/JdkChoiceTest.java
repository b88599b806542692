package io.gatemason.maven.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class JdkChoiceTest {
  @TempDir private Path home;

  @ParameterizedTest
  @CsvSource({
    "'JAVA_VERSION=\"21\"', true",
    "'JAVA_VERSION=\"25.0.1\"', true",
    "'JAVA_VERSION=\"100\"', true",
    "'JAVA_VERSION=\"17.0.15\"', false",
    "'JAVA_VERSION=\"9\"', false",
    "'IMPLEMENTOR=\"x\"', false",
  })
  void takesJdk21AndNewer(String release, boolean newEnough) throws IOException {
    Files.writeString(home.resolve("release"), release + "\n");

    assertEquals(newEnough, JdkChoice.newEnough(home));
  }

  @Test
  void takesNoJdkThatDoesNotSayItsVersion() {
    assertFalse(JdkChoice.newEnough(home));
  }

  @Test
  void namesTheJdkWhoseVersionCannotBeRead() throws IOException {
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"new\"\n");

    assertThrows(SettingsException.class, () -> JdkChoice.newEnough(home));
  }
}
