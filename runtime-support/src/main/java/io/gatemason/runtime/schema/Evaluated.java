package io.gatemason.runtime.schema;

import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;

/** The members or items of one value to which some schema has been applied. */
final class Evaluated {
  private final Set<String> names = new HashSet<>();
  private final BitSet items = new BitSet();

  void add(String name) {
    names.add(name);
  }

  void add(int index) {
    items.set(index);
  }

  void addAll(Evaluated other) {
    names.addAll(other.names);
    items.or(other.items);
  }

  boolean has(String name) {
    return names.contains(name);
  }

  boolean has(int index) {
    return items.get(index);
  }
}
