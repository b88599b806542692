package io.gatemason.runtime.server;

import io.gatemason.runtime.client.RequestFields;
import io.gatemason.runtime.exchange.ContextVariable;
import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.exchange.RequestValues;
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
    if (log.wants(Detail.EVENT)) {
      log.aside(Detail.EVENT, "Extended Request Id: " + exchange.ids().extendedRequestId());
      log.opening(() -> open(exchange, log));
    }
  }

  /** The caller may call, and the method begins to execute. */
  private static void open(Exchange exchange, ExecutionLog log) {
    String key = LogText.masked(RequestValues.text(exchange.head().inAnyCase("x-api-key"), ""));
    String id = exchange.ids().requestId();
    String method = exchange.route().httpMethod() + " " + exchange.resourcePath();
    if (exchange.context().text(ContextVariable.IDENTITY_API_KEY_ID) == null) {
      String stage = exchange.api().apiId() + "/" + exchange.api().stage();
      log.aside(
          Detail.EVENT,
          "Verifying Usage Plan for request: " + id + ". API Key: " + key + " API Stage: " + stage);
      log.aside(
          Detail.EVENT,
          "API Key "
              + key
              + " authorized because method '"
              + method
              + "' does not require API Key. Request will not contribute to throttle or quota"
              + " limits");
      log.aside(
          Detail.EVENT,
          "Usage Plan check succeeded for API Key " + key + " and API Stage " + stage);
    }
    log.aside(Detail.EVENT, "Starting execution for request: " + id);
    log.aside(
        Detail.EVENT,
        "HTTP Method: "
            + exchange.route().httpMethod()
            + ", Resource Path: "
            + exchange.resourcePath());
    if (!key.isEmpty()) {
      log.aside(Detail.EVENT, "API Key: " + key);
    }
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
    log.aside(Detail.DATA, "Method request path: " + log.text().parameters(path));
    log.aside(Detail.DATA, "Method request query string: " + log.text().parameters(query));
    log.aside(Detail.DATA, "Method request headers: " + log.text().headers(headers));
    String body = exchange.binaryBody() ? "[Binary Data]" : exchange.bodyText();
    log.aside(Detail.DATA, "Method request body before transformations: " + body);
  }

  /** The request is answered, or given up. */
  static void end(Exchange exchange) {
    ExecutionLog log = exchange.log();
    if (!log.wants(Detail.ERROR)) {
      return;
    }
    boolean failed = exchange.failed();
    if (!failed && exchange.answering()) {
      log.event(() -> "X-ray Tracing ID : " + exchange.traceId());
      log.event(() -> "Successfully completed execution");
    } else {
      log.before(Detail.EVENT, () -> "X-ray Tracing ID : " + exchange.traceId());
    }
    if (!exchange.answering()) {
      log.aside(Detail.ERROR, "Execution ended without an answer: the connection is lost");
    } else {
      log.aside(
          failed ? Detail.ERROR : Detail.EVENT,
          "Method completed with status: " + exchange.status());
    }
  }
}
