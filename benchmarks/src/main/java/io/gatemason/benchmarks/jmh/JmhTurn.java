package io.gatemason.benchmarks.jmh;

import io.gatemason.benchmarks.table.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * One run of some methods of a benchmark, each combination of parameters in a process of its own.
 *
 * @param id the row
 * @param benchmark the class with the methods
 * @param methods their names
 * @param warmups seconds that each process runs before it counts
 */
record JmhTurn(String id, Class<?> benchmark, List<String> methods, int warmups) {
  private static final int MEASUREMENTS = 4;

  /** Times per call in nanoseconds; the log goes to the work folder. */
  Collection<RunResult> run(Run run, List<String> flags, int turn)
      throws RunnerException, IOException {
    Path log = Files.createDirectories(run.work()).resolve("jmh-" + id + "-" + turn + ".log");
    return new Runner(
            new OptionsBuilder()
                .include("\\Q" + benchmark.getName() + "\\E\\.(" + String.join("|", methods) + ")$")
                .mode(Mode.AverageTime)
                .timeUnit(TimeUnit.NANOSECONDS)
                .forks(1)
                .warmupIterations(warmups)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(MEASUREMENTS)
                .measurementTime(TimeValue.seconds(1))
                .jvmArgsAppend(flags.toArray(String[]::new))
                .shouldFailOnError(true)
                .output(log.toString())
                .build())
        .run();
  }
}
