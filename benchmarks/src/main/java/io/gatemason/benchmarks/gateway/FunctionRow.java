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
  @Override
  public String id() {
    return "function";
  }

  @Override
  public List<Outcome> measure(Run run) throws IOException, TimeoutException {
    Gateways gateways = Gateways.of(run, id());
    String path = OrdersDocuments.paths(1).get(0);
    Map<String, String> functions = Map.of("orders", OrderFunction.class.getName());
    gateways.build(OrdersDocuments.function(), functions);
    try (ServerUnderTest ours = gateways.started();
        ServerUnderTest peer = gateways.own("bare", BareOrders.class);
        LoadProcess load = gateways.load()) {
      Answer answer = Answer.of(ours.port(), path);
      if (!Arrays.equals(answer.body(), Answer.of(peer.port(), path).body())) {
        throw new IOException("the two answer differently");
      }
      Path body = Files.write(gateways.folder().resolve("body"), answer.body());
      Path paths = Files.writeString(gateways.folder().resolve("paths.txt"), path);
      return List.of(
          new Duel(run, load, paths, body)
              .measure(
                  "`aws_proxy` to a Java function in process against a bare Helidon handler",
                  ours,
                  peer,
                  Goal.atLeast(0.8)));
    }
  }
}
