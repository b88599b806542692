package io.gatemason.benchmarks.gateway;

import io.gatemason.benchmarks.load.Answer;
import io.gatemason.benchmarks.load.Duel;
import io.gatemason.benchmarks.load.LoadProcess;
import io.gatemason.benchmarks.peer.BareInvoker;
import io.gatemason.benchmarks.peer.InvokeApi;
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

/**
 * A function behind the Invoke API against a bare handler that makes one signed POST of an event
 * which the gateway has sent.
 */
public final class RemoteFunctionRow implements Row {

  @Override
  public String id() {
    return "remote-function";
  }

  @Override
  public List<Outcome> measure(Run run) throws IOException, TimeoutException {
    Gateways gateways = Gateways.of(run, id());
    Path event = gateways.folder().resolve("event.json");
    Files.deleteIfExists(event);
    String path = OrdersDocuments.paths(1).get(0);
    try (ServerUnderTest functions = gateways.backend(InvokeApi.class, event.toString());
        ServerUnderTest ours =
            gateways.generated(
                OrdersDocuments.function(), OrdersDocuments.awsSettings(functions.port()))) {
      byte[] answered = Answer.of(ours.port(), path).body();
      String port = String.valueOf(functions.port());
      try (ServerUnderTest peer = gateways.own("bare", BareInvoker.class, port, event.toString());
          LoadProcess load = gateways.load()) {
        Path paths = Files.writeString(gateways.folder().resolve("paths.txt"), path);
        Path body = Files.write(gateways.folder().resolve("body"), answered);
        return List.of(
            new Duel(run, load, paths, body)
                .measure(
                    "`aws_proxy` over the network against a bare Helidon handler with one signed"
                        + " POST",
                    ours,
                    peer,
                    Goal.atLeast(0.85)));
      }
    }
  }
}
