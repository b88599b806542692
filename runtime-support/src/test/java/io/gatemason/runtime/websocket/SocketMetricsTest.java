package io.gatemason.runtime.websocket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.failure.GatewayFailure;
import io.gatemason.runtime.failure.LimitFailures;
import io.gatemason.runtime.otlp.OtlpCollector;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is counted of connections and messages. */
@Timeout(60)
class SocketMetricsTest {

  private static void call(Exchange exchange, int status) {
    exchange.record().integrationBegins();
    exchange.record().integrationAnswered(status, status);
    SocketService.echo(exchange);
  }

  @Test
  void countsConnectionsMessagesAndErrorsByWhomTheyBlame() throws Exception {
    Map<String, Metric> metrics;
    try (OtlpCollector collector = new OtlpCollector()) {
      SocketService service =
          new SocketService()
              .on("$connect", false, exchange -> call(exchange, 200))
              .on("$default", true, exchange -> call(exchange, 200))
              .on("broken", true, exchange -> call(exchange, 503))
              .on(
                  "refused",
                  true,
                  exchange -> {
                    throw LimitFailures.throttled("too many");
                  })
              .on(
                  "failing",
                  true,
                  exchange -> {
                    exchange.record().integrationBegins();
                    throw GatewayFailure.integrationFailure("lost");
                  })
              .start(
                  Map.of(
                      "gateway.otlp.endpoint",
                      collector.url(),
                      "gateway.otlp.metrics-interval",
                      "PT1H"));
      try (RawSocket socket = RawSocket.open(service.port())) {
        for (String action : new String[] {"x", "broken", "refused", "failing"}) {
          socket.text("{\"action\":\"" + action + "\"}");
          assertTrue(socket.message().length() > 2, action);
        }
        socket.closeWith(1000, "");
        service.ends.poll(10, TimeUnit.SECONDS);
      }
      service.close();
      metrics = collector.metrics();
    }
    assertEquals(Map.of("chat dev", 1.0), sums(metrics.get("apigateway.websocket.connects")));
    assertEquals(
        Map.of("chat dev in", 4.0, "chat dev out", 4.0),
        sums(metrics.get("apigateway.websocket.messages")));
    assertEquals(
        Map.of("chat dev client", 1.0, "chat dev execution", 1.0, "chat dev integration", 1.0),
        sums(metrics.get("apigateway.websocket.errors")));
    NumberDataPoint open =
        metrics.get("apigateway.websocket.connections").getGauge().getDataPoints(0);
    assertEquals(0, open.getAsDouble());
    long timed =
        metrics.get("apigateway.integration.latency").getHistogram().getDataPointsList().stream()
            .mapToLong(point -> point.getCount())
            .sum();
    assertEquals(4, timed);
  }

  private static Map<String, Double> sums(Metric metric) {
    Map<String, Double> sums = new TreeMap<>();
    for (NumberDataPoint point : metric.getSum().getDataPointsList()) {
      Map<String, String> labels = OtlpCollector.attributes(point.getAttributesList());
      String last = labels.getOrDefault("direction", labels.getOrDefault("kind", ""));
      String name = labels.get("api") + " " + labels.get("stage") + " " + last;
      sums.merge(name.strip(), point.getAsDouble(), Double::sum);
    }
    return sums;
  }
}
