package io.gatemason.sample;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Runs scripts of {@code src/test/npm}, which drive a real browser. A test that needs one is
 * skipped where Node.js, the package registry or Chromium cannot be had.
 */
final class Browser {
  private static final Path SOURCES = Path.of("src/test/npm");
  private static final Path FOLDER = Path.of("target/npm");
  private static final long INSTALL_SECONDS = 300;
  private static final long SCRIPT_SECONDS = 60;
  private static final List<Path> PROGRAMS =
      List.of(
          Path.of("/usr/bin/chromium"),
          Path.of("/usr/bin/chromium-browser"),
          Path.of("/usr/bin/google-chrome"));

  private Browser() {}

  /** What a script prints, line by line. */
  static List<String> run(String script, String... arguments)
      throws IOException, InterruptedException {
    Path program = PROGRAMS.stream().filter(Files::isExecutable).findFirst().orElse(null);
    assumeTrue(program != null, "skipped: no Chromium on this machine");
    install();
    List<String> command = new ArrayList<>(List.of("node", script, String.valueOf(program)));
    command.addAll(List.of(arguments));
    Path output = FOLDER.resolve(script + ".log");
    Process process =
        new ProcessBuilder(command)
            .directory(FOLDER.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    boolean ended = process.waitFor(SCRIPT_SECONDS, TimeUnit.SECONDS);
    process.destroyForcibly();
    String printed = Files.readString(output, StandardCharsets.UTF_8);
    assertTrue(ended && process.exitValue() == 0, printed);
    return printed.lines().toList();
  }

  private static void install() throws IOException, InterruptedException {
    Files.createDirectories(FOLDER);
    try (Stream<Path> files = Files.list(SOURCES)) {
      for (Path file : files.toList()) {
        Files.copy(file, FOLDER.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
      }
    }
    if (Files.notExists(FOLDER.resolve("node_modules/.package-lock.json"))) {
      assumeTrue(succeeds("node", "--version"), "skipped: no Node.js on this machine");
      assumeTrue(
          succeeds(
              "npm", "install", "--ignore-scripts", "--no-audit", "--no-fund", "--no-package-lock"),
          "skipped: npm cannot get the packages of src/test/npm");
    }
  }

  private static boolean succeeds(String... command) throws InterruptedException {
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(FOLDER.toFile())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (process.waitFor(INSTALL_SECONDS, TimeUnit.SECONDS)) {
        return process.exitValue() == 0;
      }
      process.destroyForcibly();
      return false;
    } catch (IOException e) {
      return false;
    }
  }
}
