package io.gatemason.runtime.schema;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonParser.NumberType;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Arrays;

/** A cursor over the bytes of a body: verdicts only, no tree. */
final class StreamCursor extends JsonCursor {
  private final JsonParser parser;
  private final TextView text = new TextView();
  private final PatternMatchers matchers = new PatternMatchers();
  private String name = "";
  private int kind;
  private int depth = -1;
  private long[] seen = new long[4];
  private int[] sizes = new int[4];

  StreamCursor(JsonParser parser) throws IOException {
    this.parser = parser;
    if (parser.nextToken() == null) {
      throw new MalformedJsonException("empty");
    }
    this.kind = parser.currentTokenId();
  }

  /** Whether nothing is left after the value. */
  boolean finish() throws IOException {
    skip();
    return parser.nextToken() == null;
  }

  @Override
  public boolean firstMember() {
    if (kind != OBJECT) {
      return false;
    }
    enter();
    return member();
  }

  @Override
  public boolean nextMember() {
    sizes[depth]++;
    return member();
  }

  private boolean member() {
    try {
      skip();
      String next = parser.nextFieldName();
      if (next == null) {
        kind = OBJECT_END;
        depth--;
        return false;
      }
      name = next;
      parser.nextToken();
      kind = parser.currentTokenId();
      return true;
    } catch (IOException e) {
      throw new MalformedJsonException(e);
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public boolean firstItem() {
    if (kind != ARRAY) {
      return false;
    }
    enter();
    return item();
  }

  @Override
  public boolean nextItem() {
    sizes[depth]++;
    return item();
  }

  private boolean item() {
    try {
      skip();
      parser.nextToken();
      kind = parser.currentTokenId();
      if (kind == ARRAY_END) {
        depth--;
        return false;
      }
      return true;
    } catch (IOException e) {
      throw new MalformedJsonException(e);
    }
  }

  @Override
  public int index() {
    return sizes[depth];
  }

  private void enter() {
    kind = 0;
    depth++;
    if (depth == seen.length) {
      seen = Arrays.copyOf(seen, depth * 2);
      sizes = Arrays.copyOf(sizes, depth * 2);
    }
    seen[depth] = 0;
    sizes[depth] = 0;
  }

  private void skip() throws IOException {
    if (kind == OBJECT || kind == ARRAY) {
      parser.skipChildren();
    }
  }

  @Override
  public boolean saw(int position) {
    seen[depth] |= 1L << position;
    return true;
  }

  @Override
  public boolean evaluated() {
    return true;
  }

  @Override
  public JsonCursor hold() {
    if (kind != OBJECT && kind != ARRAY) {
      return this;
    }
    try {
      JsonNode tree = JsonReading.tree(parser);
      kind = parser.currentTokenId();
      return new TreeCursor(tree, null, null, matchers);
    } catch (IOException e) {
      throw new MalformedJsonException(e);
    }
  }

  @Override
  public JsonCursor rewind() {
    return this;
  }

  @Override
  JsonCursor again() {
    return this;
  }

  @Override
  int kind() {
    return kind;
  }

  @Override
  CharSequence text() {
    try {
      return text.set(parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
    } catch (IOException e) {
      throw new MalformedJsonException(e);
    }
  }

  @Override
  boolean isLong() {
    try {
      return kind == INTEGER && parser.getNumberType() != NumberType.BIG_INTEGER;
    } catch (IOException e) {
      throw new MalformedJsonException(e);
    }
  }

  @Override
  long longValue() {
    try {
      return parser.getLongValue();
    } catch (IOException e) {
      throw new MalformedJsonException(e);
    }
  }

  @Override
  CharSequence digits() {
    return text();
  }

  @Override
  double doubleValue() {
    try {
      return parser.getDoubleValue();
    } catch (IOException e) {
      throw new MalformedJsonException(e);
    }
  }

  @Override
  BigDecimal decimalValue() {
    try {
      return parser.getDecimalValue();
    } catch (IOException | NumberFormatException e) {
      throw new MalformedJsonException(e);
    }
  }

  @Override
  long seen() {
    return seen[depth + 1];
  }

  @Override
  int size() {
    return sizes[depth + 1];
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
  boolean probe(SchemaCheck check) {
    return check.check(this);
  }

  @Override
  boolean inline(SchemaKeyword keyword, SchemaCheck check) {
    return check.check(this);
  }

  @Override
  boolean matches(SchemaPattern pattern, CharSequence characters) {
    return matchers.find(pattern, characters);
  }
}
