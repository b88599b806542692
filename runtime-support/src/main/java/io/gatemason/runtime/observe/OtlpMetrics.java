package io.gatemason.runtime.observe;

import io.gatemason.runtime.clock.WallClock;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.metrics.export.MetricExporter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Sends all metrics to a collector, again and again. Source: {@code
 * docs/operations.md#metrics-otlp}.
 */
final class OtlpMetrics implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(OtlpMetrics.class.getName());
  private static final long LAST_SECONDS = 10;

  private final PrometheusRegistry registry;
  private final MetricExporter exporter;
  private final WallClock clock;
  private final OtlpPoints points;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("gatemason-metrics").factory());

  private final Future<?> routine;

  private OtlpMetrics(
      PrometheusRegistry registry, MetricExporter exporter, WallClock clock, Duration interval) {
    this.registry = registry;
    this.exporter = exporter;
    this.clock = clock;
    this.points = new OtlpPoints(clock.epochMillis());
    long nanos = interval.toNanos();
    this.routine = timer.scheduleAtFixedRate(this::send, nanos, nanos, TimeUnit.NANOSECONDS);
  }

  /** Begins to send, every {@code interval}. */
  static OtlpMetrics start(
      PrometheusRegistry registry, MetricExporter exporter, WallClock clock, Duration interval) {
    return new OtlpMetrics(registry, exporter, clock, interval);
  }

  /** The exporter itself tells of a collector that cannot be reached. */
  private void send() {
    try {
      List<MetricData> all = points.of(registry.scrape(), clock.epochMillis());
      exporter.export(all).join(LAST_SECONDS, TimeUnit.SECONDS);
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, "metrics cannot be sent", e);
    }
  }

  /** Sends once more, for some seconds at most. */
  @Override
  public void close() {
    routine.cancel(false);
    timer.execute(this::send);
    timer.shutdown();
    try {
      timer.awaitTermination(LAST_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    exporter.shutdown();
  }
}
