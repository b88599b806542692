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
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A mock method with an API key, any of a million, against the same service with one key, by the
 * processor time that they use for an answer. The requests have so many different keys that few of
 * them are in the caches of the processor; the load has as many to read for both.
 */
public final class ManyKeysRow implements Row {
  private static final int KEYS = 1_000_000;
  private static final int REQUESTS = 200_000;
  private static final String HEAD = "name,key,description,enabled,usageplanIds\n";

  @Override
  public String id() {
    return "million-keys";
  }

  @Override
  public List<Outcome> measure(Run run) throws IOException, TimeoutException {
    Gateways gateways = Gateways.byProcessorTime(run, id());
    Path folder = Files.createDirectories(gateways.folder());
    gateways.build(FeatureRows.keysOfAFile());
    try (ServerUnderTest ours = gateways.started(keys(folder.resolve("many.csv"), KEYS));
        ServerUnderTest peer = gateways.started(keys(folder.resolve("one.csv"), 1));
        LoadProcess load = gateways.load()) {
      Path body = Files.write(folder.resolve("body"), Answer.of(peer.port(), request(0)).body());
      Duel duel =
          new Duel(
              run,
              load,
              requests(folder.resolve("any.txt"), KEYS),
              requests(folder.resolve("same.txt"), 1),
              body);
      return List.of(
          duel.measureProcessorTime(
              "a mock with an API key, any of a million, against one with the only key",
              ours,
              peer,
              Goal.atLeast(0.97)));
    }
  }

  private static String keys(Path file, int count) throws IOException {
    String lines =
        IntStream.range(0, count)
            .mapToObj(i -> "k" + i + "," + key(i) + ",,true,Plan\n")
            .collect(Collectors.joining("", HEAD, ""));
    return "-Dgateway.api-keys.file=" + Files.writeString(file, lines).toAbsolutePath();
  }

  private static Path requests(Path file, int keys) throws IOException {
    RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
    return Files.write(
        file, IntStream.range(0, REQUESTS).mapToObj(i -> request(random.nextInt(keys))).toList());
  }

  private static String request(int key) {
    return FeatureRows.STAGE_PATH + "\tX-Api-Key: " + key(key);
  }

  private static String key(int number) {
    return "value-of-the-key-number-%08d".formatted(number);
  }
}
