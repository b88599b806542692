package io.gatemason.runtime.server;

import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.exchange.Observer;
import io.gatemason.runtime.log.ExecutionLog;
import io.gatemason.runtime.log.JointLog;
import io.gatemason.runtime.observe.BackendConnections;
import io.gatemason.runtime.observe.Observation;
import io.gatemason.runtime.transport.BackendClient;
import java.util.function.Function;
import java.util.stream.Stream;

/** Who watches the requests of an API. Safe for concurrent use. */
final class Observers implements Observer.All {
  private static final System.Logger LOG = System.getLogger(Observers.class.getName());

  private final Observer[] all;

  private Observers(Stream<Observer> all) {
    this.all = all.toArray(Observer[]::new);
  }

  /** Those of every service; those that an API brings come after them. */
  static Observers of(Observation observation, GatewayApi api) {
    return new Observers(
        Stream.of(
                observation.observers(api.info(), api.accessLog()).stream(),
                api.webAclLog().map(observation::observer).stream(),
                api.observers().stream())
            .flatMap(Function.identity()));
  }

  /** A request has arrived at its API. */
  @Override
  public void begin(Exchange exchange) {
    for (Observer observer : all) {
      try {
        observer.begins(exchange);
      } catch (RuntimeException e) {
        failed(observer, e);
      }
    }
  }

  /** The method of the request is found. */
  @Override
  public void found(Exchange exchange) {
    for (Observer observer : all) {
      try {
        ExecutionLog log = observer.log(exchange);
        if (log != null) {
          exchange.log(
              exchange.log() == ExecutionLog.NONE ? log : new JointLog(exchange.log(), log));
        }
      } catch (RuntimeException e) {
        failed(observer, e);
      }
    }
  }

  /** The request is answered, or given up. */
  @Override
  public void end(Exchange exchange) {
    for (Observer observer : all) {
      try {
        observer.ends(exchange);
      } catch (RuntimeException e) {
        failed(observer, e);
      }
    }
  }

  /** A message was sent to a client of a WebSocket API. */
  @Override
  public void sent() {
    for (Observer observer : all) {
      try {
        observer.sent();
      } catch (RuntimeException e) {
        failed(observer, e);
      }
    }
  }

  /** A WebSocket API has so many connections more, or less. */
  @Override
  public void connections(int change) {
    for (Observer observer : all) {
      try {
        observer.connections(change);
      } catch (RuntimeException e) {
        failed(observer, e);
      }
    }
  }

  private static void failed(Observer observer, RuntimeException e) {
    LOG.log(System.Logger.Level.ERROR, observer.getClass().getName() + " failed", e);
  }

  /** How many connections backends have. */
  static BackendConnections connections(BackendClient.PoolState pool) {
    return new BackendConnections(pool.active(), pool.idle(), pool.waiting());
  }
}
