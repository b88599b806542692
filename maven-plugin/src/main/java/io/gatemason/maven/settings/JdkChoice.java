package io.gatemason.maven.settings;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugins.toolchain.jdk.ToolchainDiscoverer;
import org.apache.maven.toolchain.MisconfiguredToolchainException;
import org.apache.maven.toolchain.Toolchain;
import org.apache.maven.toolchain.ToolchainFactory;
import org.apache.maven.toolchain.ToolchainManager;
import org.apache.maven.toolchain.ToolchainManagerPrivate;
import org.apache.maven.toolchain.ToolchainPrivate;
import org.apache.maven.toolchain.model.ToolchainModel;

/**
 * Finds the JDK that compiles and runs a service: the toolchain of the build, else the JDK that
 * runs Maven, else one of {@code toolchains.xml}, else one found in the usual places.
 */
public final class JdkChoice {
  private static final String TYPE = "jdk";
  private static final int LEAST = 21;

  private final MavenSession session;
  private final ToolchainManager chosen;
  private final ToolchainManagerPrivate toolchains;
  private final ToolchainFactory factory;
  private final Supplier<Optional<Path>> ofMaven;
  private final Supplier<List<ToolchainModel>> installed;

  /** Looks within a build, and on the machine. */
  public JdkChoice(
      MavenSession session,
      ToolchainManager chosen,
      ToolchainManagerPrivate toolchains,
      ToolchainFactory factory) {
    this(session, chosen, toolchains, factory, JdkChoice::ofMaven, JdkChoice::discovered);
  }

  /** The discoverer tells how many it found, which is nothing to a user who asked for none. */
  private static List<ToolchainModel> discovered() {
    String level = "org.slf4j.simpleLogger.log." + ToolchainDiscoverer.class.getName();
    String before = System.getProperty(level);
    System.setProperty(level, "warn");
    try {
      return new ToolchainDiscoverer().discoverToolchains().getToolchains();
    } finally {
      if (before == null) {
        System.clearProperty(level);
      } else {
        System.setProperty(level, before);
      }
    }
  }

  /** Looks within a build, and on a machine where these JDKs are all there is. */
  JdkChoice(
      MavenSession session,
      ToolchainManager chosen,
      ToolchainManagerPrivate toolchains,
      ToolchainFactory factory,
      Supplier<Optional<Path>> ofMaven,
      Supplier<List<ToolchainModel>> installed) {
    this.ofMaven = ofMaven;
    this.installed = installed;
    this.session = session;
    this.chosen = chosen;
    this.toolchains = toolchains;
    this.factory = factory;
  }

  /**
   * The JDK to use.
   *
   * @throws SettingsException when there is none of version 21 or newer
   */
  public Jdk jdk() {
    Optional<Path> home = ofBuild().or(ofMaven);
    if (home.isEmpty()) {
      home = find().flatMap(JdkChoice::home);
    }
    return home.map(Jdk::new).orElseThrow(JdkChoice::missing);
  }

  /**
   * Lets the plugins that come later in the build use such a JDK too, unless one was chosen or
   * Maven runs on one.
   *
   * @throws SettingsException when there is none, so that the compiler need not fail without saying
   *     why
   */
  public void chooseForBuild() {
    if (chosen.getToolchainFromBuildContext(TYPE, session) == null && ofMaven.get().isEmpty()) {
      toolchains.storeToolchainToBuildContext(find().orElseThrow(JdkChoice::missing), session);
    }
  }

  private static SettingsException missing() {
    return new SettingsException(
        "Gatemason needs a JDK 21 or newer beside the one that runs Maven: install one, or name it"
            + " in JAVA21_HOME or in ~/.m2/toolchains.xml.");
  }

  private Optional<Path> ofBuild() {
    return Optional.ofNullable(chosen.getToolchainFromBuildContext(TYPE, session))
        .flatMap(JdkChoice::home)
        .filter(JdkChoice::newEnough);
  }

  private static Optional<Path> ofMaven() {
    Path home = Path.of(System.getProperty("java.home"));
    return Optional.of(home)
        .filter(
            path -> Runtime.version().feature() >= LEAST && Files.exists(new Jdk(path).javac()));
  }

  private Optional<ToolchainPrivate> find() {
    try {
      Stream<ToolchainPrivate> named =
          Arrays.stream(toolchains.getToolchainsForType(TYPE, session));
      Optional<ToolchainPrivate> found = named.filter(JdkChoice::usable).findFirst();
      return found.isPresent() ? found : discover();
    } catch (MisconfiguredToolchainException e) {
      throw new SettingsException("toolchains.xml: " + e.getMessage(), e);
    }
  }

  private Optional<ToolchainPrivate> discover() throws MisconfiguredToolchainException {
    for (ToolchainModel model : installed.get()) {
      ToolchainPrivate toolchain = factory.createToolchain(model);
      if (usable(toolchain)) {
        return Optional.of(toolchain);
      }
    }
    return Optional.empty();
  }

  private static boolean usable(Toolchain toolchain) {
    return home(toolchain).filter(JdkChoice::newEnough).isPresent();
  }

  private static Optional<Path> home(Toolchain toolchain) {
    return Optional.ofNullable(toolchain.findTool("javac"))
        .map(javac -> Path.of(javac).resolve("../..").normalize());
  }

  /** Every JDK since 9 says its version in the file {@code release}. */
  static boolean newEnough(Path home) {
    Path release = home.resolve("release");
    if (!Files.isRegularFile(release)) {
      return false;
    }
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(release)) {
      properties.load(reader);
      String version = properties.getProperty("JAVA_VERSION", "").replace("\"", "");
      return !version.isEmpty() && Runtime.Version.parse(version).feature() >= LEAST;
    } catch (IOException | IllegalArgumentException e) {
      throw new SettingsException("cannot read the version of the JDK in " + home + ": " + e, e);
    }
  }
}
