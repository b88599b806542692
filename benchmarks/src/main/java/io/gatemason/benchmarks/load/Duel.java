package io.gatemason.benchmarks.load;

import io.gatemason.benchmarks.process.AllocationCounter;
import io.gatemason.benchmarks.process.ServerUnderTest;
import io.gatemason.benchmarks.table.Goal;
import io.gatemason.benchmarks.table.Numbers;
import io.gatemason.benchmarks.table.Outcome;
import io.gatemason.benchmarks.table.Run;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Two servers that take turns under the same load, so that whatever else the machine does hits
 * both. The ratio is the median over the turns of one side's throughput by the other's in the same
 * turn.
 */
public final class Duel {
  private static final int WARMUP_SLICES = 3;

  private final Run run;
  private final LoadProcess load;
  private final Path paths;
  private final Path peerPaths;
  private final Path body;

  /** Prepares a duel; the files are those of {@link LoadProcess#run}. */
  public Duel(Run run, LoadProcess load, Path paths, Path body) {
    this(run, load, paths, paths, body);
  }

  /** As above, with other requests to the peer. */
  public Duel(Run run, LoadProcess load, Path paths, Path peerPaths, Path body) {
    this.run = run;
    this.load = load;
    this.paths = paths;
    this.peerPaths = peerPaths;
    this.body = body;
  }

  /**
   * Warms both servers up and measures them.
   *
   * @throws IOException if any answer is not the expected one
   */
  public Outcome measure(String what, ServerUnderTest ours, ServerUnderTest peer, Goal goal)
      throws IOException {
    return measure(
        what, ours, peer, goal, (our, other, turn) -> our.perSecond[turn] / other.perSecond[turn]);
  }

  /** The same by the processor time that the servers use for an answer: the peer's by ours. */
  public Outcome measureProcessorTime(
      String what, ServerUnderTest ours, ServerUnderTest peer, Goal goal) throws IOException {
    return measure(
        what, ours, peer, goal, (our, other, turn) -> other.cpuMicros[turn] / our.cpuMicros[turn]);
  }

  /** What two warm servers allocate for an answer, in one more turn of each: ours by the peer's. */
  public Outcome measureAllocation(String what, ServerUnderTest ours, ServerUnderTest peer)
      throws IOException {
    double our = allocated(ours, paths);
    double other = allocated(peer, peerPaths);
    return Outcome.observed(
        what, Numbers.text(our) + " B", Numbers.text(other) + " B", our / other);
  }

  private double allocated(ServerUnderTest server, Path requests) throws IOException {
    try (AllocationCounter counter = server.allocations()) {
      long before = counter.bytes();
      LoadProcess.Round round = load(server, run.round(), requests);
      return (double) (counter.bytes() - before) / round.answers();
    }
  }

  private Outcome measure(
      String what, ServerUnderTest ours, ServerUnderTest peer, Goal goal, Ratio ratio)
      throws IOException {
    for (int i = 0; i < WARMUP_SLICES; i++) {
      load(ours, run.warmup().dividedBy(WARMUP_SLICES), paths);
      load(peer, run.warmup().dividedBy(WARMUP_SLICES), peerPaths);
    }
    Side ourSide = new Side(run.rounds());
    Side peerSide = new Side(run.rounds());
    double[] ratios = new double[run.rounds()];
    for (int i = 0; i < run.rounds(); i++) {
      measure(ours, paths, ourSide, i);
      measure(peer, peerPaths, peerSide, i);
      ratios[i] = ratio.of(ourSide, peerSide, i);
    }
    return Outcome.compared(
        what,
        ourSide.toString(),
        peerSide.toString(),
        Numbers.median(ratios),
        Numbers.spread(ratios),
        goal);
  }

  private void measure(ServerUnderTest server, Path requests, Side side, int turn)
      throws IOException {
    Duration before = server.cpu();
    LoadProcess.Round round = load(server, run.round(), requests);
    side.perSecond[turn] = round.perSecond();
    side.p99Millis[turn] = round.p99Micros() / 1e3;
    side.cpuMicros[turn] = server.cpu().minus(before).toNanos() / 1e3 / round.answers();
  }

  private LoadProcess.Round load(ServerUnderTest server, Duration duration, Path requests)
      throws IOException {
    return load.run(server.port(), duration, run.connections(), requests, body);
  }

  /** Ours by the peer's in a turn; above 1 where ours is better. */
  private interface Ratio {
    double of(Side ours, Side peer, int turn);
  }

  private static final class Side {
    private final double[] perSecond;
    private final double[] p99Millis;
    private final double[] cpuMicros;

    Side(int rounds) {
      perSecond = new double[rounds];
      p99Millis = new double[rounds];
      cpuMicros = new double[rounds];
    }

    @Override
    public String toString() {
      return "%s/s, p99 %s ms, CPU %s µs"
          .formatted(
              Numbers.text(Numbers.median(perSecond)),
              Numbers.text(Numbers.median(p99Millis)),
              Numbers.text(Numbers.median(cpuMicros)));
    }
  }
}
