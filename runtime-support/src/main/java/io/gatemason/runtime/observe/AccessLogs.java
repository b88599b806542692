package io.gatemason.runtime.observe;

import io.gatemason.runtime.clock.WallClock;
import io.gatemason.runtime.exchange.ApiInfo;
import io.gatemason.runtime.exchange.CallTrace;
import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.exchange.Observer;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes a line for each request of a stage. Safe for concurrent use. */
final class AccessLogs implements Observer {
  private static final int LONGEST_REMEMBERED = 1_024;

  private final Consumer<AccessLine> format;
  private final BiConsumer<String, CallTrace> lines;
  private final @Nullable EmbeddedMetrics metrics;
  private final WallClock clock;

  /** How long lines get; the rare ones that are far longer do not count. */
  private volatile int length = 128;

  private AccessLogs(
      Consumer<AccessLine> format,
      BiConsumer<String, CallTrace> lines,
      @Nullable EmbeddedMetrics metrics,
      WallClock clock) {
    this.format = format;
    this.lines = lines;
    this.metrics = metrics;
    this.clock = clock;
  }

  /** The access log of a stage, empty if it has none. */
  static Optional<Observer> of(
      Observation observation, ApiInfo stage, Optional<AccessLog> accessLog) {
    LogSinks sinks = observation.sinks();
    return accessLog.map(
        log -> {
          String destination =
              stage.servesCanary() ? sinks.canary(log.destination()) : log.destination();
          String namespace = sinks.namespace(destination);
          return new AccessLogs(
              log.format(),
              sinks.of(destination),
              namespace == null ? null : new EmbeddedMetrics(stage, namespace),
              observation.clock());
        });
  }

  @Override
  public void ends(Exchange exchange) {
    AccessLine line = new AccessLine(exchange, length);
    format.accept(line);
    String text = line.toString();
    remember(text.length());
    lines.accept(
        metrics == null ? text : metrics.line(exchange, text, clock.epochMillis()),
        exchange.record().trace());
  }

  private void remember(int now) {
    if (now > length && now < LONGEST_REMEMBERED) {
      length = now;
    }
  }
}
