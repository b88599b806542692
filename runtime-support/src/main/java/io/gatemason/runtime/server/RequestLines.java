package io.gatemason.runtime.server;

import io.gatemason.runtime.client.RequestFields;
import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.log.ExecutionLog;
import io.gatemason.runtime.log.ExecutionLog.Detail;
import io.gatemason.runtime.log.LogText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The lines that the execution log of a request begins and ends with. Source: {@code
 * docs/behaviour/logs.md#execution}.
 */
final class RequestLines {
  private RequestLines() {}

  /** The method of the request is found and about to be called. */
  static void begin(Exchange exchange) {
    ExecutionLog log = exchange.log();
    if (!log.wants(Detail.EVENT)) {
      return;
    }
    log.write("Extended Request Id: " + exchange.ids().extendedRequestId());
    log.write("Starting execution for request: " + exchange.ids().requestId());
    log.write(
        "HTTP Method: "
            + exchange.route().httpMethod()
            + ", Resource Path: "
            + exchange.resourcePath());
    if (log.wants(Detail.DATA)) {
      data(exchange, log);
    }
  }

  private static void data(Exchange exchange, ExecutionLog log) {
    Map<String, List<String>> path = new LinkedHashMap<>();
    exchange.pathParameterNames().forEach(name -> path.put(name, exchange.pathParameter(name)));
    Map<String, List<String>> query = new LinkedHashMap<>();
    exchange
        .head()
        .query()
        .forEach((name, value) -> query.computeIfAbsent(name, n -> new ArrayList<>()).add(value));
    Map<String, List<String>> headers = new LinkedHashMap<>();
    RequestFields fields = exchange.head().fields();
    for (int i = 0; i < fields.count(); i++) {
      headers.computeIfAbsent(fields.name(i), any -> new ArrayList<>(1)).add(fields.value(i));
    }
    log.write("Method request path: " + LogText.parameters(path));
    log.write("Method request query string: " + LogText.parameters(query));
    log.write("Method request headers: " + LogText.headers(headers));
    String body = exchange.binaryBody() ? "[Binary Data]" : exchange.bodyText();
    log.write("Method request body before transformations: " + body);
  }

  /** The request is answered. */
  static void end(Exchange exchange) {
    ExecutionLog log = exchange.log();
    log.event(() -> "X-ray Tracing ID : " + exchange.traceId());
    log.event(() -> "Successfully completed execution");
    if (log.wants(Detail.ERROR)) {
      log.write("Method completed with status: " + exchange.status());
    }
  }
}
