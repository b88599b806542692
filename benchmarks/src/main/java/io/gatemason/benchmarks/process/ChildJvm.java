package io.gatemason.benchmarks.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A Java process of the same JDK as this one, with the same flags for every side of a comparison,
 * or another program. It ends when it is closed, at the latest when this process ends.
 */
public final class ChildJvm implements AutoCloseable {
  private static final Set<ChildJvm> RUNNING = ConcurrentHashMap.newKeySet();
  private static final long SECONDS_TO_END = 5;

  /** Helidon has a JVM read no objects, which would keep {@link AllocationCounter} out. */
  private static final String READABLE =
      "-Dhelidon.serialFilter.pattern=java.base/*;java.management/*;java.rmi/*";

  static {
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> RUNNING.forEach(ChildJvm::close), "end-child-processes"));
  }

  private final Process process;
  private final Path log;

  private ChildJvm(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /**
   * Starts a process whose standard input and output belong to the caller.
   *
   * @param processors where it runs
   * @param classPath folders and jars, joined as the platform does
   * @param command system properties, the main class and its arguments
   * @param log where its error output goes
   */
  public static ChildJvm withPipes(
      Processors processors, String classPath, List<String> command, Path log) throws IOException {
    return start(builder(processors, classPath, command), log);
  }

  /** Starts a server; all its output goes to {@code log}. */
  public static ChildJvm server(
      Processors processors, String classPath, List<String> command, Path log) throws IOException {
    return start(builder(processors, classPath, command).redirectOutput(log.toFile()), log);
  }

  /** Starts another program; all its output goes to {@code log}. */
  static ChildJvm program(Processors processors, List<String> command, Path log)
      throws IOException {
    List<String> line = new ArrayList<>(processors.prefix());
    line.addAll(command);
    return start(new ProcessBuilder(line).redirectOutput(log.toFile()), log);
  }

  private static ProcessBuilder builder(
      Processors processors, String classPath, List<String> command) {
    List<String> line = new ArrayList<>(processors.prefix());
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(List.of("-Xms512m", "-Xmx512m", READABLE, "-classpath", classPath));
    line.addAll(command);
    return new ProcessBuilder(line);
  }

  private static ChildJvm start(ProcessBuilder builder, Path log) throws IOException {
    Files.createDirectories(log.toAbsolutePath().getParent());
    ChildJvm child = new ChildJvm(builder.redirectError(errors(builder, log)).start(), log);
    RUNNING.add(child);
    return child;
  }

  private static ProcessBuilder.Redirect errors(ProcessBuilder builder, Path log) {
    return builder.redirectOutput().file() == null
        ? ProcessBuilder.Redirect.to(log.toFile())
        : ProcessBuilder.Redirect.appendTo(log.toFile());
  }

  /** The class path of this process. */
  public static String ownClassPath() {
    return System.getProperty("java.class.path");
  }

  /** The process itself. */
  public Process process() {
    return process;
  }

  /** Fails, with the last lines of its output, if the process has ended. */
  public void requireRunning() throws IOException {
    if (!process.isAlive()) {
      List<String> lines = Files.readAllLines(log);
      throw new IOException(
          "A process ended with code "
              + process.exitValue()
              + ":\n"
              + String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size())));
    }
  }

  /** Processor time used so far, that of its own children included. */
  public Duration cpu() {
    return Stream.concat(Stream.of(process.toHandle()), process.descendants())
        .map(handle -> handle.info().totalCpuDuration().orElse(Duration.ZERO))
        .reduce(Duration.ZERO, Duration::plus);
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor(SECONDS_TO_END, TimeUnit.SECONDS);
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    } finally {
      RUNNING.remove(this);
    }
  }
}
