package io.gatemason.benchmarks.gateway;

import io.gatemason.benchmarks.load.Answer;
import io.gatemason.benchmarks.load.Duel;
import io.gatemason.benchmarks.load.LoadProcess;
import io.gatemason.benchmarks.peer.Backend;
import io.gatemason.benchmarks.peer.BareProxy;
import io.gatemason.benchmarks.process.ServerUnderTest;
import io.gatemason.benchmarks.table.Goal;
import io.gatemason.benchmarks.table.Outcome;
import io.gatemason.benchmarks.table.Row;
import io.gatemason.benchmarks.table.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;

/** An http_proxy method against another proxy in front of the same backend. */
public final class ProxyRow implements Row {
  private final String id;
  private final String what;
  private final int routes;
  private final Peer peer;
  private final Goal goal;

  private ProxyRow(String id, String what, int routes, Peer peer, Goal goal) {
    this.id = id;
    this.what = what;
    this.routes = routes;
    this.peer = peer;
    this.goal = goal;
  }

  private interface Peer {
    ServerUnderTest start(Gateways gateways, int routes, int backendPort)
        throws IOException, TimeoutException;
  }

  /** Against a proxy written by hand. */
  public static Row bare() {
    return new ProxyRow(
        "proxy", "`http_proxy` against a bare Helidon proxy", 1, new BarePeer(), Goal.atLeast(0.9));
  }

  /** Against Spring Cloud Gateway with so many routes. */
  public static Row springCloudGateway(int routes, double goal) {
    return new ProxyRow(
        "spring-cloud-gateway-" + routes,
        "`http_proxy` against Spring Cloud Gateway, routes: " + routes,
        routes,
        new SpringPeer(),
        Goal.atLeast(goal));
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public List<Outcome> measure(Run run) throws IOException, TimeoutException {
    Gateways gateways = new Gateways(run, id);
    try (ServerUnderTest backend = gateways.own("backend", Backend.class);
        ServerUnderTest ours = gateways.generated(OrdersDocuments.proxies(routes, backend.port()));
        ServerUnderTest other = peer.start(gateways, routes, backend.port());
        LoadProcess load = LoadProcess.start(gateways.folder().resolve("load.log"))) {
      List<String> requests = OrdersDocuments.paths(routes);
      Path paths = Files.write(gateways.folder().resolve("paths.txt"), requests);
      byte[] answered = Answer.of(backend.port(), requests.get(0)).body();
      Path body = Files.write(gateways.folder().resolve("body"), answered);
      return List.of(new Duel(run, load, paths, body).measure(what, ours, other, goal));
    }
  }

  private static final class BarePeer implements Peer {
    @Override
    public ServerUnderTest start(Gateways gateways, int routes, int backendPort)
        throws IOException, TimeoutException {
      return gateways.own("bare", BareProxy.class, String.valueOf(backendPort));
    }
  }

  private static final class SpringPeer implements Peer {
    @Override
    public ServerUnderTest start(Gateways gateways, int routes, int backendPort)
        throws IOException, TimeoutException {
      Path configuration = gateways.folder().resolve("application.yaml");
      Files.writeString(configuration, OrdersDocuments.springCloudGateway(routes, backendPort));
      return gateways.springCloudGateway(configuration);
    }
  }
}
