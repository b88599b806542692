package io.gatemason.runtime.server;

import io.gatemason.runtime.exchange.ApiInfo;
import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.exchange.GatewayAnswer;
import io.gatemason.runtime.exchange.MethodHandler;
import io.gatemason.runtime.exchange.Observer;
import io.gatemason.runtime.exchange.Route;
import io.gatemason.runtime.failure.GatewayFailure;
import io.gatemason.runtime.observe.AccessLog;
import io.gatemason.runtime.waf.WebAclGuard;
import io.gatemason.runtime.waf.log.WebAclLog;
import io.gatemason.runtime.websocket.WebSockets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One stage of an API. Generated code has one class per API, of which there is an object per stage.
 * Safe for concurrent use.
 */
public interface GatewayApi {

  /**
   * What is fixed about the API and its stage, runtime settings applied. An API without stages has
   * one without a name, and answers at the root.
   */
  ApiInfo info();

  /** The method that answers {@code route}, or null if there is none. */
  @Nullable MethodHandler route(Route route);

  /** The failure of a request that no method answers. */
  default GatewayFailure unmatched(Exchange exchange) {
    return UnmatchedRoute.failure(exchange);
  }

  /** The line that the stage writes for each request, empty if it wants none. */
  default Optional<AccessLog> accessLog() {
    return Optional.empty();
  }

  /** The web ACL in front of the stage, null where there is none. */
  default @Nullable WebAclGuard webAcl() {
    return null;
  }

  /** What that web ACL writes of each request, empty if it writes nothing. */
  default Optional<WebAclLog> webAclLog() {
    return Optional.empty();
  }

  /** What takes connections, null if this is no WebSocket API. */
  default @Nullable WebSockets webSockets() {
    return null;
  }

  /** Who watches the requests of the API, besides those who watch every API of the service. */
  default List<Observer> observers() {
    return List.of();
  }

  /**
   * Sends the gateway response of a failure. An API with customised gateway responses overrides
   * this.
   */
  default void fail(Exchange exchange, GatewayFailure failure) {
    GatewayAnswer.of(exchange, failure).send();
  }
}
