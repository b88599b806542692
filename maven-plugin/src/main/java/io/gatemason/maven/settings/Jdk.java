package io.gatemason.maven.settings;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A JDK.
 *
 * @param home its folder
 */
public record Jdk(Path home) {
  /** The program that starts a service. */
  public Path java() {
    return program("java");
  }

  /** The compiler. */
  public Path javac() {
    return program("javac");
  }

  /** The program that makes keys and certificates. */
  public Path keytool() {
    return program("keytool");
  }

  private Path program(String name) {
    Path windows = home.resolve("bin").resolve(name + ".exe");
    return Files.exists(windows) ? windows : home.resolve("bin").resolve(name);
  }
}
