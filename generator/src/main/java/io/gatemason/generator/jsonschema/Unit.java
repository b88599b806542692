package io.gatemason.generator.jsonschema;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A schema together with the dynamic anchors in scope; those decide where dynamic references lead,
 * so a schema reached in two ways can be two methods.
 */
record Unit(SchemaLocation location, Map<String, SchemaLocation> anchors) {
  /** A schema as it is reached from this one. */
  Unit to(SchemaLocation target, SchemaGraph graph) {
    if (!graph.hasDynamicReferences()) {
      return new Unit(target, Map.of());
    }
    Map<String, SchemaLocation> all = new LinkedHashMap<>(anchors);
    enter(location.resource(), all, graph);
    enter(target.resource(), all, graph);
    return new Unit(target, all);
  }

  private static void enter(
      Resource resource, Map<String, SchemaLocation> anchors, SchemaGraph graph) {
    resource
        .dynamicAnchors()
        .forEach((name, node) -> anchors.putIfAbsent(name, graph.at(node, resource, "/" + name)));
  }
}
