package io.gatemason.runtime.server;

import io.gatemason.runtime.exchange.ApiInfo;
import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.exchange.GatewayAnswer;
import io.gatemason.runtime.exchange.MethodHandler;
import io.gatemason.runtime.exchange.Route;
import io.gatemason.runtime.failure.GatewayFailure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One API of a service. Generated code has one class per API. Safe for concurrent use. */
public interface GatewayApi {

  /**
   * What is fixed about the API in each of its stages, at least one; an API without stages has one
   * without a name, and answers at the root.
   */
  List<ApiInfo> stages();

  /** The method that answers {@code route}, or null if there is none. */
  @Nullable MethodHandler route(Route route);

  /**
   * Sends the gateway response of a failure. An API with customised gateway responses overrides
   * this.
   */
  default void fail(Exchange exchange, GatewayFailure failure) {
    GatewayAnswer.of(exchange, failure).send();
  }
}
