package io.gatemason.benchmarks.load;

import io.gatemason.benchmarks.process.ChildJvm;
import io.gatemason.benchmarks.process.Processors;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The load generator's process, seen from the run. */
public final class LoadProcess implements AutoCloseable {
  /** Begins the first path of a load over TLS; the certificate is not looked at. */
  public static final String TLS = "tls ";

  private final ChildJvm jvm;
  private final Writer commands;
  private final BufferedReader answers;

  private LoadProcess(ChildJvm jvm) {
    this.jvm = jvm;
    this.commands = jvm.process().outputWriter();
    this.answers = jvm.process().inputReader();
  }

  /** Starts the process; its error output goes to {@code log}. */
  public static LoadProcess start(Processors processors, Path log) throws IOException {
    return new LoadProcess(
        ChildJvm.withPipes(
            processors, ChildJvm.ownClassPath(), List.of(LoadGenerator.class.getName()), log));
  }

  /**
   * What one round gave.
   *
   * @param perSecond answers per second
   * @param answers how many there were
   * @param p50Micros half of them took at most so long
   * @param p99Micros and nearly all of them so long
   */
  public record Round(double perSecond, long answers, long p50Micros, long p99Micros) {}

  /**
   * Loads a server.
   *
   * @param paths a file with one request path a line, requested in turn; header lines may follow a
   *     path, each behind a tab; {@link #TLS} may stand before the first
   * @param body a file with the body that every answer must have
   * @throws IOException if any answer is not status 200 with that body
   */
  public Round run(int port, Duration duration, int connections, Path paths, Path body)
      throws IOException {
    commands.write(
        String.join(
            "\t",
            String.valueOf(port),
            String.valueOf(duration.toMillis()),
            String.valueOf(connections),
            paths.toString(),
            body.toString() + "\n"));
    commands.flush();
    String line = answers.readLine();
    if (line == null || !line.startsWith("ok\t")) {
      jvm.requireRunning();
      throw new IOException("Load on port " + port + ": " + line);
    }
    String[] numbers = line.split("\t", -1);
    long count = Long.parseLong(numbers[1]);
    return new Round(
        count * 1e9 / Long.parseLong(numbers[2]),
        count,
        Long.parseLong(numbers[3]),
        Long.parseLong(numbers[4]));
  }

  @Override
  public void close() {
    jvm.close();
  }
}
