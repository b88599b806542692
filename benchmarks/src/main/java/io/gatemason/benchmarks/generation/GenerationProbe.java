package io.gatemason.benchmarks.generation;

import io.gatemason.generator.GenerationResult;
import io.gatemason.maven.incremental.LastRun;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A process that generates and compiles the synthetic document several times, as a Maven that is
 * kept alive does. Each line of its output is what one turn took in milliseconds: {@code generation
 * compilation unchanged}.
 */
final class GenerationProbe {
  private GenerationProbe() {}

  /**
   * Measures.
   *
   * @param args the folder to work in, the number of turns, the number of operations
   */
  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    int operations = Integer.parseInt(args[2]);
    for (int turn = 0; turn < Integer.parseInt(args[1]); turn++) {
      GeneratedService service =
          GeneratedService.of(folder, "synthetic", SyntheticDocument.text(operations));
      long start = System.nanoTime();
      GenerationResult result = service.generate();
      long generated = System.nanoTime();
      service.compile();
      long compiled = System.nanoTime();
      if (result.documents().get(0).operations() != operations) {
        throw new IllegalStateException("Not all operations: " + result.documents());
      }
      System.out.printf(
          "%d %d %d%n",
          (generated - start) / 1_000_000,
          (compiled - generated) / 1_000_000,
          unchangedMillis(folder, service, result));
    }
  }

  /** What the goal {@code generate} does where nothing has changed since its last run. */
  private static long unchangedMillis(
      Path folder, GeneratedService service, GenerationResult result) throws IOException {
    LastRun lastRun =
        new LastRun(folder.resolve("last-run"), service.document(), service.sources(), "");
    lastRun.save(result.inputs(), "nothing to do");
    long start = System.nanoTime();
    if (lastRun.unchanged().isEmpty()) {
      throw new IllegalStateException("Unchanged input counts as changed");
    }
    return (System.nanoTime() - start) / 1_000_000;
  }
}
