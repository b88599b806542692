package io.gatemason.benchmarks.peer;

import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.webserver.WebServer;

/** What a developer would write by hand in place of a function: the same work in a handler. */
public final class BareOrders {
  private static final Header JSON =
      HeaderValues.createCached(HeaderNames.CONTENT_TYPE, "application/json");

  private BareOrders() {}

  /**
   * Serves until the process is ended.
   *
   * @param args the port
   */
  public static void main(String[] args) {
    WebServer.builder()
        .host("127.0.0.1")
        .port(Integer.parseInt(args[0]))
        .routing(
            routing ->
                routing.get(
                    "/orders/{orderId}",
                    (request, response) ->
                        response
                            .header(JSON)
                            .send(Orders.find(request.path().pathParameters().get("orderId")))))
        .build()
        .start();
  }
}
