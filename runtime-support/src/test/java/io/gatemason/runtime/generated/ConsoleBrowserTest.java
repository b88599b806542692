package io.gatemason.runtime.generated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.gatemason.generator.GenerationRequest;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The console in a real browser, as a person uses it. Skipped where Node.js, the registry of npm or
 * Chromium cannot be had. With {@code -Dgatemason.pictures} pictures of all views in three widths,
 * light and dark, are in {@code target/console}.
 */
class ConsoleBrowserTest {
  private static final Path FOLDER = Path.of("target/console").toAbsolutePath();
  private static final String DRIVER = "playwright-core@1.65.1";

  @TempDir Path folder;

  @Test
  void servesAPersonInABrowser() throws Exception {
    use(Path.of("src/test/resources/console"));
  }

  @Test
  void talksToAWebSocketApi() throws Exception {
    use(Path.of("src/test/resources/console-socket"));
  }

  private void use(Path source) throws Exception {
    Path browser = browser();
    install(source);
    Map<String, String> settings =
        Map.of("gateway.management.port", "0", "gateway.management.console.enabled", "true");
    try (GeneratedService service =
        GeneratedService.start(
            GenerationRequest.of(source, folder.resolve("java"), "com.example.console"),
            folder.resolve("classes"),
            settings)) {
      Path output = FOLDER.resolve("browser.log");
      Process script =
          new ProcessBuilder(
                  "node",
                  "browser.mjs",
                  "http://127.0.0.1:" + service.managementPort() + "/console/",
                  "http://127.0.0.1:" + service.port(),
                  browser.toString(),
                  Boolean.getBoolean("gatemason.pictures") ? "pictures" : "")
              .directory(FOLDER.toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      boolean ended = script.waitFor(120, TimeUnit.SECONDS);
      script.destroyForcibly();
      assertTrue(ended, () -> "the browser takes too long:\n" + read(output));
      assertEquals(0, script.exitValue(), () -> read(output));
    }
  }

  private static Path browser() {
    List<Path> found =
        Stream.of("chromium", "chromium-browser", "google-chrome")
            .flatMap(ConsoleBrowserTest::onPath)
            .toList();
    assumeTrue(!found.isEmpty(), "skipped: no Chromium on this machine");
    assumeTrue(onPath("node").findAny().isPresent(), "skipped: no Node.js on this machine");
    return found.getFirst();
  }

  private static Stream<Path> onPath(String program) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
        .map(path -> Path.of(path, program))
        .filter(Files::isExecutable);
  }

  private static void install(Path source) throws IOException, InterruptedException {
    Files.createDirectories(FOLDER);
    Files.copy(
        source.resolve("browser.mjs"),
        FOLDER.resolve("browser.mjs"),
        StandardCopyOption.REPLACE_EXISTING);
    if (Files.notExists(FOLDER.resolve("node_modules/playwright-core/package.json"))) {
      Files.writeString(FOLDER.resolve("package.json"), "{\"private\": true}");
      Process npm =
          new ProcessBuilder(
                  "npm",
                  "install",
                  "--ignore-scripts",
                  "--no-audit",
                  "--no-fund",
                  "--no-save",
                  DRIVER)
              .directory(FOLDER.toFile())
              .redirectErrorStream(true)
              .redirectOutput(FOLDER.resolve("npm.log").toFile())
              .start();
      boolean installed = npm.waitFor(120, TimeUnit.SECONDS) && npm.exitValue() == 0;
      npm.destroyForcibly();
      assumeTrue(installed, "skipped: npm cannot get " + DRIVER);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.toString();
    }
  }
}
