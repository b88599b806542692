package io.gatemason.runtime.observe;

import io.gatemason.runtime.clock.WallClock;
import io.gatemason.runtime.exchange.ApiInfo;
import io.gatemason.runtime.exchange.CallTrace;
import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.exchange.MethodInfo;
import io.gatemason.runtime.exchange.Observer;
import io.gatemason.runtime.log.CallLog;
import io.gatemason.runtime.log.ExecutionLog;
import io.gatemason.runtime.log.ExecutionLog.Detail;
import io.gatemason.runtime.log.LogText;
import io.gatemason.runtime.stage.ByVerb;
import io.gatemason.runtime.stage.LogLevel;
import io.gatemason.runtime.stage.MethodSettings;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the execution logs of a stage: each method's as the stage says. Safe for concurrent use.
 * Source: {@code docs/behaviour/logs.md#execution}.
 */
final class ExecutionLogs implements Observer {
  private final ApiInfo stage;
  private final LogText text;
  private final int eventBytes;
  private final WallClock clock;
  private final BiConsumer<String, CallTrace> lines;
  private final Map<MethodInfo, ByVerb<Optional<Detail>>> details = new ConcurrentHashMap<>();

  private ExecutionLogs(ApiInfo stage, Observation observation) {
    this.stage = stage;
    this.text = observation.text();
    this.eventBytes = observation.eventBytes();
    this.clock = observation.clock();
    String group = "API-Gateway-Execution-Logs_" + stage.apiId() + "/" + stage.stage();
    LogSinks sinks = observation.sinks();
    String destination = stage.servesCanary() ? sinks.canary(group) : group;
    if (sinks.namespace(destination) != null) {
      throw new IllegalArgumentException(
          "gateway.logs." + destination + ": emf is for access logs, and this is an execution log");
    }
    this.lines = sinks.of(destination);
  }

  /** The logs of a stage, empty if it wants none. */
  static Optional<Observer> of(Observation observation, ApiInfo stage, Optional<AccessLog> unused) {
    return stage.settings().isLogged()
        ? Optional.of(new ExecutionLogs(stage, observation))
        : Optional.empty();
  }

  @Override
  public @Nullable ExecutionLog log(Exchange exchange) {
    MethodInfo method = exchange.method();
    if (method == null) {
      return null;
    }
    Optional<Detail> most =
        details
            .computeIfAbsent(method, each -> stage.byVerb(each, ExecutionLogs::most))
            .of(exchange.route().httpMethod());
    if (most.isEmpty()) {
      return null;
    }
    String prefix = "(" + exchange.ids().requestId() + ") ";
    return new CallLog(
        most.get(),
        text,
        line ->
            lines.accept(
                Instant.ofEpochMilli(clock.epochMillis())
                    + " "
                    + LogEvent.cut(LogEvent.oneLine(prefix + line), eventBytes),
                exchange.record().trace()));
  }

  private static Optional<Detail> most(String verb, MethodSettings settings) {
    LogLevel level = settings.logLevel();
    if (level == null || level == LogLevel.OFF) {
      return Optional.empty();
    }
    if (level == LogLevel.ERROR) {
      return Optional.of(Detail.ERROR);
    }
    return Optional.of(Boolean.TRUE.equals(settings.dataTrace()) ? Detail.DATA : Detail.EVENT);
  }
}
