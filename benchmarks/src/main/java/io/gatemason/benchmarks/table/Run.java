package io.gatemason.benchmarks.table;

import java.nio.file.Path;
import java.time.Duration;

/**
 * The settings of a run.
 *
 * @param work a folder for whatever rows write
 * @param warmup how long each side of a load comparison runs before it counts
 * @param round how long one side is measured before it is the other's turn
 * @param rounds how many turns each side has
 * @param connections how many connections the load uses
 * @param springCloudGateway the folder with the peer's classes and libraries
 * @param shared the folder with public documents, which may be absent
 */
public record Run(
    Path work,
    Duration warmup,
    Duration round,
    int rounds,
    int connections,
    Path springCloudGateway,
    Path shared) {

  /** Reads the settings from the system properties that the module's pom sets. */
  public static Run fromSystemProperties() {
    return new Run(
        Path.of(text("benchmarks.work")),
        Duration.ofSeconds(number("benchmarks.warmupSeconds")),
        Duration.ofSeconds(number("benchmarks.roundSeconds")),
        number("benchmarks.rounds"),
        number("benchmarks.connections"),
        Path.of(text("benchmarks.springCloudGateway")),
        Path.of(text("gatemason.shared")));
  }

  /** The same with so many connections of the load. */
  public Run with(int loadConnections) {
    return new Run(work, warmup, round, rounds, loadConnections, springCloudGateway, shared);
  }

  private static String text(String name) {
    String value = System.getProperty(name);
    if (value == null) {
      throw new IllegalStateException("The system property " + name + " is not set");
    }
    return value;
  }

  private static int number(String name) {
    return Integer.parseInt(text(name));
  }
}
