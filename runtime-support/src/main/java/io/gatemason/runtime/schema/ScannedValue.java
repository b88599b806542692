package io.gatemason.runtime.schema;

import io.gatemason.runtime.json.JsonScanner;
import io.gatemason.runtime.json.TextTable;
import java.math.BigDecimal;

/** The value that a scanner has just read: judged where it stands in the body, never printed. */
abstract class ScannedValue extends JsonCursor {
  final JsonScanner scanner;
  final Walk walk;

  ScannedValue(JsonScanner scanner, Walk walk) {
    this.scanner = scanner;
    this.walk = walk;
  }

  @Override
  CharSequence text() {
    return scanner.text();
  }

  @Override
  int textLength() {
    return scanner.textLength();
  }

  @Override
  boolean isOneOf(TextTable texts) {
    return scanner.indexIn(texts) >= 0;
  }

  @Override
  boolean isShort() {
    return scanner.isShort();
  }

  @Override
  long digits() {
    return scanner.digits();
  }

  @Override
  int scale() {
    return scanner.scale();
  }

  @Override
  BigDecimal decimalValue() {
    return scanner.decimal();
  }

  @Override
  Object printed() {
    return "";
  }

  @Override
  boolean collects() {
    return false;
  }

  @Override
  boolean failed(SchemaKeyword keyword, String format, Object... arguments) {
    return false;
  }

  @Override
  public boolean evaluated() {
    return true;
  }

  @Override
  boolean matches(SchemaPattern pattern) {
    if (scanner.isPlain() && pattern.engine() instanceof SchemaPattern.Runs runs) {
      return runs.make(scanner.bytes(), scanner.textStart(), scanner.textEnd());
    }
    return walk.find(pattern, scanner.text());
  }
}
