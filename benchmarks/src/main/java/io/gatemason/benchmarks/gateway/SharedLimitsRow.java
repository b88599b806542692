package io.gatemason.benchmarks.gateway;

import io.gatemason.benchmarks.process.Processors;
import io.gatemason.benchmarks.process.ServerUnderTest;
import io.gatemason.benchmarks.table.Goal;
import io.gatemason.benchmarks.table.Numbers;
import io.gatemason.benchmarks.table.Outcome;
import io.gatemason.benchmarks.table.Row;
import io.gatemason.benchmarks.table.Run;
import io.gatemason.runtime.clock.Ticker;
import io.gatemason.runtime.store.Limit;
import io.gatemason.runtime.store.LimitStore;
import io.gatemason.runtime.store.LocalLimits;
import io.gatemason.runtime.store.QuotaLimit;
import io.gatemason.runtime.store.RateLimit;
import io.gatemason.runtime.store.redis.RedisSettings;
import io.gatemason.runtime.store.redis.RedisState;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import java.util.stream.DoubleStream;

/** What a request waits for Redis on the same machine: four throttles and a quota at once. */
public final class SharedLimitsRow implements Row {
  private static final String WHAT = "All limits of a request judged by Redis, 8 callers at once";
  private static final List<Path> REDIS =
      List.of(
          Path.of("/usr/bin/redis-server"),
          Path.of("/usr/bin/valkey-server"),
          Path.of("/usr/local/bin/redis-server"));
  private static final int CALLERS = 8;
  private static final int CALLS = 5_000;
  private static final int WARMUPS = 4;
  private static final List<Limit> LIMITS =
      List.of(
          new RateLimit("client/Gold/partner/shop/prod/GET /orders", 1e9, 1_000_000_000),
          new RateLimit("client/Gold/partner", 1e9, 1_000_000_000),
          new RateLimit("method/shop/prod/GET /orders", 1e9, 1_000_000_000),
          new RateLimit("account", 1e9, 1_000_000_000),
          new QuotaLimit("client/Gold/partner", 1_000_000_000, 20_000, 20_000));

  @Override
  public String id() {
    return "shared-limits";
  }

  @Override
  public List<Outcome> measure(Run run)
      throws IOException, TimeoutException, InterruptedException, ExecutionException {
    Path redis = REDIS.stream().filter(Files::isExecutable).findFirst().orElse(null);
    if (redis == null) {
      return List.of(Outcome.skipped(WHAT, "there is none of " + REDIS));
    }
    try (ServerUnderTest server = start(redis, run.work());
        RedisState state =
            RedisState.open(settings(server), LocalLimits.inMemory(Ticker.system()));
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      double[] medians = new double[run.rounds()];
      for (int round = -WARMUPS; round < medians.length; round++) {
        double median = median(state.limits(), threads);
        if (round >= 0) {
          medians[round] = median;
        }
      }
      return List.of(
          Outcome.absolute(
              WHAT, Numbers.median(medians), Numbers.spread(medians), new Goal(0.3, false, " ms")));
    }
  }

  private static ServerUnderTest start(Path redis, Path work) throws IOException, TimeoutException {
    Path log = Files.createDirectories(work).resolve("redis.log");
    return ServerUnderTest.program(
        Processors.ALL,
        port ->
            List.of(
                redis.toString(),
                "--port",
                String.valueOf(port),
                "--bind",
                "127.0.0.1",
                "--save",
                "",
                "--appendonly",
                "no"),
        log);
  }

  private static RedisSettings settings(ServerUnderTest server) {
    URI uri = URI.create("redis://127.0.0.1:" + server.port());
    return new RedisSettings(List.of(uri), "", "", Duration.ofSeconds(1), "benchmarks", true);
  }

  /** Milliseconds. */
  private static double median(LimitStore limits, ExecutorService threads)
      throws InterruptedException, ExecutionException {
    List<Callable<double[]>> callers = Collections.nCopies(CALLERS, () -> waits(limits));
    List<Future<double[]>> parts = threads.invokeAll(callers);
    DoubleStream all = DoubleStream.empty();
    for (Future<double[]> part : parts) {
      all = DoubleStream.concat(all, DoubleStream.of(part.get()));
    }
    return Numbers.median(all.toArray());
  }

  private static double[] waits(LimitStore limits) {
    double[] millis = new double[CALLS];
    for (int i = 0; i < CALLS; i++) {
      long start = System.nanoTime();
      if (limits.take(LIMITS) != LimitStore.TAKEN) {
        throw new IllegalStateException("a limit refuses");
      }
      millis[i] = (System.nanoTime() - start) / 1e6;
    }
    return millis;
  }
}
