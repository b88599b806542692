package io.gatemason.benchmarks;

import io.gatemason.benchmarks.table.Outcome;
import io.gatemason.benchmarks.table.Row;
import io.gatemason.benchmarks.table.Run;
import io.gatemason.benchmarks.table.Table;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Measures the selected rows and prints them as one table. */
public final class Benchmarks {
  private Benchmarks() {}

  /**
   * Runs. The process fails if a measurement does; a goal that is missed is said in the table.
   *
   * @param args none: options are system properties
   */
  public static void main(String[] args) throws Exception {
    Run run = Run.fromSystemProperties();
    List<Outcome> outcomes = new ArrayList<>();
    long start = System.nanoTime();
    for (Row row : selected(System.getProperty("benchmarks.rows", "all"))) {
      System.out.println("Measuring " + row.id() + " …");
      List<Outcome> measured = row.measure(run);
      measured.forEach(
          outcome -> System.out.println("  " + outcome.ratio() + " " + outcome.ours()));
      outcomes.addAll(measured);
    }
    String table = Table.of(outcomes);
    Path file = Files.createDirectories(run.work()).resolve("table.md");
    Files.writeString(file, table);
    System.out.printf("%n%s%n", table);
    System.out.println(
        "Java %s, %d processors, %d s; also in %s"
            .formatted(
                Runtime.version(),
                Runtime.getRuntime().availableProcessors(),
                Duration.ofNanos(System.nanoTime() - start).toSeconds(),
                file));
  }

  private static List<Row> selected(String option) {
    if (option.equals("all")) {
      return Rows.all();
    }
    Set<String> wanted = new LinkedHashSet<>(Arrays.asList(option.split(",", -1)));
    List<Row> rows = Rows.all().stream().filter(row -> wanted.remove(row.id())).toList();
    if (!wanted.isEmpty()) {
      throw new IllegalArgumentException(
          "No rows "
              + wanted
              + "; there are "
              + Rows.all().stream().map(Row::id).collect(Collectors.joining(", ")));
    }
    return rows;
  }
}
