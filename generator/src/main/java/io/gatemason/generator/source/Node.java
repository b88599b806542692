package io.gatemason.generator.source;

import java.util.Optional;

/**
 * One value of a YAML or JSON document, as written, with its place. Immutable and thread-safe.
 * Equality is identity: the same text in two places is two nodes.
 */
public abstract sealed class Node permits ObjectNode, ArrayNode, ScalarNode {
  private final Range range;
  private final String tag;

  Node(Range range, String tag) {
    this.range = range;
    this.tag = tag;
  }

  /** Where the value stands. */
  public final Range range() {
    return range;
  }

  /** The local YAML tag such as {@code !Sub}; empty where none is written. */
  public final String tag() {
    return tag;
  }

  /** This node if it is an object. */
  public Optional<ObjectNode> asObject() {
    return Optional.empty();
  }

  /** This node if it is an array. */
  public Optional<ArrayNode> asArray() {
    return Optional.empty();
  }

  /** This node if it is a scalar: text, a number, a boolean or null. */
  public Optional<ScalarNode> asScalar() {
    return Optional.empty();
  }

  /** Whether the value is null (or left empty in YAML). */
  public boolean isNull() {
    return false;
  }

  /** The kind in the words of JSON: object, array, string, integer, number, boolean or null. */
  public abstract String kind();
}
