package io.gatemason.maven.build;

import io.gatemason.generator.describe.ApiDescription;
import io.gatemason.maven.report.BuildLog;
import io.gatemason.maven.report.ConsoleReport;
import io.gatemason.maven.settings.BuildSettings;
import io.gatemason.maven.settings.Folders;
import io.gatemason.maven.settings.Jdk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Documents to compiled classes. Each version has a folder of its own, since a running service
 * still loads classes of an earlier one, however many after it did not start. Not thread-safe.
 */
public final class ServiceBuild {
  private final GenerateStep generate;
  private final Jdk jdk;
  private final List<Path> classPath;
  private final List<String> sourcePath;
  private final Path work;
  private final BuildLog log;
  private int version;
  private Optional<Path> current = Optional.empty();

  /**
   * Prepares a build.
   *
   * @param generate the step before compiling
   * @param jdk whose compiler to use
   * @param classPath what generated code may call
   * @param sourcePath folders of sources that generated code may call and are compiled with it
   * @param work a folder for classes, of this build alone
   * @param log where progress and defects are reported
   */
  public ServiceBuild(
      GenerateStep generate,
      Jdk jdk,
      List<Path> classPath,
      List<String> sourcePath,
      Path work,
      BuildLog log) {
    this.generate = generate;
    this.jdk = jdk;
    this.classPath = classPath;
    this.sourcePath = sourcePath;
    this.work = work;
    this.log = log;
  }

  /**
   * Builds the documents as they are now.
   *
   * @param settings what to generate, and where to
   * @return the folder of classes; empty when diagnostics or a defect stop it
   * @throws IOException when files cannot be read or written
   */
  public Optional<Path> classes(BuildSettings settings) throws IOException {
    GenerateStep.Outcome outcome = generate.run(settings);
    if (outcome == GenerateStep.Outcome.REFUSED) {
      return Optional.empty();
    }
    if (outcome == GenerateStep.Outcome.GENERATED || current.isEmpty()) {
      Optional<Path> compiled = compile(settings.request().output());
      if (compiled.isEmpty()) {
        return compiled;
      }
      current = compiled;
    }
    return current;
  }

  /** The files that the documents are made of. */
  public List<Path> inputs() {
    return generate.inputs();
  }

  /** What the console shows of the documents is a resource beside the classes. */
  private static void copyDescription(Path sources, Path classes) throws IOException {
    Path file = sources.resolve(ApiDescription.PATH);
    if (Files.exists(file)) {
      Path copy = classes.resolve(ApiDescription.PATH);
      Files.createDirectories(copy.getParent());
      Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private Optional<Path> compile(Path sources) throws IOException {
    Instant start = Instant.now();
    if (version == 0) {
      Folders.delete(work);
    }
    version++;
    Path classes = work.resolve("classes-" + version);
    String failure =
        new JavaCompilation(jdk.javac(), classPath, sourcePath)
            .compile(sources, classes, work.resolve("javac.args"));
    if (failure.isEmpty()) {
      copyDescription(sources, classes);
      String time = ConsoleReport.seconds(Duration.between(start, Instant.now()));
      log.info("Compiled with " + jdk.home() + ", " + time);
      return Optional.of(classes);
    }
    if (failure.lines().noneMatch(line -> line.startsWith(sources.toString()))) {
      log.error("The project's own sources do not compile.\n" + failure);
      return Optional.empty();
    }
    log.error(
        "error GM9001: the generated code does not compile. This is a defect in Gatemason: please"
            + " report it, if possible with the document. The code is in "
            + sources
            + ".\n"
            + failure);
    return Optional.empty();
  }
}
