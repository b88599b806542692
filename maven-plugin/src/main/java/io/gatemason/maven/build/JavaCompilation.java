package io.gatemason.maven.build;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compiles generated sources with the compiler of a JDK of its own, in a process of its own. */
final class JavaCompilation {
  /** The least release that the runtime needs: classes then run on all that are newer. */
  private static final int RELEASE = 21;

  private final Path javac;
  private final int release;
  private final List<Path> classPath;
  private final List<String> sourcePath;

  JavaCompilation(Path javac, List<Path> classPath, List<String> sourcePath) {
    this(javac, RELEASE, classPath, sourcePath);
  }

  private JavaCompilation(Path javac, int release, List<Path> classPath, List<String> sourcePath) {
    this.javac = javac;
    this.release = release;
    this.classPath = classPath;
    this.sourcePath = sourcePath;
  }

  /** One for sources that need nothing but the JDK, and have to run on an old release of it. */
  static JavaCompilation forRelease(Path javac, int release) {
    return new JavaCompilation(javac, release, List.of(), List.of());
  }

  /**
   * Compiles everything below a folder.
   *
   * @param sources the folder of sources
   * @param classes an empty or missing folder for the classes
   * @param arguments where the compiler's argument file is written
   * @return what the compiler said when it failed; empty text when it succeeded
   * @throws IOException when the compiler cannot be started
   */
  String compile(Path sources, Path classes, Path arguments) throws IOException {
    Files.createDirectories(classes);
    Files.createDirectories(arguments.toAbsolutePath().getParent());
    Files.write(arguments, lines(sources, classes), StandardCharsets.UTF_8);
    Process process =
        new ProcessBuilder(javac.toString(), "-J-Dfile.encoding=UTF-8", "@" + arguments)
            .redirectErrorStream(true)
            .start();
    process.getOutputStream().close();
    try (InputStream output = process.getInputStream()) {
      String said = new String(output.readAllBytes(), StandardCharsets.UTF_8);
      return process.waitFor() == 0 ? "" : said.isBlank() ? "javac failed silently" : said.strip();
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while compiling", e);
    }
  }

  private List<String> lines(Path sources, Path classes) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add("--release " + release);
    lines.addAll(List.of("-encoding UTF-8", "-parameters", "-g", "-proc:none"));
    lines.add("-nowarn");
    lines.add("-d " + quoted(classes.toString()));
    if (!sourcePath.isEmpty()) {
      lines.add("-sourcepath " + quoted(String.join(File.pathSeparator, sourcePath)));
    }
    lines.add(
        "-classpath "
            + quoted(
                classPath.stream()
                    .map(Path::toString)
                    .collect(Collectors.joining(File.pathSeparator))));
    try (Stream<Path> files = Files.walk(sources)) {
      files
          .filter(file -> file.toString().endsWith(".java"))
          .sorted()
          .forEach(file -> lines.add(quoted(file.toString())));
    }
    return lines;
  }

  /** A value of an argument file; the same rules hold for the argument files of {@code java}. */
  static String quoted(String value) {
    return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
