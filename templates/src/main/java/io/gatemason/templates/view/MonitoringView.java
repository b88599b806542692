package io.gatemason.templates.view;

import java.util.List;

/**
 * A service that is watched. Values are raw; the file templates escape them.
 *
 * @param name the service, for people
 * @param apis its APIs, at least one
 */
public record MonitoringView(String name, List<MonitoredApiView> apis) {

  /** Copies the list. */
  public MonitoringView {
    apis = List.copyOf(apis);
  }

  /** Whether anything in the service refuses requests beyond a rate. */
  public boolean limits() {
    return apis.stream().anyMatch(MonitoredApiView::limits);
  }

  /** Whether usage plans of the service have quotas. */
  public boolean quotas() {
    return apis.stream().anyMatch(MonitoredApiView::quotas);
  }

  /** The names of Lambda authorizers, each once. */
  public List<String> authorizers() {
    return apis.stream().flatMap(api -> api.authorizers().stream()).distinct().sorted().toList();
  }
}
