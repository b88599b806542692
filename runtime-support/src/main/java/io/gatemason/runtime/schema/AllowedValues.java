package io.gatemason.runtime.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/** The values of an {@code enum} or {@code const}. Immutable. */
public final class AllowedValues {
  private final SchemaKeyword keyword;
  private final String printed;
  private final TreeSet<JsonNode> values = new TreeSet<>(JsonOrder.BY_VALUE);
  private final String[] texts;

  private AllowedValues(SchemaKeyword keyword, String json, Iterable<JsonNode> all) {
    this.keyword = keyword;
    this.printed = JsonReading.constant(json).toString();
    all.forEach(values::add);
    this.texts = textTable(all);
  }

  /** The items of a JSON array. */
  public static AllowedValues oneOf(String jsonArray) {
    return new AllowedValues(SchemaKeyword.ENUM, jsonArray, JsonReading.constant(jsonArray));
  }

  /** One JSON value. */
  public static AllowedValues only(String json) {
    return new AllowedValues(SchemaKeyword.CONST, json, Set.of(JsonReading.constant(json)));
  }

  /** Whether the value is one of these; a container has to be held. */
  public boolean check(JsonCursor in) {
    return has(in)
        || (keyword == SchemaKeyword.ENUM
            ? in.failed(
                keyword,
                "instance value (%s) not found in enum (possible values: %s)",
                in.printed(),
                printed)
            : in.failed(
                keyword, "instance value (%s) is not the required %s", in.printed(), printed));
  }

  private boolean has(JsonCursor in) {
    if (in instanceof TreeCursor tree) {
      return values.contains(tree.node());
    }
    return switch (in.kind()) {
      case JsonCursor.STRING -> hasText(in.text());
      case JsonCursor.INTEGER, JsonCursor.FLOAT -> hasNumber(in);
      case JsonCursor.TRUE, JsonCursor.FALSE ->
          values.contains(BooleanNode.valueOf(in.kind() == JsonCursor.TRUE));
      case JsonCursor.NULL -> values.contains(NullNode.getInstance());
      default -> false;
    };
  }

  private boolean hasNumber(JsonCursor in) {
    return values.contains(
        in.isLong() ? LongNode.valueOf(in.longValue()) : DecimalNode.valueOf(in.decimalValue()));
  }

  private static String[] textTable(Iterable<JsonNode> all) {
    Set<String> found = new HashSet<>();
    for (JsonNode value : all) {
      if (value.isTextual()) {
        found.add(value.textValue());
      }
    }
    String[] table = new String[Integer.highestOneBit(found.size() * 2 + 1) * 2];
    for (String text : found) {
      int slot = text.hashCode() & (table.length - 1);
      while (table[slot] != null) {
        slot = (slot + 1) & (table.length - 1);
      }
      table[slot] = text;
    }
    return table;
  }

  private boolean hasText(CharSequence text) {
    int hash = 0;
    for (int i = 0; i < text.length(); i++) {
      hash = 31 * hash + text.charAt(i);
    }
    for (int slot = hash & (texts.length - 1);
        texts[slot] != null;
        slot = (slot + 1) & (texts.length - 1)) {
      if (texts[slot].contentEquals(text)) {
        return true;
      }
    }
    return false;
  }
}
