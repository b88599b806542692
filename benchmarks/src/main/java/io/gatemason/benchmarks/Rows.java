package io.gatemason.benchmarks;

import io.gatemason.benchmarks.gateway.FeatureRows;
import io.gatemason.benchmarks.gateway.FirstAnswerRow;
import io.gatemason.benchmarks.gateway.FunctionRow;
import io.gatemason.benchmarks.gateway.HttpApiRows;
import io.gatemason.benchmarks.gateway.ManyKeysRow;
import io.gatemason.benchmarks.gateway.MockRow;
import io.gatemason.benchmarks.gateway.NginxRow;
import io.gatemason.benchmarks.gateway.ProxyRow;
import io.gatemason.benchmarks.gateway.RemoteFunctionRow;
import io.gatemason.benchmarks.gateway.SharedLimitsRow;
import io.gatemason.benchmarks.gateway.SocketRow;
import io.gatemason.benchmarks.gateway.SpringCloudGatewayRow;
import io.gatemason.benchmarks.gateway.StartRow;
import io.gatemason.benchmarks.gateway.TlsProxyRow;
import io.gatemason.benchmarks.generation.CorpusRow;
import io.gatemason.benchmarks.generation.GenerationRow;
import io.gatemason.benchmarks.guard.DomainBenchmark;
import io.gatemason.benchmarks.guard.KeyBenchmark;
import io.gatemason.benchmarks.guard.PolicyAllocationRow;
import io.gatemason.benchmarks.guard.PolicyBenchmark;
import io.gatemason.benchmarks.guard.TokenBenchmark;
import io.gatemason.benchmarks.jmh.JmhRow;
import io.gatemason.benchmarks.jmh.JmhTimeRow;
import io.gatemason.benchmarks.route.RouteMatchBenchmark;
import io.gatemason.benchmarks.schema.SchemaAllocationRow;
import io.gatemason.benchmarks.schema.SchemaBenchmark;
import io.gatemason.benchmarks.table.Row;
import io.gatemason.benchmarks.template.AllocationRow;
import io.gatemason.benchmarks.template.TemplateBenchmark;
import java.util.ArrayList;
import java.util.List;

/** The rows of a run, in the order of the table. */
final class Rows {
  private Rows() {}

  /** All of them. A JMH benchmark with two methods is one line: {@code JmhRow.faster(...)}. */
  static List<Row> all() {
    List<Row> rows = new ArrayList<>(withoutFeatures());
    rows.addAll(FeatureRows.all());
    rows.add(new ManyKeysRow());
    rows.add(new SharedLimitsRow());
    rows.add(SocketRow.echo());
    rows.add(SocketRow.fanOut());
    rows.addAll(HttpApiRows.all());
    return rows;
  }

  private static List<Row> withoutFeatures() {
    return List.of(
        new MockRow(),
        ProxyRow.beside(),
        ProxyRow.apart(),
        new TlsProxyRow(),
        NginxRow.beside(),
        NginxRow.apart(),
        new FunctionRow(),
        new RemoteFunctionRow(),
        new StartRow(),
        new FirstAnswerRow(),
        new SpringCloudGatewayRow(1, 2),
        new SpringCloudGatewayRow(500, 4),
        RouteMatchBenchmark.row(),
        DomainBenchmark.row(),
        KeyBenchmark.row(),
        new JmhTimeRow(
            "policy",
            "A judgement of a resource policy of five statements",
            PolicyBenchmark.class,
            "judge",
            1_000),
        new PolicyAllocationRow(),
        TokenBenchmark.row(),
        JmhRow.faster(
            "schemas",
            "Compiled JSON Schema against networknt json-schema-validator",
            SchemaBenchmark.class,
            "compiled",
            "networknt",
            5),
        new SchemaAllocationRow(),
        JmhRow.faster(
            "templates",
            "Compiled mapping template against Velocity",
            TemplateBenchmark.class,
            "compiled",
            "velocity",
            5),
        new AllocationRow(),
        new GenerationRow(1_000, 5, 10),
        new GenerationRow(5_000, 5, 15),
        new CorpusRow());
  }
}
