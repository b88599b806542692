package io.gatemason.runtime.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.TreeSet;

/** Keywords of arrays; every other type passes. */
public final class ArrayChecks {
  private ArrayChecks() {}

  /** Reads an array to its end so that its items are counted; always true. */
  public static boolean skipItems(JsonCursor in) {
    boolean more = in.firstItem();
    while (more) {
      more = in.nextItem();
    }
    return true;
  }

  /** Whether the array just read has at least so many items. */
  public static boolean minItems(JsonCursor in, int limit) {
    return in.kind != JsonCursor.ARRAY_END
        || in.size() >= limit
        || in.failed(
            SchemaKeyword.MIN_ITEMS,
            "array is too short: must have at least %d elements but instance has %d elements",
            limit,
            in.size());
  }

  /** Whether the array just read has at most so many items. */
  public static boolean maxItems(JsonCursor in, int limit) {
    return in.kind != JsonCursor.ARRAY_END
        || in.size() <= limit
        || in.failed(
            SchemaKeyword.MAX_ITEMS,
            "array is too long: must have at most %d elements but instance has %d elements",
            limit,
            in.size());
  }

  /** Whether the array just read has no items beyond those that have a schema of their own. */
  public static boolean noAdditionalItems(JsonCursor in, int limit) {
    return in.kind != JsonCursor.ARRAY_END
        || in.size() <= limit
        || in.failed(
            SchemaKeyword.ADDITIONAL_ITEMS,
            "schema only allows %d elements in array but instance has %d elements",
            limit,
            in.size());
  }

  /** Whether no two items of a held array are equal, numbers by value. */
  public static boolean uniqueItems(JsonCursor in) {
    if (!(in instanceof TreeCursor tree) || !tree.node().isArray()) {
      return true;
    }
    TreeSet<JsonNode> items = new TreeSet<>(JsonOrder.BY_VALUE);
    for (JsonNode item : tree.node()) {
      if (!items.add(item)) {
        return in.failed(SchemaKeyword.UNIQUE_ITEMS, "array must not contain duplicate elements");
      }
    }
    return true;
  }

  /** Whether between {@code min} and {@code max} items of a held array satisfy a schema. */
  public static boolean contains(JsonCursor in, SchemaCheck schema, int min, int max) {
    if (!(in instanceof TreeCursor tree) || !tree.node().isArray()) {
      return true;
    }
    int found = 0;
    Evaluated evaluated = tree.record();
    for (int i = 0; i < tree.node().size(); i++) {
      if (schema.check(tree.at(tree.node().get(i)))) {
        found++;
        if (evaluated != null) {
          evaluated.add(i);
        }
      }
    }
    return (found >= min && found <= max)
        || in.failed(
            SchemaKeyword.CONTAINS,
            "array contains %d elements that match, but schema requires %s",
            found,
            max == Integer.MAX_VALUE ? "at least " + min : "between " + min + " and " + max);
  }
}
