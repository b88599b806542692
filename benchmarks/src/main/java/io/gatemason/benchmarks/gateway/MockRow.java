package io.gatemason.benchmarks.gateway;

import io.gatemason.benchmarks.load.Answer;
import io.gatemason.benchmarks.load.Duel;
import io.gatemason.benchmarks.load.LoadProcess;
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

/** A mock method against a bare handler that is told to send what the gateway has sent. */
public final class MockRow implements Row {

  @Override
  public String id() {
    return "mock";
  }

  @Override
  public List<Outcome> measure(Run run) throws IOException, TimeoutException {
    Gateways gateways = Gateways.of(run, id());
    String path = OrdersDocuments.paths(1).get(0);
    try (ServerUnderTest ours = gateways.generated(OrdersDocuments.mock())) {
      Answer answer = Answer.of(ours.port(), path);
      try (ServerUnderTest peer = gateways.bareHandler(answer);
          LoadProcess load = gateways.load()) {
        Answer same = Answer.of(peer.port(), path);
        if (!same.headers().keySet().equals(answer.headers().keySet())) {
          throw new IOException(answer.headers() + " is compared with " + same.headers());
        }
        Path paths = Files.writeString(gateways.folder().resolve("paths.txt"), path);
        Path body = gateways.folder().resolve("body");
        Duel duel = new Duel(run, load, paths, body);
        return List.of(
            duel.measure("`mock` against a bare Helidon handler", ours, peer, Goal.atLeast(1)),
            duel.measureAllocation("Allocation of `mock` for an answer", ours, peer));
      }
    }
  }
}
