package io.gatemason.benchmarks.template;

import io.gatemason.runtime.template.Overrides;
import io.gatemason.runtime.template.TemplateInput;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Values to text: a compiled template against Velocity with the template parsed. Both read a
 * payload that was parsed before, with the same reader: its cost is not the template's.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class TemplateBenchmark {

  /** What is rendered. */
  @Param public TemplateCase templateCase = TemplateCase.CONSTANT;

  private TemplateInput input = TemplateInput.of(new FixedSource("{}"), new Overrides());
  private CompiledTemplate.Renderer compiled = unused -> "";
  private VelocityTemplate interpreted = new VelocityTemplate("");

  /** Prepares both sides and makes sure that they agree. */
  @Setup
  public void prepare() {
    input = TemplateInput.of(new FixedSource(templateCase.body()), new Overrides());
    compiled = CompiledTemplate.load(templateCase.template());
    interpreted = new VelocityTemplate(templateCase.template());
    if (!compiled().equals(velocity())) {
      throw new IllegalStateException(compiled() + "\n is not \n" + velocity());
    }
  }

  /** The compiled template. */
  @Benchmark
  public String compiled() {
    return compiled.render(input);
  }

  /** The interpreter. */
  @Benchmark
  public String velocity() {
    return interpreted.render(input);
  }
}
