package io.gatemason.maven.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.toolchain.Toolchain;
import org.apache.maven.toolchain.ToolchainFactory;
import org.apache.maven.toolchain.ToolchainManager;
import org.apache.maven.toolchain.ToolchainManagerPrivate;
import org.apache.maven.toolchain.ToolchainPrivate;
import org.apache.maven.toolchain.model.ToolchainModel;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
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

  @Test
  void saysInOneLineThatThereIsNoSuchJdk() throws IOException {
    JdkChoice choice = choiceWhere17IsInstalled();

    for (Executable use : List.<Executable>of(choice::jdk, choice::chooseForBuild)) {
      String message = String.valueOf(assertThrows(SettingsException.class, use).getMessage());
      assertTrue(message.startsWith("Gatemason needs a JDK 21 or newer"), message);
      assertEquals(1, message.lines().count(), message);
    }
  }

  private JdkChoice choiceWhere17IsInstalled() throws IOException {
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"17.0.15\"\n");
    NoToolchains none = new NoToolchains();
    MavenSession session = null;
    return new JdkChoice(
        session,
        none,
        none,
        new OneJdk(home),
        Optional::empty,
        () -> List.of(new ToolchainModel()));
  }

  /** A build that has chosen no toolchain, and whose user has named none. */
  private static final class NoToolchains implements ToolchainManager, ToolchainManagerPrivate {
    @Override
    public @Nullable Toolchain getToolchainFromBuildContext(String type, MavenSession context) {
      return null;
    }

    @Override
    public List<Toolchain> getToolchains(
        MavenSession session, String type, Map<String, String> requirements) {
      return List.of();
    }

    @Override
    public ToolchainPrivate[] getToolchainsForType(String type, MavenSession context) {
      return new ToolchainPrivate[0];
    }

    @Override
    public void storeToolchainToBuildContext(ToolchainPrivate toolchain, MavenSession context) {
      throw new AssertionError("No JDK is new enough: " + toolchain);
    }
  }

  /** Makes every toolchain that of one JDK. */
  private record OneJdk(Path home) implements ToolchainFactory, ToolchainPrivate {
    @Override
    public ToolchainPrivate createToolchain(ToolchainModel model) {
      return this;
    }

    @Override
    public @Nullable ToolchainPrivate createDefaultToolchain() {
      return null;
    }

    @Override
    public String getType() {
      return "jdk";
    }

    @Override
    public String findTool(String name) {
      return home.resolve("bin").resolve(name).toString();
    }

    @Override
    public boolean matchesRequirements(Map<String, String> requirements) {
      return true;
    }

    @Override
    public ToolchainModel getModel() {
      return new ToolchainModel();
    }
  }
}
