package io.gatemason.generator.read.assemble;

import io.gatemason.generator.source.ArrayNode;
import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.ObjectNode;
import io.gatemason.generator.source.ObjectNode.Member;
import io.gatemason.generator.source.Range;
import io.gatemason.generator.source.ScalarNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * An object of a document while it is put together. Values keep the places where they stand in a
 * template; what stands nowhere has the place of the object. The first value of a name counts. Not
 * thread-safe.
 */
public final class ObjectDraft {
  private final Range range;
  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final Map<String, ObjectDraft> children = new LinkedHashMap<>();

  private record Entry(ScalarNode key, Supplier<Node> value) {}

  /** An empty object that stands at a place. */
  public ObjectDraft(Range range) {
    this.range = range;
  }

  /** True or false, at a place where neither is written. */
  public static ScalarNode bool(Range range, boolean value) {
    return new ScalarNode(range, "", ScalarNode.Kind.BOOLEAN, String.valueOf(value));
  }

  /** A call of {@code Fn::Sub}. */
  public static ObjectNode sub(Range range, Node argument) {
    return new ObjectDraft(range).put(range, "Fn::Sub", argument).build();
  }

  /** Where it stands. */
  public Range range() {
    return range;
  }

  /** Adds a value whose name stands where the value does. */
  public ObjectDraft put(String name, Node value) {
    return put(value.range(), name, value);
  }

  /** Adds a value, if there is one. */
  public ObjectDraft put(String name, Optional<? extends Node> value) {
    value.ifPresent(node -> put(name, node));
    return this;
  }

  /** Adds a value. */
  public ObjectDraft put(Range at, String name, Node value) {
    entries.putIfAbsent(name, new Entry(ScalarNode.computed(at, name), () -> value));
    return this;
  }

  /** Adds a text that stands nowhere. */
  public ObjectDraft text(String name, String text) {
    return put(name, ScalarNode.computed(range, text));
  }

  /** Adds a list that stands nowhere. */
  public ObjectDraft list(String name, List<? extends Node> items) {
    return put(name, new ArrayNode(range, "", items));
  }

  /** The object of a name, which is made if there is none. */
  public ObjectDraft child(String name) {
    return child(range, name);
  }

  /** The object of a name, which is made at a place if there is none. */
  public ObjectDraft child(Range at, String name) {
    ObjectDraft known = children.get(name);
    if (known != null) {
      return known;
    }
    ObjectDraft child = new ObjectDraft(at);
    children.put(name, child);
    entries.putIfAbsent(name, new Entry(ScalarNode.computed(at, name), child::build));
    return child;
  }

  /** Whether there is a value of a name. */
  public boolean has(String name) {
    return entries.containsKey(name);
  }

  /** The object as it is now. */
  public ObjectNode build() {
    return new ObjectNode(
        range,
        "",
        entries.values().stream()
            .map(entry -> new Member(entry.key(), entry.value().get()))
            .toList());
  }
}
