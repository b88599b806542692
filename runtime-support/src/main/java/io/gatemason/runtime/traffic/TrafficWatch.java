package io.gatemason.runtime.traffic;

import io.gatemason.runtime.exchange.ApiInfo;
import io.gatemason.runtime.exchange.CallRecord;
import io.gatemason.runtime.exchange.ContextVariable;
import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.exchange.MethodInfo;
import io.gatemason.runtime.exchange.Observer;
import io.gatemason.runtime.failure.GatewayResponseType;
import io.gatemason.runtime.log.CallLog;
import io.gatemason.runtime.log.ExecutionLog;
import io.gatemason.runtime.log.JointLog;
import io.gatemason.runtime.traffic.SlidingFigures.Outcome;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Remembers the requests of a stage. Safe for concurrent use. */
final class TrafficWatch implements Observer {
  /** How much of the log of one request is kept. */
  private static final int MOST_CHARACTERS = 16_000;

  private final Traffic traffic;
  private final ApiInfo stage;
  private final Map<Exchange, Steps> open = new ConcurrentHashMap<>();
  private final Map<MethodInfo, MethodKey> keys = new ConcurrentHashMap<>();
  private final MethodKey unmatched;

  TrafficWatch(Traffic traffic, ApiInfo stage) {
    this.traffic = traffic;
    this.stage = stage;
    this.unmatched = new MethodKey(stage.apiId(), stage.stage(), "", "");
  }

  @Override
  public ExecutionLog log(Exchange exchange) {
    Steps kept = new Steps(exchange.record(), MOST_CHARACTERS);
    open.put(exchange, kept);
    ExecutionLog log = new CallLog(traffic.most(), traffic.text(), kept);
    if (exchange.client() instanceof Trial trial) {
      Steps shown = new Steps(exchange.record(), Trial.MOST_CHARACTERS);
      trial.keep(shown);
      return new JointLog(log, new CallLog(ExecutionLog.Detail.DATA, traffic.text(), shown));
    }
    return log;
  }

  @Override
  public void ends(Exchange exchange) {
    Steps kept = open.remove(exchange);
    CallRecord record = exchange.record();
    MethodKey key = key(exchange.method());
    String error =
        exchange.failed() ? exchange.context().text(ContextVariable.ERROR_RESPONSE_TYPE, "") : "";
    String cache = record.isCacheHit() ? "hit" : record.isCacheMiss() ? "miss" : "";
    long micros = TimeUnit.NANOSECONDS.toMicros(record.nanos());
    traffic.of(key).add(micros, outcome(exchange.status(), error), cache);
    traffic
        .recent()
        .keep(
            new Served(
                traffic.recent().next(),
                traffic.clock().epochMillis(),
                exchange.ids().requestId(),
                key,
                stage.servesCanary(),
                exchange.route().httpMethod(),
                exchange.context().text(ContextVariable.PATH, ""),
                exchange.status(),
                micros,
                record.integrationNanos() < 0
                    ? -1
                    : TimeUnit.NANOSECONDS.toMicros(record.integrationNanos()),
                error,
                cache,
                exchange.client() instanceof Trial,
                kept == null ? List.of() : kept.list()));
  }

  private MethodKey key(@Nullable MethodInfo method) {
    return method == null
        ? unmatched
        : keys.computeIfAbsent(
            method,
            any ->
                new MethodKey(
                    stage.apiId(), stage.stage(), method.httpMethod(), method.resourcePath()));
  }

  /** Errors of the gateway's own count by their type, whatever status they were given. */
  private static Outcome outcome(int status, String error) {
    if (!error.isEmpty()) {
      return GatewayResponseType.valueOf(error).clientError()
          ? Outcome.CLIENT_ERROR
          : Outcome.SERVER_ERROR;
    }
    return status >= 500 || status == 0
        ? Outcome.SERVER_ERROR
        : status >= 400 ? Outcome.CLIENT_ERROR : Outcome.SUCCESS;
  }
}
