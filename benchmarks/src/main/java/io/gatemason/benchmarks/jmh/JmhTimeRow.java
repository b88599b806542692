package io.gatemason.benchmarks.jmh;

import io.gatemason.benchmarks.table.Goal;
import io.gatemason.benchmarks.table.Numbers;
import io.gatemason.benchmarks.table.Outcome;
import io.gatemason.benchmarks.table.Row;
import io.gatemason.benchmarks.table.Run;
import java.util.List;

/**
 * A JMH benchmark whose time per call has a goal of its own, without a peer.
 *
 * @param id its name in the option {@code benchmarks.rows}
 * @param what what is measured
 * @param benchmark the class with the benchmark method
 * @param method the method
 * @param mostNanos how long a call may take
 */
public record JmhTimeRow(
    String id, String what, Class<?> benchmark, String method, double mostNanos) implements Row {

  @Override
  public List<Outcome> measure(Run run) throws Exception {
    JmhTurn turn = new JmhTurn(id, benchmark, List.of(method), JmhRow.WARMUPS);
    double[] times = new double[JmhRow.TURNS];
    for (int i = 0; i < times.length; i++) {
      times[i] = turn.run(run, List.of(), i).iterator().next().getPrimaryResult().getScore();
    }
    return List.of(
        Outcome.absolute(
            what, Numbers.median(times), Numbers.spread(times), new Goal(mostNanos, false, " ns")));
  }
}
