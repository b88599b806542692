package io.gatemason.runtime.observe;

import io.gatemason.runtime.clock.WallClock;
import io.gatemason.runtime.exchange.CallTrace;
import io.gatemason.runtime.otlp.OtlpSettings;
import io.helidon.config.Config;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Where the log groups and streams of stages are: {@code gateway.logs.<destination>}. Without a
 * setting they are at standard output. Safe for concurrent use. Source: {@code
 * docs/behaviour/logs.md#sinks}.
 */
final class LogSinks implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(LogSinks.class.getName());
  private static final long FILE_BYTES = 100_000_000;
  private static final int FILES = 5;
  private static final String NAMESPACE = "AWS/ApiGateway";
  private static final int QUEUE_LINES = 16_384;

  private final Config settings;
  private final Map<String, BiConsumer<String, CallTrace>> known = new HashMap<>();
  private final Map<Path, LogTarget> files = new HashMap<>();
  private final LogTarget stdout = new StreamTarget(System.out);
  private final Optional<OtlpSettings> otlp;
  private final WallClock clock;
  private @Nullable LogQueue queue;
  private @Nullable LogQueue collectorQueue;

  /**
   * The destinations that are set.
   *
   * @param otlp the collector, empty if there is none
   */
  LogSinks(Config settings, Optional<OtlpSettings> otlp, WallClock clock) {
    this.settings = settings;
    this.otlp = otlp;
    this.clock = clock;
  }

  /**
   * What takes the lines of a destination, each with the trace of what it tells of.
   *
   * @throws IllegalArgumentException if its settings are unusable
   */
  synchronized BiConsumer<String, CallTrace> of(String destination) {
    BiConsumer<String, CallTrace> lines = known.get(destination);
    if (lines == null) {
      lines = open(destination, at(destination));
      known.put(destination, lines);
    }
    return lines;
  }

  /** Where the lines of a stage's canary go: a destination of its own only if it is set. */
  String canary(String destination) {
    String own = destination + "/Canary";
    return at(own).exists() ? own : destination;
  }

  /** The namespace of the metrics that go with the lines, null if none do. */
  @Nullable String namespace(String destination) {
    Config set = at(destination);
    return set.get("sink").asString().orElse("").equals("emf")
        ? set.get("namespace").asString().orElse(NAMESPACE)
        : null;
  }

  private Config at(String destination) {
    return settings.get(Config.Key.escapeName(destination));
  }

  private BiConsumer<String, CallTrace> open(String destination, Config set) {
    String sink = set.get("sink").asString().orElse("");
    LogTarget target =
        switch (sink) {
          case "none" -> null;
          case "", "stdout" -> stdout;
          case "file" -> file(set);
          case "emf" -> set.get("path").exists() ? file(set) : stdout;
          case "otlp" -> collector(destination, set);
          default ->
              throw new IllegalArgumentException(
                  set.key() + ".sink is stdout, file, emf, otlp or none, not \"" + sink + "\"");
        };
    LOG.log(
        System.Logger.Level.INFO,
        "log {0}: {1}",
        destination,
        sink.equals("file") ? set.get("path").asString().get() : sink.isEmpty() ? "stdout" : sink);
    if (target == null) {
      return (line, trace) -> {};
    }
    if (sink.equals("otlp")) {
      LogQueue lines = collectorQueue();
      return (line, trace) -> lines.offer(target, line, span(trace));
    }
    LogQueue lines = queue();
    return (line, trace) -> lines.offer(target, line);
  }

  private static SpanContext span(CallTrace trace) {
    String traceId = trace.recordedTraceId();
    String spanId = trace.recordedSpanId();
    return traceId == null || spanId == null
        ? SpanContext.getInvalid()
        : SpanContext.create(traceId, spanId, TraceFlags.getSampled(), TraceState.getDefault());
  }

  private LogTarget file(Config set) {
    Path path =
        Path.of(
                set.get("path")
                    .asString()
                    .orElseThrow(
                        () -> new IllegalArgumentException(set.key() + ".path is missing")))
            .toAbsolutePath()
            .normalize();
    return files.computeIfAbsent(
        path,
        any ->
            new FileTarget(
                path,
                set.get("max-bytes").asLong().orElse(FILE_BYTES),
                set.get("files").asInt().orElse(FILES)));
  }

  private LogTarget collector(String destination, Config set) {
    OtlpSettings collector =
        otlp.orElseThrow(
            () ->
                new IllegalArgumentException(
                    set.key() + ".sink otlp needs a collector, gateway.otlp.endpoint"));
    return new OtlpLogTarget(collector.logs(), collector.timeout(), clock, destination);
  }

  private LogQueue queue() {
    LogQueue open = queue;
    if (open == null) {
      open = newQueue();
      queue = open;
    }
    return open;
  }

  /** A collector that is slow holds up no other log. */
  private LogQueue collectorQueue() {
    LogQueue open = collectorQueue;
    if (open == null) {
      open = newQueue();
      collectorQueue = open;
    }
    return open;
  }

  private LogQueue newQueue() {
    return new LogQueue(settings.get("queue-lines").asInt().orElse(QUEUE_LINES));
  }

  /** How many lines were dropped. */
  synchronized long dropped() {
    return (queue == null ? 0 : queue.dropped())
        + (collectorQueue == null ? 0 : collectorQueue.dropped());
  }

  /** Has everything written that is queued. */
  @Override
  public synchronized void close() {
    if (queue != null) {
      queue.close();
    }
    if (collectorQueue != null) {
      collectorQueue.close();
    }
  }
}
