package io.gatemason.runtime.schema;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** Values as they stand in messages. */
final class Printed {
  private Printed() {}

  /** A JSON array of strings without blanks. */
  static String names(Iterable<String> names) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    names.forEach(array::add);
    return array.toString();
  }
}
