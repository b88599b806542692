package io.gatemason.benchmarks.schema;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatemason.benchmarks.jmh.Allocation;
import io.gatemason.benchmarks.table.Goal;
import io.gatemason.benchmarks.table.Numbers;
import io.gatemason.benchmarks.table.Outcome;
import io.gatemason.benchmarks.table.Row;
import io.gatemason.benchmarks.table.Run;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What one validation allocates, against networknt json-schema-validator. Leaves the schemas and
 * bodies in a folder, for engines that are no Java.
 */
public final class SchemaAllocationRow implements Row {
  private static final Goal GOAL = Goal.atMost(1.0 / 5);

  @Override
  public String id() {
    return "schema-allocation";
  }

  @Override
  public List<Outcome> measure(Run run) throws IOException {
    Path folder = Files.createDirectories(run.work().resolve("schema-cases"));
    List<Outcome> outcomes = new ArrayList<>();
    for (SchemaCase each : SchemaCase.values()) {
      Files.write(folder.resolve(each + ".json"), file(each));
      SchemaBenchmark benchmark = new SchemaBenchmark();
      benchmark.schemaCase = each;
      benchmark.prepare();
      double ours = Allocation.bytes(benchmark, b -> b.compiled() ? 2 : 1);
      double peer = Allocation.bytes(benchmark, b -> b.networknt() ? 2 : 1);
      outcomes.add(
          Outcome.compared(
              "Allocation of a compiled JSON Schema against networknt, schemaCase " + each,
              Numbers.text(ours) + " B",
              Numbers.text(peer) + " B",
              ours / peer,
              "",
              GOAL));
    }
    return outcomes;
  }

  private static byte[] file(SchemaCase each) throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    ObjectNode file = mapper.createObjectNode().put("name", each.name()).put("valid", each.valid());
    file.set("schema", each.schema());
    file.put("body", new String(each.body(), StandardCharsets.UTF_8));
    return mapper.writeValueAsBytes(file);
  }
}
