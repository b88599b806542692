package io.gatemason.runtime.throttle;

import io.gatemason.runtime.exchange.ContextVariable;
import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.log.ExecutionLog;
import io.gatemason.runtime.log.ExecutionLog.Detail;
import io.gatemason.runtime.log.LogText;
import io.gatemason.runtime.store.RateLimit;
import java.util.Locale;

/**
 * What the execution log says of API keys and usage plans. Source: {@code
 * docs/behaviour/logs.md#plans}.
 */
final class PlanLines {
  private PlanLines() {}

  /** A key is looked for in the plans of the stage. */
  static void verifying(Exchange exchange, String key) {
    exchange
        .log()
        .before(
            Detail.EVENT,
            () ->
                "Verifying Usage Plan for request: "
                    + exchange.ids().requestId()
                    + ". API Key: "
                    + LogText.masked(key)
                    + " API Stage: "
                    + stage(exchange));
  }

  /** A plan has the key. */
  static void found(Exchange exchange, String key) {
    ExecutionLog log = exchange.log();
    if (log.wants(Detail.EVENT)) {
      log.aside(
          Detail.EVENT,
          "Usage Plan check succeeded for API Key "
              + LogText.masked(key)
              + " and API Stage "
              + stage(exchange));
    }
  }

  /** No plan has the key. */
  static String unknown(Exchange exchange, String key) {
    return "API Key "
        + LogText.masked(key)
        + " not authorized because method '"
        + exchange.route().httpMethod()
        + " "
        + exchange.resourcePath()
        + "' requires API Key and API Key is not associated with a Usage Plan for API Stage "
        + stage(exchange)
        + ": No Usage Plan found for key and API Stage";
  }

  /** A client has used up a rate of its plan. */
  static String keyThrottled(Exchange exchange, RateLimit rate) {
    return String.format(
        Locale.ROOT,
        "Key throttle limit exceeded for RestApi %s, Stage %s, Resource %s, HttpMethod %s."
            + " Limit: %.2f Burst: %d",
        exchange.api().apiId(),
        exchange.api().stage(),
        exchange.context().text(ContextVariable.RESOURCE_ID, ""),
        exchange.route().httpMethod(),
        rate.ratePerSecond(),
        rate.burst());
  }

  private static String stage(Exchange exchange) {
    return exchange.api().apiId() + "/" + exchange.api().stage();
  }
}
