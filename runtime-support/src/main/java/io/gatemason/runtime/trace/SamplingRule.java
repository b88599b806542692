package io.gatemason.runtime.trace;

import io.gatemason.runtime.client.RequestFields;
import io.gatemason.runtime.exchange.Exchange;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Which share of some requests is traced. Safe for concurrent use. Source: {@code
 * docs/behaviour/tracing.md#sampling}.
 *
 * @param name unique
 * @param priority the lowest comes first
 * @param reservoir what is traced in any case
 * @param percent the share of the others, 0 to 100
 * @param stage which stages are meant
 * @param request which of their requests are
 */
record SamplingRule(
    String name,
    int priority,
    Reservoir reservoir,
    double percent,
    StageMatch stage,
    RequestMatch request) {

  /**
   * Which stages are meant.
   *
   * @param serviceName {@code <API>/<stage>}
   * @param serviceType the kind of service
   * @param resourceArn the stage
   */
  record StageMatch(Wildcard serviceName, Wildcard serviceType, Wildcard resourceArn) {
    boolean matches(String name, String type, String arn) {
      return serviceName.matches(name) && serviceType.matches(type) && resourceArn.matches(arn);
    }
  }

  /**
   * Which requests are meant.
   *
   * @param host the host that the client asked
   * @param httpMethod the verb
   * @param urlPath the path as it was sent
   * @param attributes values of headers, by their names
   */
  record RequestMatch(
      Wildcard host, Wildcard httpMethod, Wildcard urlPath, Map<String, Wildcard> attributes) {

    boolean matches(Exchange exchange) {
      return host.matches(exchange.head().authority())
          && httpMethod.matches(exchange.head().method())
          && urlPath.matches(exchange.head().sentPath())
          && headersMatch(exchange.head().fields());
    }

    private boolean headersMatch(RequestFields fields) {
      for (Map.Entry<String, Wildcard> attribute : attributes.entrySet()) {
        String value = fields.first(attribute.getKey());
        if (value == null || !attribute.getValue().matches(value)) {
          return false;
        }
      }
      return true;
    }
  }

  /** Whether this one request of those that are meant is traced. */
  boolean takes() {
    return reservoir.take() || ThreadLocalRandom.current().nextDouble() * 100 < percent;
  }
}
