package io.gatemason.generator.jsonschema;

import io.gatemason.generator.jsonschema.code.Values;
import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.ObjectNode;
import io.gatemason.generator.source.ScalarNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds keywords of one schema that exclude each other. */
final class Contradictions {
  private static final Map<String, String> LIMITS =
      Map.of(
          "minLength", "maxLength",
          "minItems", "maxItems",
          "minProperties", "maxProperties",
          "minimum", "maximum",
          "minContains", "maxContains");

  private final Dialect dialect;

  /** Receives what is found. */
  interface Report {
    /** Reports at a node. */
    void add(Node place, String message, String hint);
  }

  Contradictions(Dialect dialect) {
    this.dialect = dialect;
  }

  void find(ObjectNode schema, Report report) {
    LIMITS.forEach((low, high) -> limits(schema, low, high, false, report));
    boolean draft4 = dialect != Dialect.DRAFT_2020_12;
    if (!draft4) {
      limits(schema, "minimum", "exclusiveMaximum", true, report);
      limits(schema, "exclusiveMinimum", "maximum", true, report);
      limits(schema, "exclusiveMinimum", "exclusiveMaximum", true, report);
    } else if (isTrue(schema, "exclusiveMinimum") || isTrue(schema, "exclusiveMaximum")) {
      limits(schema, "minimum", "maximum", true, report);
    }
    required(schema, report);
    values(schema, report);
  }

  private static boolean isTrue(ObjectNode schema, String keyword) {
    return schema.get(keyword).filter(Values::isTrue).isPresent();
  }

  private static void limits(
      ObjectNode schema, String low, String high, boolean exclusive, Report report) {
    Optional<BigDecimal> min = schema.get(low).flatMap(Values::decimal);
    Optional<BigDecimal> max = schema.get(high).flatMap(Values::decimal);
    if (min.isEmpty() || max.isEmpty()) {
      return;
    }
    int compared = min.get().compareTo(max.get());
    if (exclusive ? compared == 0 : compared > 0) {
      report.add(
          schema.get(low).get(),
          "\"%s\" %s %s \"%s\" %s"
              .formatted(
                  low,
                  min.get(),
                  exclusive ? "leaves nothing below" : "is greater than",
                  high,
                  max.get()),
          "exchange or correct the limits");
    }
  }

  private static void required(ObjectNode schema, Report report) {
    boolean closed =
        schema.get("additionalProperties").filter(Values::isFalse).isPresent()
            && !schema.has("patternProperties");
    Optional<ObjectNode> properties = schema.get("properties").flatMap(Node::asObject);
    for (Node name : items(schema, "required")) {
      String text = Values.text(name).orElse("");
      if (closed && properties.filter(p -> p.has(text)).isEmpty()) {
        report.add(
            name,
            "\"" + text + "\" is required, but \"additionalProperties\" does not allow it",
            "add it to \"properties\"");
      }
    }
  }

  private static List<Node> items(ObjectNode schema, String keyword) {
    return schema.get(keyword).flatMap(Node::asArray).map(a -> a.items()).orElse(List.of());
  }

  /** Null goes with every type: that is how documents write what may be absent. */
  private void values(ObjectNode schema, Report report) {
    List<String> types = new ArrayList<>();
    items(schema, "type").forEach(type -> Values.text(type).ifPresent(types::add));
    schema.get("type").flatMap(Values::text).ifPresent(types::add);
    List<Node> values = new ArrayList<>(items(schema, "enum"));
    schema.get("const").filter(v -> dialect == Dialect.DRAFT_2020_12).ifPresent(values::add);
    for (Node value : values) {
      String type = type(value);
      if (!types.isEmpty() && !type.equals("null") && !allows(types, type, value)) {
        report.add(
            value,
            "no value of type " + String.join(" or ", types) + " equals this " + type,
            type.equals("string") ? "correct \"type\"" : "put it in quotes, or correct \"type\"");
      }
    }
  }

  private boolean allows(List<String> types, String type, Node value) {
    boolean integral =
        dialect == Dialect.DRAFT_2020_12
            && Values.decimal(value)
                .filter(n -> n.signum() == 0 || n.stripTrailingZeros().scale() <= 0)
                .isPresent();
    return types.contains(type)
        || (type.equals("integer") && types.contains("number"))
        || (integral && types.contains("integer"));
  }

  private static String type(Node value) {
    if (value.asScalar().isEmpty()) {
      return value.asObject().isPresent() ? "object" : "array";
    }
    ScalarNode.Kind kind = value.asScalar().get().scalarKind();
    return switch (kind) {
      case STRING -> "string";
      case INTEGER -> "integer";
      case NUMBER -> "number";
      case BOOLEAN -> "boolean";
      case NULL -> "null";
    };
  }
}
