package io.gatemason.templates;

import io.gatemason.templates.view.MonitoredApiView;
import io.gatemason.templates.view.MonitoringView;
import io.gatemason.templates.view.PanelView;
import io.gatemason.templates.view.PanelView.QueryView;
import java.util.ArrayList;
import java.util.List;

/**
 * Lays out the panels of a dashboard: a row for each API, one for what the service shares. Only
 * what the APIs have gets a panel.
 */
final class DashboardPanels {
  private static final int COLUMNS = 24;
  private static final int WIDTH = 8;
  private static final int HEIGHT = 8;
  private static final String RATE = "[$__rate_interval]";

  private final List<PanelView> panels = new ArrayList<>();
  private int x;
  private int y;

  private DashboardPanels() {}

  static List<PanelView> of(MonitoringView service) {
    DashboardPanels dashboard = new DashboardPanels();
    service.apis().forEach(dashboard::api);
    dashboard.service(service);
    return dashboard.panels;
  }

  private void api(MonitoredApiView api) {
    String of = "{api=\"" + api.apiId() + "\"}";
    row(api.title().equals(api.apiId()) ? api.apiId() : api.title() + " (" + api.apiId() + ")");
    if (api.messages()) {
      messages(of);
    } else {
      requests(api, of);
    }
  }

  private void messages(String of) {
    panel(
        "Open connections",
        "short",
        new Line("sum by (stage) (apigateway_websocket_connections" + of + ")", "{{stage}}"));
    panel(
        "Connects",
        "reqps",
        new Line(rate("stage", "apigateway_websocket_connects_total", of), "{{stage}}"));
    panel(
        "Messages",
        "mps",
        new Line(
            rate("stage, direction", "apigateway_websocket_messages_total", of),
            "{{direction}} {{stage}}"));
    panel(
        "Errors of messages",
        "mps",
        new Line(
            rate("stage, kind", "apigateway_websocket_errors_total", of), "{{kind}} {{stage}}"));
    backends(of);
  }

  private void requests(MonitoredApiView api, String of) {
    String requests = rate("stage", "apigateway_requests_total", of);
    panel("Requests", "reqps", new Line(requests, "{{stage}}"));
    panel(
        "Errors",
        "percent",
        new Line(share("apigateway_server_errors_total", of, requests), "server {{stage}}"),
        new Line(share("apigateway_client_errors_total", of, requests), "client {{stage}}"));
    panel(
        "Latency",
        "ms",
        new Line(quantile("0.5", "apigateway_latency_milliseconds", of), "p50 {{stage}}"),
        new Line(quantile("0.95", "apigateway_latency_milliseconds", of), "p95 {{stage}}"),
        new Line(quantile("0.99", "apigateway_latency_milliseconds", of), "p99 {{stage}}"));
    panel(
        "Errors by type",
        "reqps",
        new Line(rate("response_type", "apigateway_server_errors_total", of), "{{response_type}}"),
        new Line(rate("response_type", "apigateway_client_errors_total", of), "{{response_type}}"));
    if (api.backends()) {
      backends(of);
    }
    if (api.caches()) {
      String hits = rate("stage", "apigateway_cache_hits_total", of);
      String misses = rate("stage", "apigateway_cache_misses_total", of);
      panel(
          "Cache hits",
          "percent",
          new Line(
              "100 * (%s or 0 * %s) / (%s > 0)"
                  .formatted(hits, misses, "(" + hits + " or 0 * " + misses + ") + " + misses),
              "{{stage}}"));
    }
    if (api.methods()) {
      methods("{api=\"" + api.apiId() + "\",resource!=\"\"}");
    }
  }

  private void backends(String of) {
    String name = "apigateway_integration_latency_milliseconds";
    panel(
        "Latency of backends",
        "ms",
        new Line(quantile("0.5", name, of), "p50 {{stage}}"),
        new Line(quantile("0.95", name, of), "p95 {{stage}}"));
  }

  private void methods(String of) {
    panel(
        "Most called methods",
        "reqps",
        new Line(
            "topk(10, " + rate("method, resource", "apigateway_requests_total", of) + ")",
            "{{method}} {{resource}}"));
    panel(
        "Slowest methods, p95",
        "ms",
        new Line(
            "topk(10, histogram_quantile(0.95, "
                + rate("method, resource, le", "apigateway_latency_milliseconds_bucket", of)
                + "))",
            "{{method}} {{resource}}"));
  }

  private void service(MonitoringView service) {
    row("Service");
    if (service.limits()) {
      panel(
          "Refused by throttles",
          "reqps",
          new Line(
              rate("level, api, stage", "apigateway_throttled_total", ""),
              "{{level}} {{api}} {{stage}}"));
    }
    if (service.quotas()) {
      panel(
          "Refused by quotas",
          "reqps",
          new Line(rate("plan", "apigateway_quota_exceeded_total", ""), "{{plan}}"));
    }
    if (!service.authorizers().isEmpty()) {
      panel(
          "Authorizers",
          "reqps",
          new Line(
              rate("authorizer, outcome", "apigateway_authorizer_calls_total", ""),
              "{{authorizer}} {{outcome}}"));
      panel(
          "Latency of authorizers, p95",
          "ms",
          new Line(
              "histogram_quantile(0.95, "
                  + rate("authorizer, le", "apigateway_authorizer_latency_milliseconds_bucket", "")
                  + ")",
              "{{authorizer}}"));
    }
    panel("Processor", "short", new Line("rate(process_cpu_seconds_total" + RATE + ")", INSTANCE));
    panel("Heap", "bytes", new Line("jvm_memory_used_bytes{area=\"heap\"}", INSTANCE));
    panel(
        "Garbage collection",
        "percentunit",
        new Line("sum by (instance) (rate(jvm_gc_collection_seconds_sum" + RATE + "))", INSTANCE));
    panel("Open files", "short", new Line("process_open_fds", INSTANCE));
    panel(
        "Lost lines of logs",
        "short",
        new Line("increase(gatemason_log_lines_dropped_total" + RATE + ")", INSTANCE));
  }

  private static final String INSTANCE = "{{instance}}";

  private static String rate(String by, String metric, String of) {
    return "sum by (" + by + ") (rate(" + metric + of + RATE + "))";
  }

  /** In percent, also where there was no error yet. */
  private static String share(String metric, String of, String requests) {
    return "100 * (%s or 0 * %s) / (%s > 0)"
        .formatted(rate("stage", metric, of), requests, requests);
  }

  private static String quantile(String share, String metric, String of) {
    return "histogram_quantile(" + share + ", " + rate("stage, le", metric + "_bucket", of) + ")";
  }

  private void row(String title) {
    lineBreak();
    panels.add(new PanelView(panels.size() + 1, title, "", COLUMNS, 1, 0, y, List.of()));
    y++;
  }

  private void panel(String title, String unit, Line... lines) {
    List<QueryView> queries = new ArrayList<>();
    for (Line line : lines) {
      String name = String.valueOf((char) ('A' + queries.size()));
      queries.add(new QueryView(name, line.expression, line.legend));
    }
    if (x + WIDTH > COLUMNS) {
      lineBreak();
    }
    panels.add(new PanelView(panels.size() + 1, title, unit, WIDTH, HEIGHT, x, y, queries));
    x += WIDTH;
  }

  private void lineBreak() {
    if (x > 0) {
      y += HEIGHT;
      x = 0;
    }
  }

  private record Line(String expression, String legend) {}
}
