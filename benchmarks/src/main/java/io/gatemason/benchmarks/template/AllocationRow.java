package io.gatemason.benchmarks.template;

import com.sun.management.ThreadMXBean;
import io.gatemason.benchmarks.table.Goal;
import io.gatemason.benchmarks.table.Numbers;
import io.gatemason.benchmarks.table.Outcome;
import io.gatemason.benchmarks.table.Row;
import io.gatemason.benchmarks.table.Run;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** What one rendering allocates, against Velocity, with the templates of the benchmark. */
public final class AllocationRow implements Row {
  private static final int WARMUPS = 20_000;
  private static final int RENDERINGS = 10_000;
  private static final Goal GOAL = Goal.atMost(1.0 / 3);

  private long characters;

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
      double ours = bytes(benchmark::compiled);
      double peer = bytes(benchmark::velocity);
      outcomes.add(
          Outcome.compared(
              "Allocation of a compiled template against Velocity, templateCase " + each,
              Numbers.text(ours) + " B",
              Numbers.text(peer) + " B",
              ours / peer,
              "",
              GOAL));
    }
    if (characters == 0) {
      throw new IllegalStateException("nothing was rendered");
    }
    return outcomes;
  }

  private double bytes(Supplier<String> rendering) {
    render(rendering, WARMUPS);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    render(rendering, RENDERINGS);
    return (double) (threads.getCurrentThreadAllocatedBytes() - before) / RENDERINGS;
  }

  private void render(Supplier<String> rendering, int times) {
    for (int i = 0; i < times; i++) {
      characters += rendering.get().length();
    }
  }
}
