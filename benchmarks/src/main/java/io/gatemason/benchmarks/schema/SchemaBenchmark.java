package io.gatemason.benchmarks.schema;

import com.networknt.schema.OutputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
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
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * Bytes to verdict: a generated model against networknt json-schema-validator with its schema
 * loaded, reading the body with a shared mapper and stopping at the first failure.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class SchemaBenchmark {

  /** What is validated. */
  @Param public SchemaCase schemaCase = SchemaCase.PET;

  private final ObjectMapper mapper = new JsonMapper();
  private byte[] body = new byte[0];
  private Predicate<byte[]> compiled = bytes -> false;
  private Schema interpreted =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema("{}");

  /** Prepares both sides and makes sure that they agree. */
  @Setup
  public void prepare() {
    body = schemaCase.body();
    compiled = CompiledSchema.load(schemaCase.schema());
    interpreted =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(schemaCase.schema().toString());
    if (compiled() != schemaCase.valid() || networknt() != schemaCase.valid()) {
      throw new IllegalStateException("wrong verdict on " + schemaCase);
    }
  }

  /** The generated model. */
  @Benchmark
  public boolean compiled() {
    return compiled.test(body);
  }

  /** The interpreter. */
  @Benchmark
  public boolean networknt() {
    return interpreted.validate(mapper.readTree(body), OutputFormat.BOOLEAN);
  }
}
