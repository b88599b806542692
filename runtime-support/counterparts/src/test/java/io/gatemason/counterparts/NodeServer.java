package io.gatemason.counterparts;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A server in JavaScript out of {@code src/test/npm}, which prints the port that it has chosen. A
 * test that needs one is skipped where Node.js or the package registry cannot be had.
 */
final class NodeServer implements AutoCloseable {
  private static final Path SOURCES = Path.of("src/test/npm");

  /** Where scripts are run, with their packages. */
  static final Path FOLDER = Path.of("target/npm");

  private static final long INSTALL_SECONDS = 300;

  private final Process process;
  private final int port;

  private NodeServer(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** Starts a script, after its packages have been installed once. */
  static NodeServer start(String script) throws IOException, InterruptedException {
    install();
    Process process =
        new ProcessBuilder("node", script)
            .directory(FOLDER.toFile())
            .redirectErrorStream(true)
            .start();
    StringBuilder printed = new StringBuilder();
    BufferedReader output = process.inputReader();
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      if (line.startsWith("port ")) {
        Thread.ofVirtual().start(() -> output.lines().forEach(System.out::println));
        return new NodeServer(process, Integer.parseInt(line.substring(5)));
      }
      printed.append(line).append('\n');
    }
    throw new IOException(script + " has not started:\n" + printed);
  }

  /** What a script prints, which ends by itself. */
  static List<String> run(String script, String... arguments)
      throws IOException, InterruptedException {
    install();
    List<String> command = new ArrayList<>(List.of("node", script));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command).directory(FOLDER.toFile()).redirectErrorStream(true).start();
    List<String> printed = process.inputReader().lines().toList();
    if (process.waitFor() != 0) {
      throw new IOException(script + " has failed:\n" + String.join("\n", printed));
    }
    return printed;
  }

  /** Installs the packages, once. */
  static synchronized void install() throws IOException, InterruptedException {
    Files.createDirectories(FOLDER);
    try (Stream<Path> files = Files.list(SOURCES)) {
      for (Path file : files.toList()) {
        Files.copy(file, FOLDER.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
      }
    }
    if (Files.notExists(FOLDER.resolve("node_modules/ws/package.json"))) {
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

  String url() {
    return "http://127.0.0.1:" + port;
  }

  @Override
  public void close() {
    process.destroy();
  }
}
