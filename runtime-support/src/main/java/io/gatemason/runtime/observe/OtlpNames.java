package io.gatemason.runtime.observe;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.resources.Resource;
import java.util.Map;

/**
 * How metrics are called in OpenTelemetry; what is not listed has one name. Source: {@code
 * docs/operations.md#metrics-otlp}.
 */
final class OtlpNames {
  private static final Map<String, String> METRICS =
      Map.ofEntries(
          Map.entry("apigateway_requests", "apigateway.requests"),
          Map.entry("apigateway_client_errors", "apigateway.client_errors"),
          Map.entry("apigateway_server_errors", "apigateway.server_errors"),
          Map.entry("apigateway_cache_hits", "apigateway.cache.hits"),
          Map.entry("apigateway_cache_misses", "apigateway.cache.misses"),
          Map.entry("apigateway_throttled", "apigateway.throttled"),
          Map.entry("apigateway_quota_exceeded", "apigateway.quota_exceeded"),
          Map.entry("apigateway_data_processed_bytes", "apigateway.data_processed"),
          Map.entry("apigateway_authorizer_calls", "apigateway.authorizer.calls"),
          Map.entry("apigateway_authorizer_latency_milliseconds", "apigateway.authorizer.latency"),
          Map.entry("apigateway_latency_milliseconds", "apigateway.latency"),
          Map.entry(
              "apigateway_integration_latency_milliseconds", "apigateway.integration.latency"),
          Map.entry("waf_requests", "waf.requests"),
          Map.entry("waf_latency_seconds", "waf.latency"),
          Map.entry("apigateway_websocket_connects", "apigateway.websocket.connects"),
          Map.entry("apigateway_websocket_connections", "apigateway.websocket.connections"),
          Map.entry("apigateway_websocket_messages", "apigateway.websocket.messages"),
          Map.entry("apigateway_websocket_errors", "apigateway.websocket.errors"),
          Map.entry("http_server_request_duration_seconds", "http.server.request.duration"),
          Map.entry("http_client_request_duration_seconds", "http.client.request.duration"),
          Map.entry("gatemason_backend_connections", "http.client.open_connections"));

  private static final Map<String, String> ATTRIBUTES =
      Map.of(
          "error_type", "error.type",
          "http_request_method", "http.request.method",
          "http_response_status_code", "http.response.status_code",
          "http_route", "http.route",
          "network_protocol_version", "network.protocol.version",
          "server_address", "server.address",
          "state", "http.connection.state",
          "url_scheme", "url.scheme");

  private OtlpNames() {}

  /** The name of a metric. */
  static String metric(String prometheus) {
    return METRICS.getOrDefault(prometheus, prometheus);
  }

  /** The name of an attribute. */
  static String attribute(String label) {
    return ATTRIBUTES.getOrDefault(label, label);
  }

  /** The unit that a name of Prometheus ends with, in the form of OpenTelemetry. */
  static String unit(String prometheus) {
    if (prometheus.endsWith("_milliseconds")) {
      return "ms";
    }
    if (prometheus.endsWith("_seconds")) {
      return "s";
    }
    return prometheus.endsWith("_bytes") ? "By" : "";
  }

  /** What metrics and logs are of; there is one process for all APIs. */
  static Resource resource() {
    return Resource.getDefault()
        .merge(Resource.create(Attributes.of(AttributeKey.stringKey("service.name"), "gatemason")));
  }
}
