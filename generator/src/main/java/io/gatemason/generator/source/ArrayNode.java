package io.gatemason.generator.source;

import java.util.List;
import java.util.Optional;

/** A sequence of values. */
public final class ArrayNode extends Node {
  private final List<Node> items;

  /**
   * Creates an array.
   *
   * @param tag the local YAML tag, or empty
   */
  public ArrayNode(Range range, String tag, List<? extends Node> items) {
    super(range, tag);
    this.items = List.copyOf(items);
  }

  /** The values in document order; never null, may be empty. */
  public List<Node> items() {
    return items;
  }

  @Override
  public Optional<ArrayNode> asArray() {
    return Optional.of(this);
  }

  @Override
  public String kind() {
    return "array";
  }
}
