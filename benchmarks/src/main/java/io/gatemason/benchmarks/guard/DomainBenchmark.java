package io.gatemason.benchmarks.guard;

import io.gatemason.benchmarks.jmh.JmhRow;
import io.gatemason.benchmarks.table.Goal;
import io.gatemason.benchmarks.table.Row;
import io.gatemason.runtime.client.RequestFields;
import io.gatemason.runtime.domain.CustomDomain;
import io.gatemason.runtime.domain.DomainTable;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * From the host and path of a request to the API and its stage, by the mappings of a custom domain.
 * Requests are the same for both numbers of domains, to ten of them, with new texts each time. Half
 * of the domains are wildcards.
 */
@State(Scope.Thread)
@SuppressWarnings("NullAway.Init") // JMH calls setUp before anything else.
public class DomainBenchmark {
  private static final int REQUESTED = 10;
  private static final String PATH = "/orders/4711";
  private static final RequestFields NO_FIELDS = new NoFields();

  /** How many domains there are. */
  @Param({"10", "1000"})
  public int domains;

  private DomainTable table;
  private final byte[][] hosts = new byte[REQUESTED][];
  private int next;

  /** The row of this benchmark. */
  public static Row row() {
    return new JmhRow(
        "domains",
        "API and stage of a request to one of 1,000 domains against 10",
        DomainBenchmark.class,
        new JmhRow.Side("find", Map.of("domains", "1000")),
        new JmhRow.Side("find", Map.of("domains", "10")),
        JmhRow.Ratio.TIME,
        Goal.atMost(1.1),
        4,
        run -> List.of());
  }

  /** Makes the domains and proves that each request finds its own API. */
  @Setup
  public void setUp() {
    table =
        DomainTable.of(
            IntStream.range(0, domains)
                .mapToObj(
                    i ->
                        CustomDomain.of((i % 2 == 0 ? "api" : "*") + ".customer-" + i + ".example")
                            .mapping("orders", "orders-" + i, "prod")
                            .mapping("pets", "pets", "prod"))
                .toList());
    for (int i = 0; i < REQUESTED; i++) {
      hosts[i] = ("api.customer-" + i + ".example").getBytes(StandardCharsets.ISO_8859_1);
      DomainTable.Target found = find();
      if (found == null || !found.apiId().equals("orders-" + i)) {
        throw new IllegalStateException(new String(hosts[i], StandardCharsets.ISO_8859_1));
      }
    }
  }

  /** One look-up. */
  @Benchmark
  public DomainTable.@Nullable Target find() {
    byte[] host = hosts[next];
    next = next + 1 == REQUESTED ? 0 : next + 1;
    DomainTable.DomainRoutes routes = table.find(new String(host, StandardCharsets.ISO_8859_1));
    return routes == null ? null : routes.find(PATH, NO_FIELDS);
  }

  private static final class NoFields implements RequestFields {
    @Override
    public int count() {
      return 0;
    }

    @Override
    public String name(int index) {
      throw new IndexOutOfBoundsException(index);
    }

    @Override
    public String value(int index) {
      throw new IndexOutOfBoundsException(index);
    }

    @Override
    public int find(String name, int from) {
      return -1;
    }
  }
}
