package io.gatemason.runtime.observe;

import io.gatemason.runtime.exchange.ApiInfo;
import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.exchange.Observer;
import java.util.Optional;
import java.util.function.Consumer;

/** Writes a line for each request of a stage. Safe for concurrent use. */
final class AccessLogs implements Observer {
  private final Consumer<AccessLine> format;
  private final Consumer<String> lines;

  private AccessLogs(Consumer<AccessLine> format, Consumer<String> lines) {
    this.format = format;
    this.lines = lines;
  }

  /** The access log of a stage, empty if it has none. */
  static Optional<Observer> of(
      Observation observation, ApiInfo stage, Optional<AccessLog> accessLog) {
    LogSinks sinks = observation.sinks();
    return accessLog.map(
        log ->
            new AccessLogs(
                log.format(),
                stage.servesCanary()
                    ? sinks.ofCanary(log.destination())
                    : sinks.of(log.destination())));
  }

  @Override
  public void ends(Exchange exchange) {
    AccessLine line = new AccessLine(exchange);
    format.accept(line);
    lines.accept(line.toString());
  }
}
