package io.gatemason.runtime.observe;

import io.gatemason.runtime.exchange.ApiInfo;
import io.gatemason.runtime.exchange.CallRecord;
import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.exchange.MethodInfo;
import io.gatemason.runtime.json.Json;

/**
 * A line of an access log in the embedded metric format of CloudWatch, which makes the metrics of
 * the managed service of it. Immutable. Source: {@code docs/behaviour/logs.md#embedded-metrics}.
 */
final class EmbeddedMetrics {
  private static final int MOST_CHARACTERS = 255;

  private final ApiInfo stage;
  private final String namespace;
  private final String api;

  EmbeddedMetrics(ApiInfo stage, String namespace) {
    this.stage = stage;
    this.namespace = namespace;
    this.api = stage.httpApi() ? stage.apiId() : name(stage);
  }

  /** Only ASCII is left of the name; the id stands for a name of which nothing is. */
  private static String name(ApiInfo stage) {
    String ascii = stage.name().replaceAll("[^\\x20-\\x7e]", "").strip();
    String name = ascii.isEmpty() ? stage.apiId() : ascii;
    return name.substring(0, Math.min(name.length(), MOST_CHARACTERS));
  }

  /** The line of a request that is over, with what its access log says of it. */
  String line(Exchange exchange, String accessLine, long epochMillis) {
    MethodInfo method = exchange.method();
    boolean detailed =
        method != null
            && Boolean.TRUE.equals(stage.settings(method, exchange.route().httpMethod()).metrics());
    Values values = values(exchange);
    StringBuilder line = new StringBuilder(512);
    line.append("{\"_aws\":{\"Timestamp\":").append(epochMillis);
    line.append(",\"CloudWatchMetrics\":[{\"Namespace\":").append(Json.quote(namespace));
    line.append(",\"Dimensions\":").append(dimensions(detailed));
    line.append(",\"Metrics\":[").append(values.definitions).append("]}]}");
    line.append(",\"").append(apiDimension()).append("\":").append(Json.quote(api));
    line.append(",\"Stage\":").append(Json.quote(stage.stage()));
    if (detailed && method != null) {
      line.append(",\"Resource\":").append(Json.quote(method.resourcePath()));
      line.append(",\"Method\":").append(Json.quote(method.httpMethod()));
    }
    line.append(values.numbers);
    line.append(",\"requestId\":").append(Json.quote(exchange.ids().requestId()));
    line.append(",\"log\":").append(Json.quote(accessLine));
    return line.append('}').toString();
  }

  private String apiDimension() {
    return stage.httpApi() ? "ApiId" : "ApiName";
  }

  private String dimensions(boolean detailed) {
    String api = "\"" + apiDimension() + "\"";
    String stages = api + ",\"Stage\"";
    return "[["
        + api
        + "],["
        + stages
        + "]"
        + (detailed ? ",[" + stages + ",\"Resource\",\"Method\"]" : "")
        + "]";
  }

  private Values values(Exchange exchange) {
    Values values = new Values();
    CallRecord record = exchange.record();
    Blame blame = Blame.of(exchange);
    values.add("Count", "Count", 1);
    values.add(stage.httpApi() ? "4xx" : "4XXError", "Count", blame == Blame.CLIENT ? 1 : 0);
    values.add(stage.httpApi() ? "5xx" : "5XXError", "Count", blame == Blame.SERVER ? 1 : 0);
    values.add("Latency", "Milliseconds", record.millis());
    if (record.integrationMillis() >= 0) {
      values.add("IntegrationLatency", "Milliseconds", record.integrationMillis());
    }
    if (record.isCacheHit() || record.isCacheMiss()) {
      values.add("CacheHitCount", "Count", record.isCacheHit() ? 1 : 0);
      values.add("CacheMissCount", "Count", record.isCacheMiss() ? 1 : 0);
    }
    if (stage.httpApi()) {
      values.add("DataProcessed", "Bytes", exchange.dataProcessed());
    }
    return values;
  }

  /** Metrics with their units, and their values. Used by one thread. */
  private static final class Values {
    final StringBuilder definitions = new StringBuilder();
    final StringBuilder numbers = new StringBuilder();

    void add(String name, String unit, long value) {
      definitions
          .append(definitions.isEmpty() ? "" : ",")
          .append("{\"Name\":\"")
          .append(name)
          .append("\",\"Unit\":\"")
          .append(unit)
          .append("\"}");
      numbers.append(",\"").append(name).append("\":").append(value);
    }
  }
}
