package io.gatemason.benchmarks.jmh;

import io.gatemason.benchmarks.table.Goal;
import io.gatemason.benchmarks.table.Numbers;
import io.gatemason.benchmarks.table.Outcome;
import io.gatemason.benchmarks.table.Row;
import io.gatemason.benchmarks.table.Run;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.RunResult;

/**
 * Two sides of a JMH benchmark. They take turns, each turn in a process of its own; every
 * combination of parameters that is not part of a side gives a line.
 *
 * @param id its name in the option {@code benchmarks.rows}
 * @param what what is compared
 * @param benchmark the class with the benchmark methods
 * @param ours our side
 * @param peer what it is held against
 * @param ratio how the goal's number comes of the times per call
 * @param goal the goal of that number
 * @param warmups seconds that each process runs before it counts
 * @param preparation what is done before, in this process
 */
public record JmhRow(
    String id,
    String what,
    Class<?> benchmark,
    Side ours,
    Side peer,
    Ratio ratio,
    Goal goal,
    int warmups,
    Preparation preparation)
    implements Row {
  static final int TURNS = 3;
  static final int WARMUPS = 4;

  /**
   * One side of a comparison.
   *
   * @param method the benchmark method
   * @param parameters values of parameters that make up the side; may be empty
   */
  public record Side(String method, Map<String, String> parameters) {}

  /** How two times per call make a ratio. */
  public enum Ratio {
    /** Ours by the peer's: at most so many times as long. */
    TIME {
      @Override
      double of(double ours, double peer) {
        return ours / peer;
      }
    },
    /** The peer's by ours: at least so many times as fast. */
    SPEED {
      @Override
      double of(double ours, double peer) {
        return peer / ours;
      }
    };

    abstract double of(double ours, double peer);
  }

  /** Work before the benchmark. */
  @FunctionalInterface
  public interface Preparation {
    /**
     * Prepares files.
     *
     * @return flags for the benchmark's processes
     */
    List<String> flags(Run run) throws Exception;
  }

  /** A row whose sides are two methods of the class; the first is to be so many times as fast. */
  public static JmhRow faster(
      String id, String what, Class<?> benchmark, String ours, String peer, double times) {
    return new JmhRow(
        id,
        what,
        benchmark,
        new Side(ours, Map.of()),
        new Side(peer, Map.of()),
        Ratio.SPEED,
        Goal.atLeast(times),
        WARMUPS,
        run -> List.of());
  }

  @Override
  public List<Outcome> measure(Run run) throws Exception {
    List<String> flags = preparation.flags(run);
    Map<String, double[]> ourTimes = new LinkedHashMap<>();
    Map<String, double[]> peerTimes = new LinkedHashMap<>();
    JmhTurn turns = new JmhTurn(id, benchmark, List.of(ours.method(), peer.method()), warmups);
    for (int turn = 0; turn < TURNS; turn++) {
      for (RunResult result : turns.run(run, flags, turn)) {
        record(ours, result, turn, ourTimes);
        record(peer, result, turn, peerTimes);
      }
    }
    if (ourTimes.isEmpty() || !ourTimes.keySet().equals(peerTimes.keySet())) {
      throw new IllegalStateException(
          benchmark + ": " + ourTimes.keySet() + " against " + peerTimes.keySet());
    }
    List<Outcome> outcomes = new ArrayList<>();
    ourTimes.forEach(
        (label, times) ->
            outcomes.add(outcome(label, times, Objects.requireNonNull(peerTimes.get(label)))));
    return outcomes;
  }

  private static void record(Side side, RunResult result, int turn, Map<String, double[]> times) {
    BenchmarkParams params = result.getParams();
    boolean matches = params.getBenchmark().endsWith("." + side.method());
    List<String> label = new ArrayList<>();
    for (String key : params.getParamsKeys()) {
      String expected = side.parameters().get(key);
      if (expected == null) {
        label.add(key + " " + params.getParam(key));
      } else {
        matches &= expected.equals(params.getParam(key));
      }
    }
    if (matches) {
      times.computeIfAbsent(String.join(", ", label), unused -> new double[TURNS])[turn] =
          result.getPrimaryResult().getScore();
    }
  }

  private Outcome outcome(String label, double[] ourTimes, double[] peerTimes) {
    double[] ratios = new double[TURNS];
    for (int i = 0; i < TURNS; i++) {
      ratios[i] = ratio.of(ourTimes[i], peerTimes[i]);
    }
    return Outcome.compared(
        label.isEmpty() ? what : what + ", " + label,
        Numbers.text(Numbers.median(ourTimes)) + " ns",
        Numbers.text(Numbers.median(peerTimes)) + " ns",
        Numbers.median(ratios),
        Numbers.spread(ratios),
        goal);
  }
}
