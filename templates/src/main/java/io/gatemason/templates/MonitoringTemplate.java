package io.gatemason.templates;

/** The file templates for whoever watches a service. */
public enum MonitoringTemplate {
  /** A dashboard of Grafana. */
  DASHBOARD("grafana-dashboard.json"),
  /** Alert rules of Prometheus. */
  ALERTS("alerts.yaml");

  private final String fileName;

  MonitoringTemplate(String fileName) {
    this.fileName = fileName;
  }

  /** The file's name. */
  public String fileName() {
    return fileName;
  }
}
