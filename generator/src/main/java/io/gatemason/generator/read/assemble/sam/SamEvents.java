package io.gatemason.generator.read.assemble.sam;

import io.gatemason.generator.read.resource.TemplateScope;
import java.util.List;
import java.util.Map;

/** The events of a template that are methods or routes, found once for all its APIs. */
public final class SamEvents {
  private final TemplateScope scope;
  private final Map<String, List<Events.Event>> rest;
  private final Map<String, List<Events.Event>> http;

  /** Finds them. */
  public SamEvents(TemplateScope scope) {
    this.scope = scope;
    this.rest = Events.byApi(scope, EventKind.REST);
    this.http = Events.byApi(scope, EventKind.HTTP);
  }

  /** Whether there are some of an API. */
  public boolean areOf(String api) {
    return rest.containsKey(api) || http.containsKey(api);
  }

  TemplateScope scope() {
    return scope;
  }

  List<Events.Event> rest(String api) {
    return rest.getOrDefault(api, List.of());
  }

  List<Events.Event> http(String api) {
    return http.getOrDefault(api, List.of());
  }
}
