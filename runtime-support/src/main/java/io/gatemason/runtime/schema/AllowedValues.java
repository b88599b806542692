package io.gatemason.runtime.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.gatemason.runtime.json.TextTable;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The values of an {@code enum} or {@code const}. Immutable. */
public final class AllowedValues {
  private final SchemaKeyword keyword;
  private final String printed;
  private final TreeSet<JsonNode> values = new TreeSet<>(JsonOrder.BY_VALUE);
  private final TextTable texts;

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
    return switch (in.kind) {
      case JsonCursor.STRING -> in.isOneOf(texts);
      case JsonCursor.INTEGER, JsonCursor.FLOAT -> hasNumber(in);
      case JsonCursor.TRUE, JsonCursor.FALSE ->
          values.contains(BooleanNode.valueOf(in.kind == JsonCursor.TRUE));
      case JsonCursor.NULL -> values.contains(NullNode.getInstance());
      default -> false;
    };
  }

  private boolean hasNumber(JsonCursor in) {
    return values.contains(
        in.isShort() && in.scale() == 0
            ? LongNode.valueOf(in.digits())
            : DecimalNode.valueOf(in.decimalValue()));
  }

  private static TextTable textTable(Iterable<JsonNode> all) {
    Set<String> texts = new LinkedHashSet<>();
    for (JsonNode value : all) {
      if (value.isTextual()) {
        texts.add(value.textValue());
      }
    }
    return TextTable.of(List.copyOf(texts));
  }
}
