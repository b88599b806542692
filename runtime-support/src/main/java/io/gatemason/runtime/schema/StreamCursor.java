package io.gatemason.runtime.schema;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatemason.runtime.json.JsonFormatException;
import io.gatemason.runtime.json.JsonScanner;
import io.gatemason.runtime.json.TextTable;
import java.math.BigDecimal;
import java.util.Arrays;

/** A cursor over the bytes of a body: verdicts only, no tree unless one is asked for. */
final class StreamCursor extends JsonCursor {
  private final JsonScanner scanner;
  private final PatternMatchers matchers;
  private final boolean held;
  private final int rootKind;
  private final int rootPosition;
  private final int outerDepth;
  private String name = "";
  private int depth = -1;
  private long[] seen = new long[4];
  private int[] sizes = new int[4];

  StreamCursor(byte[] body) {
    this.scanner = new JsonScanner(body);
    this.matchers = new PatternMatchers();
    this.held = false;
    this.rootKind = scanner.value();
    this.rootPosition = scanner.position();
    this.outerDepth = 0;
    this.kind = rootKind;
  }

  private StreamCursor(StreamCursor outer, JsonScanner scanner, boolean held) {
    this.scanner = scanner;
    this.matchers = outer.matchers;
    this.held = held;
    this.rootKind = outer.kind;
    this.rootPosition = scanner.position();
    this.outerDepth = outer.outerDepth + outer.depth + 1;
    this.kind = rootKind;
  }

  /** Reads what is left of the value and after it. */
  void finish() {
    skip();
    scanner.end();
  }

  @Override
  public boolean firstMember(MemberNames known) {
    if (kind != OBJECT) {
      return false;
    }
    enter();
    return member(known, true);
  }

  @Override
  public boolean nextMember(MemberNames known) {
    skip();
    sizes[depth]++;
    return member(known, false);
  }

  private boolean member(MemberNames known, boolean first) {
    if (!scanner.member(first)) {
      kind = OBJECT_END;
      depth--;
      return false;
    }
    int index = scanner.indexIn(known.table());
    if (index >= 0) {
      name = known.table().texts().get(index);
      seen[depth] |= index < Long.SIZE ? 1L << index : 0;
    } else {
      name = scanner.text().toString();
    }
    kind = scanner.value();
    return true;
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
    return item(true);
  }

  @Override
  public boolean nextItem() {
    skip();
    sizes[depth]++;
    return item(false);
  }

  private boolean item(boolean first) {
    kind = scanner.item(first);
    if (kind == ARRAY_END) {
      depth--;
      return false;
    }
    return true;
  }

  @Override
  public int index() {
    return sizes[depth];
  }

  private void enter() {
    depth++;
    if (outerDepth + depth >= JsonScanner.MAX_DEPTH) {
      throw new JsonFormatException("nested too deeply");
    }
    if (depth == seen.length) {
      seen = Arrays.copyOf(seen, depth * 2);
      sizes = Arrays.copyOf(sizes, depth * 2);
    }
    seen[depth] = 0;
    sizes[depth] = 0;
  }

  private void skip() {
    if (kind == OBJECT || kind == ARRAY) {
      scanner.skip(kind, outerDepth + depth + 2);
    }
  }

  @Override
  public boolean evaluated() {
    return true;
  }

  @Override
  public JsonCursor hold() {
    return kind == OBJECT || kind == ARRAY
        ? new StreamCursor(this, scanner.copy(), true)
        : scalar();
  }

  /** A cursor at a scalar that stays there when it is rewound. */
  private JsonCursor scalar() {
    return held ? new StreamCursor(this, scanner, false) : this;
  }

  @Override
  public JsonCursor tree() {
    if (kind != OBJECT && kind != ARRAY) {
      return scalar();
    }
    int start = scanner.position() - 1;
    skip();
    kind = kind == OBJECT ? OBJECT_END : ARRAY_END;
    JsonNode tree = JsonReading.tree(scanner.bytes(), start, scanner.position());
    return new TreeCursor(tree, null, null, matchers);
  }

  @Override
  public JsonCursor rewind() {
    if (held) {
      scanner.position(rootPosition);
      kind = rootKind;
      depth = -1;
    }
    return this;
  }

  @Override
  JsonCursor again() {
    return rewind();
  }

  @Override
  CharSequence text() {
    return scanner.text();
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
    boolean passed = check.check(this);
    rewind();
    return passed;
  }

  @Override
  boolean inline(SchemaKeyword keyword, SchemaCheck check) {
    return probe(check);
  }

  @Override
  boolean matches(SchemaPattern pattern, CharSequence characters) {
    return matchers.find(pattern, characters);
  }
}
