package io.gatemason.benchmarks.template;

import io.gatemason.benchmarks.jmh.Allocation;
import io.gatemason.benchmarks.table.Goal;
import io.gatemason.benchmarks.table.Numbers;
import io.gatemason.benchmarks.table.Outcome;
import io.gatemason.benchmarks.table.Row;
import io.gatemason.benchmarks.table.Run;
import java.util.ArrayList;
import java.util.List;

/** What one rendering allocates, against Velocity, with the templates of the benchmark. */
public final class AllocationRow implements Row {
  private static final Goal GOAL = Goal.atMost(1.0 / 3);

  @Override
  public String id() {
    return "template-allocation";
  }

  @Override
  public List<Outcome> measure(Run run) {
    List<Outcome> outcomes = new ArrayList<>();
    for (TemplateCase each : TemplateCase.values()) {
      TemplateBenchmark benchmark = new TemplateBenchmark();
      benchmark.templateCase = each;
      benchmark.prepare();
      double ours = Allocation.bytes(benchmark, b -> b.compiled().length());
      double peer = Allocation.bytes(benchmark, b -> b.velocity().length());
      outcomes.add(
          Outcome.compared(
              "Allocation of a compiled template against Velocity, templateCase " + each,
              Numbers.text(ours) + " B",
              Numbers.text(peer) + " B",
              ours / peer,
              "",
              GOAL));
    }
    return outcomes;
  }
}
