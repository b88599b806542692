package io.gatemason.benchmarks.gateway;

import io.gatemason.benchmarks.load.Answer;
import io.gatemason.benchmarks.load.Duel;
import io.gatemason.benchmarks.load.LoadProcess;
import io.gatemason.benchmarks.peer.Backend;
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
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * A generated method with a feature against another one without it, by the processor time that the
 * server uses for an answer. Both get the same requests and give the same body.
 */
public final class FeatureRow implements Row {
  private final String id;
  private final String what;
  private final FeatureService with;
  private final FeatureService without;
  private final Class<?> backend;
  private final Supplier<String> request;
  private final Goal goal;

  /**
   * Compares two services.
   *
   * @param request a line as {@link LoadProcess#run} reads it
   */
  FeatureRow(
      String id,
      String what,
      FeatureService with,
      FeatureService without,
      Supplier<String> request,
      Goal goal) {
    this(id, what, with, without, Backend.class, request, goal);
  }

  /** As above, with another program than {@link Backend} behind both. */
  FeatureRow(
      String id,
      String what,
      FeatureService with,
      FeatureService without,
      Class<?> backend,
      Supplier<String> request,
      Goal goal) {
    this.id = id;
    this.backend = backend;
    this.what = what;
    this.with = with;
    this.without = without;
    this.request = request;
    this.goal = goal;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public List<Outcome> measure(Run run) throws IOException, TimeoutException {
    Gateways gateways = Gateways.byProcessorTime(run, id);
    Gateways plain = Gateways.byProcessorTime(run, id + "-without");
    try (ServerUnderTest behind = gateways.backend(backend);
        ServerUnderTest ours = with.start(gateways, behind.port());
        ServerUnderTest peer = without.start(plain, behind.port());
        LoadProcess load = gateways.load()) {
      String line = request.get();
      Answer answer = Answer.of(ours.port(), line);
      if (answer.status() != 200
          || !Arrays.equals(answer.body(), Answer.of(peer.port(), line).body())) {
        throw new IOException("the two answer differently, ours with " + answer.status());
      }
      Path body = Files.write(gateways.folder().resolve("body"), answer.body());
      Path requests = Files.writeString(gateways.folder().resolve("paths.txt"), line);
      Duel duel = new Duel(run, load, requests, body);
      return List.of(
          duel.measureProcessorTime(what, ours, peer, goal),
          duel.measureAllocation("Allocation of `" + id + "` for an answer", ours, peer));
    }
  }
}
