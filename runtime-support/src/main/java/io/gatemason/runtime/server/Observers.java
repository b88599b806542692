package io.gatemason.runtime.server;

import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.exchange.Observer;
import io.gatemason.runtime.log.ExecutionLog;
import io.helidon.config.Config;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Who watches the requests of an API. Safe for concurrent use. */
final class Observers {
  /** Those of every service, one line for each; those that an API brings come after them. */
  static final List<Function<Config, Observer>> ORDER = List.of();

  private static final System.Logger LOG = System.getLogger(Observers.class.getName());

  private final List<Observer> all;

  private Observers(List<Observer> all) {
    this.all = all;
  }

  /** Those that watch an API, with the settings of the service. */
  static Observers of(Config config, GatewayApi api) {
    return new Observers(
        Stream.concat(
                ORDER.stream().map(observer -> observer.apply(config)), api.observers().stream())
            .toList());
  }

  /** A request has arrived at its API. */
  void begin(Exchange exchange) {
    for (Observer observer : all) {
      try {
        observer.begins(exchange);
        ExecutionLog log = observer.log(exchange);
        if (log != null) {
          exchange.log(log);
        }
      } catch (RuntimeException e) {
        failed(observer, e);
      }
    }
  }

  /** The request is answered, or given up. */
  void end(Exchange exchange) {
    for (Observer observer : all) {
      try {
        observer.ends(exchange);
      } catch (RuntimeException e) {
        failed(observer, e);
      }
    }
  }

  private static void failed(Observer observer, RuntimeException e) {
    LOG.log(System.Logger.Level.ERROR, observer.getClass().getName() + " failed", e);
  }
}
