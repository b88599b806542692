package io.gatemason.runtime.schema;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatemason.runtime.json.TextTable;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The node at which a cursor over a tree stands, and where what is wrong with it is noted. */
abstract class TreeValue extends JsonCursor {
  final @Nullable Findings findings;
  final Walk walk;
  JsonNode node;

  TreeValue(JsonNode node, @Nullable Findings findings, Walk walk) {
    this.node = node;
    this.findings = findings;
    this.walk = walk;
  }

  @Nullable Findings findings() {
    return findings;
  }

  JsonNode node() {
    return node;
  }

  @Override
  CharSequence text() {
    return node.textValue();
  }

  @Override
  int textLength() {
    return node.textValue().codePointCount(0, node.textValue().length());
  }

  @Override
  boolean isOneOf(TextTable texts) {
    throw new IllegalStateException("a tree compares nodes");
  }

  @Override
  boolean isShort() {
    return kind == INTEGER && node.canConvertToLong();
  }

  @Override
  long digits() {
    return node.longValue();
  }

  @Override
  int scale() {
    return 0;
  }

  @Override
  BigDecimal decimalValue() {
    return node.decimalValue();
  }

  @Override
  long seen() {
    throw new IllegalStateException("a tree knows its members");
  }

  @Override
  int size() {
    return node.size();
  }

  @Override
  Object printed() {
    return node;
  }

  @Override
  boolean collects() {
    return findings != null;
  }

  @Override
  boolean failed(SchemaKeyword keyword, String format, Object... arguments) {
    if (findings == null) {
      return false;
    }
    findings.add(keyword, format, arguments);
    return true;
  }

  @Override
  boolean matches(SchemaPattern pattern) {
    return walk.find(pattern, text());
  }
}
