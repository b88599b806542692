package io.gatemason.benchmarks.gateway;

import io.gatemason.benchmarks.load.Duel;
import io.gatemason.benchmarks.load.LoadProcess;
import io.gatemason.benchmarks.peer.Backend;
import io.gatemason.benchmarks.process.Processors;
import io.gatemason.benchmarks.process.ServerUnderTest;
import io.gatemason.benchmarks.table.Goal;
import io.gatemason.benchmarks.table.Outcome;
import io.gatemason.benchmarks.table.Row;
import io.gatemason.benchmarks.table.Run;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeoutException;

/**
 * http_proxy methods against the same routes of Spring Cloud Gateway in front of the same backend.
 * Each gateway is alone on one processor: load and backend cost about as much per request as the
 * generated gateway does, and on the same processors they would be most of what is compared. A
 * second line shows both after as much load again, since the peer's code is still being compiled
 * when the first one begins.
 */
public final class SpringCloudGatewayRow implements Row {
  private final int routes;
  private final Goal goal;

  /** Compares gateways with so many routes; the goal is the ratio of the first line. */
  public SpringCloudGatewayRow(int routes, double goal) {
    this.routes = routes;
    this.goal = Goal.atLeast(goal);
  }

  @Override
  public String id() {
    return "spring-cloud-gateway-" + routes;
  }

  @Override
  public List<Outcome> measure(Run run) throws IOException, TimeoutException {
    String what = "`http_proxy` against Spring Cloud Gateway, routes: " + routes;
    if (!Processors.canBeSplit()) {
      return List.of(Outcome.skipped(what, Processors.SPLIT_NEEDS));
    }
    Gateways gateways = Gateways.apart(run, id());
    try (ServerUnderTest backend = gateways.backend(Backend.class);
        ServerUnderTest ours = gateways.generated(OrdersDocuments.proxies(routes, backend.port()));
        ServerUnderTest other = gateways.springCloudGateway(routes, backend.port());
        LoadProcess load = gateways.load()) {
      Duel duel = gateways.ofProxies(load, routes, backend.port());
      return List.of(
          duel.measure(what, ours, other, goal),
          duel.measure(what + ", later", ours, other, goal).withoutGoal());
    }
  }
}
