package io.gatemason.benchmarks.generation;

import io.gatemason.benchmarks.process.ChildJvm;
import io.gatemason.benchmarks.process.Processors;
import io.gatemason.benchmarks.table.Goal;
import io.gatemason.benchmarks.table.Numbers;
import io.gatemason.benchmarks.table.Outcome;
import io.gatemason.benchmarks.table.Row;
import io.gatemason.benchmarks.table.Run;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** What generating and compiling a large document takes. */
public final class GenerationRow implements Row {
  private static final int TURNS = 4;

  private final int operations;
  private final double generationSeconds;
  private final double compilationSeconds;

  /** Measures a document of so many operations; the seconds are the goals. */
  public GenerationRow(int operations, double generationSeconds, double compilationSeconds) {
    this.operations = operations;
    this.generationSeconds = generationSeconds;
    this.compilationSeconds = compilationSeconds;
  }

  @Override
  public String id() {
    return "generation-" + operations;
  }

  @Override
  public List<Outcome> measure(Run run) throws IOException {
    double[] generation = new double[TURNS];
    double[] compilation = new double[TURNS];
    double[] unchanged = new double[TURNS];
    List<String> command =
        List.of(
            GenerationProbe.class.getName(),
            run.work().resolve(id()).toString(),
            String.valueOf(TURNS),
            String.valueOf(operations));
    Path log = run.work().resolve(id() + ".log");
    try (ChildJvm probe =
            ChildJvm.withPipes(Processors.ALL, ChildJvm.ownClassPath(), command, log);
        BufferedReader lines = probe.process().inputReader()) {
      for (int turn = 0; turn < TURNS; turn++) {
        String line = lines.readLine();
        if (line == null) {
          throw new IOException("The generator's process ended, see " + log);
        }
        String[] millis = line.split(" ", -1);
        generation[turn] = Double.parseDouble(millis[0]) / 1e3;
        compilation[turn] = Double.parseDouble(millis[1]) / 1e3;
        unchanged[turn] = Double.parseDouble(millis[2]) / 1e3;
      }
    }
    return List.of(
        outcome("Generate %,d operations", generation, generationSeconds),
        outcome("Compile %,d generated operations", compilation, compilationSeconds),
        outcome("Generate %,d operations that are unchanged", unchanged, 0.3));
  }

  private Outcome outcome(String what, double[] seconds, double goal) {
    return Outcome.absolute(
        what.formatted(operations),
        Numbers.median(seconds),
        "first " + Numbers.text(seconds[0]) + ", " + Numbers.spread(seconds),
        Goal.atMostSeconds(goal));
  }
}
