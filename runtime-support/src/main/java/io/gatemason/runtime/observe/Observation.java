package io.gatemason.runtime.observe;

import io.gatemason.runtime.clock.Ticker;
import io.gatemason.runtime.clock.WallClock;
import io.gatemason.runtime.config.Switch;
import io.gatemason.runtime.exchange.ApiInfo;
import io.gatemason.runtime.exchange.Observer;
import io.gatemason.runtime.log.LogText;
import io.gatemason.runtime.otlp.OtlpSettings;
import io.gatemason.runtime.trace.Tracing;
import io.gatemason.runtime.traffic.Traffic;
import io.gatemason.runtime.waf.log.WebAclLog;
import io.helidon.config.Config;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What all who watch the requests of a service share. Opened when the service starts; closed after
 * its last request. Safe for concurrent use.
 */
public final class Observation implements AutoCloseable {
  /** Who may watch a stage, one line each, in the order in which they are told. */
  private static final List<Watch> ORDER =
      List.of(
          Observation::traces,
          ExecutionLogs::of,
          AccessLogs::of,
          StageMetrics::of,
          Observation::traffic);

  private static final int EVENT_BYTES = 1_024;
  private static final int REQUESTS = 200;

  private final WallClock clock;
  private final LogSinks sinks;
  private final LogText text;
  private final int eventBytes;
  private final Optional<Metrics> metrics;
  private final Optional<Traffic> traffic;
  private final Optional<Tracing> tracing;
  private final Optional<OtlpMetrics> sending;
  private volatile Supplier<BackendConnections> backends = () -> BackendConnections.NONE;
  private final SeriesLimit seriesLimit = new SeriesLimit(Metrics.MOST_SERIES);

  private Observation(Config config, WallClock clock) {
    Config logs = config.get("gateway.logs");
    Optional<OtlpSettings> otlp = OtlpSettings.read(config, System::getenv);
    this.clock = clock;
    this.tracing = Tracing.open(config, otlp, System::getenv);
    this.sinks = new LogSinks(logs, otlp, clock);
    this.text = new LogText(names(logs.get("redact-headers")), names(logs.get("redact-query")));
    this.eventBytes = logs.get("event-bytes").asInt().orElse(EVENT_BYTES);
    boolean managed = config.get("gateway.management.port").exists();
    Optional<Duration> interval = interval(config.get("gateway.otlp.metrics-interval"), otlp);
    this.metrics =
        managed || interval.isPresent()
            ? Optional.of(new Metrics(sinks::dropped, () -> backends.get(), tracing.isPresent()))
            : Optional.empty();
    this.sending =
        interval.flatMap(
            every ->
                metrics.map(
                    all ->
                        OtlpMetrics.start(
                            all.registry(), otlp.orElseThrow().metrics(), clock, every)));
    this.traffic = managed ? traffic(config.get("gateway.management.console")) : Optional.empty();
  }

  /**
   * Reads the settings {@code gateway.logs}, {@code gateway.otlp} and {@code gateway.tracing};
   * nothing is opened before a stage wants it. There are metrics if there is a management listener,
   * which shows them, or an interval at which they are sent to a collector.
   */
  public static Observation open(Config config) {
    return new Observation(config, WallClock.system());
  }

  /** Nothing is remembered of requests unless there is a console that shows it. */
  private Optional<Traffic> traffic(Config console) {
    return Switch.read(console.get("enabled")).orElse(false)
        ? Optional.of(
            new Traffic(
                Ticker.system(),
                clock,
                text,
                console.get("requests").asInt().orElse(REQUESTS),
                Switch.read(console.get("payloads")).orElse(false)))
        : Optional.empty();
  }

  private static Optional<Observer> traffic(
      Observation observation, ApiInfo stage, Optional<AccessLog> unused) {
    return observation.traffic.map(each -> each.watch(stage));
  }

  /** What is remembered of requests, empty without a console. */
  public Optional<Traffic> traffic() {
    return traffic;
  }

  private static Optional<Duration> interval(Config setting, Optional<OtlpSettings> otlp) {
    Optional<Duration> interval = setting.as(Duration.class).asOptional();
    if (interval.isPresent() && otlp.isEmpty()) {
      throw new IllegalArgumentException(
          setting.key() + " needs a collector, gateway.otlp.endpoint");
    }
    if (interval.filter(every -> every.compareTo(Duration.ofSeconds(1)) < 0).isPresent()) {
      throw new IllegalArgumentException(setting.key() + " is a second at least");
    }
    return interval;
  }

  /** Says what knows the connections to HTTP backends. */
  public void backends(Supplier<BackendConnections> connections) {
    backends = connections;
  }

  /** The metrics as text, empty if there are none. */
  public Optional<Exposition> exposition(String accept) {
    return metrics.map(each -> each.text(accept));
  }

  Optional<Metrics> metrics() {
    return metrics;
  }

  SeriesLimit seriesLimit() {
    return seriesLimit;
  }

  /** Who watches a stage, which writes a line for each request if it has an access log. */
  public List<Observer> observers(ApiInfo stage, Optional<AccessLog> accessLog) {
    return ORDER.stream().flatMap(each -> each.begin(this, stage, accessLog).stream()).toList();
  }

  /** Who writes the log of a web ACL. */
  public Observer observer(WebAclLog log) {
    return log.into(sinks.of(log.destination()));
  }

  private static Optional<Observer> traces(
      Observation observation, ApiInfo stage, Optional<AccessLog> unused) {
    if (observation.tracing.isEmpty() && stage.settings().isTraced()) {
      Tracing.warnWithoutCollector(stage);
    }
    return observation.tracing.map(all -> all.of(stage));
  }

  LogSinks sinks() {
    return sinks;
  }

  LogText text() {
    return text;
  }

  /** How long an event of an execution log may be. */
  int eventBytes() {
    return eventBytes;
  }

  WallClock clock() {
    return clock;
  }

  private static List<String> names(Config setting) {
    return setting.type() == Config.Type.LIST
        ? setting.asList(String.class).orElse(List.of())
        : setting
            .asString()
            .map(text -> Stream.of(text.split(",", -1)).map(String::strip).toList())
            .orElse(List.of());
  }

  /** Begins to watch a stage, if it wants that. */
  @FunctionalInterface
  interface Watch {
    Optional<Observer> begin(Observation observation, ApiInfo stage, Optional<AccessLog> accessLog);
  }

  /** Has everything written that is kept back. */
  @Override
  public void close() {
    tracing.ifPresent(Tracing::close);
    sending.ifPresent(OtlpMetrics::close);
    sinks.close();
  }
}
