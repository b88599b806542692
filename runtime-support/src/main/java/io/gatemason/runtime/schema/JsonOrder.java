package io.gatemason.runtime.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * A total order of JSON values in which exactly the equal ones of JSON Schema are equal: numbers by
 * value, objects whatever the order of their members. Sorting instead of hashing, so that no body
 * can be made of colliding values.
 */
final class JsonOrder {
  static final Comparator<JsonNode> BY_VALUE = JsonOrder::compare;

  private JsonOrder() {}

  private static int compare(JsonNode a, JsonNode b) {
    int byType = a.getNodeType().compareTo(b.getNodeType());
    if (byType != 0) {
      return byType;
    }
    return switch (a.getNodeType()) {
      case NUMBER -> compareNumbers(a, b);
      case STRING -> a.textValue().compareTo(b.textValue());
      case BOOLEAN -> Boolean.compare(a.booleanValue(), b.booleanValue());
      case ARRAY -> compareArrays(a, b);
      case OBJECT -> compareObjects(a, b);
      default -> 0;
    };
  }

  private static int compareNumbers(JsonNode a, JsonNode b) {
    if (a.isIntegralNumber()
        && a.canConvertToLong()
        && b.isIntegralNumber()
        && b.canConvertToLong()) {
      return Long.compare(a.longValue(), b.longValue());
    }
    return a.decimalValue().compareTo(b.decimalValue());
  }

  private static int compareArrays(JsonNode a, JsonNode b) {
    int compared = Integer.compare(a.size(), b.size());
    for (int i = 0; compared == 0 && i < a.size(); i++) {
      compared = compare(a.get(i), b.get(i));
    }
    return compared;
  }

  private static int compareObjects(JsonNode a, JsonNode b) {
    int compared = Integer.compare(a.size(), b.size());
    if (compared != 0) {
      return compared;
    }
    List<String> names = names(a);
    List<String> others = names(b);
    for (int i = 0; compared == 0 && i < names.size(); i++) {
      compared = names.get(i).compareTo(others.get(i));
    }
    for (int i = 0; compared == 0 && i < names.size(); i++) {
      compared = compare(a.get(names.get(i)), b.get(names.get(i)));
    }
    return compared;
  }

  private static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>(object.size());
    object.fieldNames().forEachRemaining(names::add);
    Collections.sort(names);
    return names;
  }
}
