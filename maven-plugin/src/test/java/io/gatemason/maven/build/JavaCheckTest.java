package io.gatemason.maven.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.gatemason.maven.settings.Jdk;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugins.toolchain.jdk.ToolchainDiscoverer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JavaCheckTest {
  private static final Jdk OWN = new Jdk(Path.of(System.getProperty("java.home")));
  private static final int CLASS_FILE_OF_JAVA_8 = 52;

  @TempDir private Path folder;

  @Test
  void startsTheServiceWithItsArguments() throws Exception {
    Path jar = jar("a.b.Gateway");

    assertEquals("0 started with one, two", run(OWN, jar));
  }

  @Test
  void startsClassesWithoutPackage() throws Exception {
    assertEquals("0 started with one, two", run(OWN, jar("Gateway")));
  }

  @Test
  void isReadableByEveryJava() throws IOException {
    Path classes = new JavaCheck("a.Gateway").compile(OWN, folder.resolve("work"));

    try (var files = Files.list(classes.resolve("a"))) {
      assertEquals(List.of(classes.resolve("a/GatewayLauncher.class")), files.toList());
    }
    byte[] bytes = Files.readAllBytes(classes.resolve("a/GatewayLauncher.class"));
    assertEquals(CLASS_FILE_OF_JAVA_8, bytes[7]);
  }

  @Test
  void saysInOneLineThatJavaIsTooOld() throws Exception {
    Jdk old = older();
    Path home = old.java().toRealPath().getParent().getParent();

    assertEquals(
        "1 This service needs Java 21 or newer; " + home + " is Java " + version(home) + ".",
        run(old, jar("a.b.Gateway")));
  }

  @Test
  void knowsWhatCannotBeAClass() {
    assertThrows(IllegalArgumentException.class, () -> new JavaCheck("a; b"));
  }

  private Path jar(String mainClass) throws IOException {
    int dot = mainClass.lastIndexOf('.');
    Path sources = Files.createDirectory(folder.resolve("sources"));
    Files.writeString(
        sources.resolve("Gateway.java"),
        (dot < 0 ? "" : "package " + mainClass.substring(0, dot) + ";")
            + """
            public record Gateway() {
              public static void main(String[] arguments) {
                System.err.println("started with " + String.join(", ", arguments));
              }
            }
            """);
    Path classes = folder.resolve("classes");
    assertEquals(
        "",
        new JavaCompilation(OWN.javac(), List.of(), List.of())
            .compile(sources, classes, folder.resolve("javac.args")));
    JavaCheck check = new JavaCheck(mainClass);
    Path jar = folder.resolve("service.jar");
    new RunnableJar()
        .add(classes)
        .add(check.compile(OWN, folder.resolve("work")))
        .write(jar, check.name());
    return jar;
  }

  private static String run(Jdk jdk, Path jar) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(jdk.java().toString(), "-jar", jar.toString(), "one", "two")
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return process.waitFor() + " " + said.strip();
  }

  /** A Java before 21, where this machine has one. */
  private static Jdk older() {
    List<Jdk> found =
        new ToolchainDiscoverer()
            .discoverToolchains().getToolchains().stream()
                .filter(jdk -> feature(jdk.getProvides().getProperty("version")) < 21)
                .map(jdk -> new Jdk(new ToolchainDiscoverer().getJdkHome(jdk)))
                .toList();
    assumeTrue(!found.isEmpty(), "this machine has no Java before 21");
    return found.get(0);
  }

  private static String version(Path home) throws IOException {
    assertTrue(Files.exists(home.resolve("release")));
    int feature =
        Files.readAllLines(home.resolve("release")).stream()
            .filter(line -> line.startsWith("JAVA_VERSION="))
            .map(line -> feature(line.split("\"")[1]))
            .findFirst()
            .orElseThrow();
    return feature == 8 ? "1.8" : String.valueOf(feature);
  }

  private static int feature(String version) {
    return version.startsWith("1.") ? 8 : Runtime.Version.parse(version).feature();
  }
}
