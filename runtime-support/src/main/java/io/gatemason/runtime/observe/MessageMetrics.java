package io.gatemason.runtime.observe;

import io.gatemason.runtime.exchange.CallRecord;
import io.gatemason.runtime.exchange.ContextVariable;
import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.failure.GatewayResponseType;
import io.prometheus.metrics.core.datapoints.CounterDataPoint;
import io.prometheus.metrics.core.datapoints.GaugeDataPoint;
import java.util.Map;

/**
 * Counts the messages and connections of a WebSocket API in one stage. Safe for concurrent use.
 * Source: {@code docs/operations.md#metrics}.
 */
final class MessageMetrics {
  private static final double NANOS_PER_MILLI = 1e6;
  private static final String CONNECT = "$connect";
  private static final String DISCONNECT = "$disconnect";

  private final CounterDataPoint in;
  private final CounterDataPoint out;
  private final CounterDataPoint connects;
  private final GaugeDataPoint connections;
  private final Map<String, CounterDataPoint> errors;

  MessageMetrics(Metrics metrics, String api, String stage) {
    this.in = metrics.messages.labelValues(api, stage, "in");
    this.out = metrics.messages.labelValues(api, stage, "out");
    this.connects = metrics.connects.labelValues(api, stage);
    this.connections = metrics.connections.labelValues(api, stage);
    this.errors =
        Map.of(
            "client", metrics.messageErrors.labelValues(api, stage, "client"),
            "integration", metrics.messageErrors.labelValues(api, stage, "integration"),
            "execution", metrics.messageErrors.labelValues(api, stage, "execution"));
  }

  /** A message was sent to a client. */
  void sent() {
    out.inc();
  }

  /** So many connections more, or less. */
  void connections(int change) {
    connections.inc(change);
  }

  /** A message of a client, or the beginning or end of its connection, was worked for. */
  void ended(Exchange exchange, String route, Series series) {
    CallRecord record = exchange.record();
    long integration = record.integrationNanos();
    if (route.equals(CONNECT)) {
      if (integration >= 0) {
        connects.inc();
      }
    } else if (!route.equals(DISCONNECT)) {
      in.inc();
    }
    if (integration >= 0) {
      series.integration(record.callee().kind(), integration / NANOS_PER_MILLI, null);
    }
    String kind = error(exchange, record, integration >= 0);
    CounterDataPoint counter = errors.get(kind);
    if (counter != null) {
      counter.inc();
    }
  }

  /** Who is to blame, "" if nobody is. */
  private static String error(Exchange exchange, CallRecord record, boolean called) {
    String type = exchange.context().text(ContextVariable.ERROR_RESPONSE_TYPE, "");
    if (!type.isEmpty()) {
      boolean client = GatewayResponseType.valueOf(type).clientError();
      return client && !called ? "client" : "execution";
    }
    return record.integrationStatus() >= 400 ? "integration" : "";
  }
}
