package io.gatemason.templates.view;

import java.util.List;

/**
 * An API that is watched.
 *
 * @param apiId its id, which labels its metrics
 * @param title its title
 * @param backends whether methods call backends
 * @param caches whether a stage keeps answers
 * @param methods whether methods have metrics of their own in some stage
 * @param limits whether stages or usage plans limit rates
 * @param quotas whether usage plans have quotas
 * @param messages whether it is a WebSocket API, whose messages are counted
 * @param authorizers the names of its Lambda authorizers
 */
public record MonitoredApiView(
    String apiId,
    String title,
    boolean backends,
    boolean caches,
    boolean methods,
    boolean limits,
    boolean quotas,
    boolean messages,
    List<String> authorizers) {

  /** Copies the list. */
  public MonitoredApiView {
    authorizers = List.copyOf(authorizers);
  }
}
