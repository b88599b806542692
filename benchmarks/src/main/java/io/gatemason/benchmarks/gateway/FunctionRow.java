package io.gatemason.benchmarks.gateway;

import io.gatemason.benchmarks.load.Answer;
import io.gatemason.benchmarks.load.Duel;
import io.gatemason.benchmarks.load.LoadProcess;
import io.gatemason.benchmarks.peer.BareOrders;
import io.gatemason.benchmarks.peer.OrderFunction;
import io.gatemason.benchmarks.process.ServerUnderTest;
import io.gatemason.benchmarks.table.Goal;
import io.gatemason.benchmarks.table.Outcome;
import io.gatemason.benchmarks.table.Row;
import io.gatemason.benchmarks.table.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;

/** A Java function in the gateway's own process against a bare handler that does its work. */
public final class FunctionRow implements Row {
  private final String id;
  private final String what;
  private final String document;
  private final Map<String, String> functions;

  /** The function of a REST API. */
  public FunctionRow() {
    this(
        "function",
        "`aws_proxy` to a Java function in process against a bare Helidon handler",
        OrdersDocuments.function(),
        Map.of("orders", OrderFunction.class.getName()));
  }

  /** The function of an API of a document. */
  FunctionRow(String id, String what, String document, Map<String, String> functions) {
    this.id = id;
    this.what = what;
    this.document = document;
    this.functions = functions;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public List<Outcome> measure(Run run) throws IOException, TimeoutException {
    Gateways gateways = Gateways.of(run, id());
    String path = OrdersDocuments.paths(1).get(0);
    gateways.build(document, functions);
    try (ServerUnderTest ours = gateways.started();
        ServerUnderTest peer = gateways.own("bare", BareOrders.class);
        LoadProcess load = gateways.load()) {
      Answer answer = Answer.of(ours.port(), path);
      if (!Arrays.equals(answer.body(), Answer.of(peer.port(), path).body())) {
        throw new IOException("the two answer differently");
      }
      Path body = Files.write(gateways.folder().resolve("body"), answer.body());
      Path paths = Files.writeString(gateways.folder().resolve("paths.txt"), path);
      return List.of(new Duel(run, load, paths, body).measure(what, ours, peer, Goal.atLeast(0.8)));
    }
  }
}
