package io.gatemason.generator.jsonschema;

import io.gatemason.generator.source.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Decides where a value may be read anew for each schema that applies to it, instead of making a
 * tree of it: where the schemas inside do not multiply the work. Not thread-safe.
 */
final class Rereading {
  private static final int MAX_PASSES = 16;

  private final Neighbours neighbours;
  private final Node model;
  private final Map<SchemaLocation, Integer> known = new HashMap<>();
  private final List<SchemaLocation> open = new ArrayList<>();

  Rereading(SchemaGraph graph, Node model) {
    this.neighbours = new Neighbours(graph);
    this.model = model;
  }

  /** Whether no byte of a value is read more than {@value #MAX_PASSES} times. */
  boolean isCheap(SchemaLocation schema) {
    return passes(schema) <= MAX_PASSES;
  }

  /** How often a byte of a value is read at most. */
  private int passes(SchemaLocation schema) {
    Integer passes = known.get(schema);
    if (passes != null) {
      return passes;
    }
    int cycle = open.indexOf(schema);
    if (cycle >= 0) {
      return open.subList(cycle, open.size()).stream().anyMatch(this::branches)
          ? MAX_PASSES + 1
          : 1;
    }
    open.add(schema);
    int own = 1;
    for (SchemaLocation inside : neighbours.inside(schema)) {
      own = Math.max(own, passes(inside));
    }
    for (SchemaLocation branch : neighbours.inPlace(schema, model)) {
      own = Math.min(own + passes(branch), MAX_PASSES + 1);
    }
    open.remove(open.size() - 1);
    known.put(schema, own);
    return own;
  }

  private boolean branches(SchemaLocation schema) {
    return !neighbours.inPlace(schema, model).isEmpty()
        && schema.node().asObject().get().members().size() > 1;
  }
}
