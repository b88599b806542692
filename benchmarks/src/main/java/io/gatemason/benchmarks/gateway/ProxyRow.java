package io.gatemason.benchmarks.gateway;

import io.gatemason.benchmarks.load.Duel;
import io.gatemason.benchmarks.load.LoadProcess;
import io.gatemason.benchmarks.peer.Backend;
import io.gatemason.benchmarks.peer.BareProxy;
import io.gatemason.benchmarks.process.Processors;
import io.gatemason.benchmarks.process.ServerUnderTest;
import io.gatemason.benchmarks.table.Goal;
import io.gatemason.benchmarks.table.Outcome;
import io.gatemason.benchmarks.table.Row;
import io.gatemason.benchmarks.table.Run;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeoutException;

/** An http_proxy method against a proxy written by hand, in front of the same backend. */
public final class ProxyRow implements Row {
  private final boolean apart;

  private ProxyRow(boolean apart) {
    this.apart = apart;
  }

  /** On the processors that load and backend use too. */
  public static Row beside() {
    return new ProxyRow(false);
  }

  /** Each gateway alone on one processor, load and backend on the others. */
  public static Row apart() {
    return new ProxyRow(true);
  }

  @Override
  public String id() {
    return apart ? "proxy-apart" : "proxy";
  }

  @Override
  public List<Outcome> measure(Run run) throws IOException, TimeoutException {
    String what =
        "`http_proxy` against a bare Helidon proxy" + (apart ? ", each on its own processor" : "");
    if (apart && !Processors.canBeSplit()) {
      return List.of(Outcome.skipped(what, Processors.SPLIT_NEEDS));
    }
    Gateways gateways = apart ? Gateways.apart(run, id()) : Gateways.of(run, id());
    try (ServerUnderTest backend = gateways.backend(Backend.class);
        ServerUnderTest ours = gateways.generated(OrdersDocuments.proxies(1, backend.port()));
        ServerUnderTest peer =
            gateways.own("bare", BareProxy.class, String.valueOf(backend.port()));
        LoadProcess load = gateways.load()) {
      Duel duel = gateways.ofProxies(load, 1, backend.port());
      return List.of(
          duel.measure(what, ours, peer, Goal.atLeast(1.45)),
          duel.measureAllocation("Allocation of `http_proxy` for an answer", ours, peer));
    }
  }
}
