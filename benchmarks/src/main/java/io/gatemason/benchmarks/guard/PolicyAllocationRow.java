package io.gatemason.benchmarks.guard;

import io.gatemason.benchmarks.jmh.Allocation;
import io.gatemason.benchmarks.table.Goal;
import io.gatemason.benchmarks.table.Outcome;
import io.gatemason.benchmarks.table.Row;
import io.gatemason.benchmarks.table.Run;
import java.util.List;

/** What one judgement of {@link PolicyBenchmark} allocates: nothing. */
public final class PolicyAllocationRow implements Row {
  /** Less than one object in a hundred judgements: the counter itself allocates a little. */
  private static final Goal GOAL = new Goal(0.2, false, " B");

  @Override
  public String id() {
    return "policy-allocation";
  }

  @Override
  public List<Outcome> measure(Run run) {
    PolicyBenchmark benchmark = new PolicyBenchmark();
    benchmark.setUp();
    double bytes = Allocation.bytes(benchmark, b -> b.judge().allows() ? 2 : 1);
    return List.of(
        Outcome.absolute("Allocation of a judgement of five statements", bytes, "", GOAL));
  }
}
