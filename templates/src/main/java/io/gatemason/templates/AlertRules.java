package io.gatemason.templates;

import io.gatemason.templates.view.AlertView;
import io.gatemason.templates.view.MonitoredApiView;
import io.gatemason.templates.view.MonitoringView;
import java.util.ArrayList;
import java.util.List;

/** The alert rules of a service; only for what its APIs have. */
final class AlertRules {
  private static final String WHERE = "{{ $labels.api }}/{{ $labels.stage }}";
  private static final String SERVICE = "";

  private final List<AlertView> rules = new ArrayList<>();

  private AlertRules() {}

  static List<AlertView> of(MonitoringView service) {
    AlertRules rules = new AlertRules();
    service.apis().forEach(rules::api);
    rules.service(service);
    return rules.rules;
  }

  private void api(MonitoredApiView api) {
    String id = api.apiId();
    String of = "{api=\"" + id + "\"}";
    if (api.messages()) {
      messages(id, of);
    } else {
      requests(api, of);
    }
  }

  private void messages(String id, String of) {
    page(
        id,
        "GatewayMissing",
        "absent(apigateway_websocket_connections" + of + ")",
        5,
        "Nobody serves " + id + ", or Prometheus cannot ask who does");
    String errors = "{api=\"" + id + "\",kind!=\"client\"}";
    page(
        id,
        "GatewayMessageErrors",
        rate("api, stage", "apigateway_websocket_errors_total" + errors)
            + " / "
            + rate("api, stage", "apigateway_websocket_messages_total" + of)
            + " > 0.01",
        5,
        "More than 1 % of the messages of " + WHERE + " fail because of the server");
  }

  private void requests(MonitoredApiView api, String of) {
    String id = api.apiId();
    page(
        id,
        "GatewayMissing",
        "absent(apigateway_requests_total" + of + ")",
        5,
        "Nobody serves " + id + ", or Prometheus cannot ask who does");
    page(
        id,
        "GatewayServerErrors",
        rate("api, stage", "apigateway_server_errors_total" + of)
            + " / "
            + rate("api, stage", "apigateway_requests_total" + of)
            + " > 0.01",
        5,
        "More than 1 % of the answers of " + WHERE + " blame the server");
    ticket(
        id,
        "GatewaySlow",
        "histogram_quantile(0.99, "
            + rate("api, stage, le", "apigateway_latency_milliseconds_bucket" + of)
            + ") > 5000",
        10,
        "1 % of the answers of " + WHERE + " take more than 5 s");
    if (api.backends()) {
      String timeouts = "{api=\"" + id + "\",response_type=\"INTEGRATION_TIMEOUT\"}";
      ticket(
          id,
          "GatewayBackendTimeouts",
          rate("api, stage", "apigateway_server_errors_total" + timeouts) + " > 0",
          5,
          "Backends of " + WHERE + " do not answer in time");
    }
  }

  private void service(MonitoringView service) {
    if (service.limits()) {
      ticket(
          SERVICE,
          "GatewayThrottles",
          rate("api, stage, level", "apigateway_throttled_total") + " > 1",
          15,
          "The limit {{ $labels.level }} of " + WHERE + " refuses requests");
    }
    if (!service.authorizers().isEmpty()) {
      page(
          SERVICE,
          "GatewayAuthorizerErrors",
          rate("authorizer", "apigateway_authorizer_calls_total{outcome=\"error\"}") + " > 0",
          5,
          "The authorizer {{ $labels.authorizer }} cannot be asked");
    }
    ticket(
        SERVICE,
        "GatewayDropsLogs",
        "rate(gatemason_log_lines_dropped_total[5m]) > 0",
        5,
        "Lines of logs are dropped: {{ $labels.instance }}");
    ticket(
        SERVICE,
        "GatewayHeapFull",
        "sum by (instance) (jvm_memory_used_bytes{area=\"heap\"}) / sum by (instance)"
            + " (jvm_memory_max_bytes{area=\"heap\"} > 0) > 0.95",
        10,
        "The heap of {{ $labels.instance }} is full");
  }

  private static String rate(String by, String series) {
    return "sum by (" + by + ") (rate(" + series + "[5m]))";
  }

  private void page(String api, String name, String expression, int minutes, String summary) {
    add(api, name, expression, minutes, "page", summary);
  }

  private void ticket(String api, String name, String expression, int minutes, String summary) {
    add(api, name, expression, minutes, "ticket", summary);
  }

  private void add(
      String api, String name, String expression, int minutes, String severity, String summary) {
    String group = "gatemason " + (api.isEmpty() ? "service" : api);
    rules.add(new AlertView(group, api, name, expression, minutes, severity, summary));
  }
}
