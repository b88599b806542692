package io.gatemason.runtime.schema;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatemason.runtime.json.JsonFormatException;
import io.gatemason.runtime.json.JsonScanner;
import java.util.Arrays;

/** A cursor over the bytes of a body: verdicts only, no tree unless one is asked for. */
final class StreamCursor extends ScannedValue {
  private final boolean held;
  private final int rootKind;
  private final int rootPosition;
  private final int outerDepth;
  private String name = "";
  private int depth = -1;

  /** Of the container being read: required names, members or items, the next name to expect. */
  private long seen;

  private int size;
  private int guess;

  /** The same of the containers around it, three numbers each. */
  private long[] outer = new long[3 * 4];

  private long lastSeen;
  private int lastSize;

  StreamCursor(byte[] body) {
    super(new JsonScanner(body), new Walk(body.length));
    this.held = false;
    this.rootKind = scanner.value();
    this.rootPosition = scanner.position();
    this.outerDepth = 0;
    this.kind = rootKind;
  }

  private StreamCursor(StreamCursor parent, JsonScanner scanner, boolean held) {
    super(scanner, parent.walk);
    this.held = held;
    this.rootKind = parent.kind;
    this.rootPosition = scanner.position();
    this.outerDepth = parent.outerDepth + parent.depth + 1;
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
    size++;
    return member(known, false);
  }

  private boolean member(MemberNames known, boolean first) {
    int index = scanner.member(first, known.table(), guess);
    if (index == JsonScanner.NO_MEMBER) {
      leave(OBJECT_END);
      return false;
    }
    if (index == JsonScanner.UNKNOWN) {
      name = scanner.text().toString();
    } else {
      name = known.table().text(index);
      seen |= known.requiredBit(index);
      guess = index + 1;
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
    size++;
    return item(false);
  }

  private boolean item(boolean first) {
    kind = scanner.item(first);
    if (kind == ARRAY_END) {
      leave(ARRAY_END);
      return false;
    }
    return true;
  }

  @Override
  public int index() {
    return size;
  }

  private void enter() {
    depth++;
    if (outerDepth + depth >= JsonScanner.MAX_DEPTH) {
      throw new JsonFormatException("nested too deeply");
    }
    if (depth * 3 == outer.length) {
      outer = Arrays.copyOf(outer, outer.length * 2);
    }
    outer[depth * 3] = seen;
    outer[depth * 3 + 1] = size;
    outer[depth * 3 + 2] = guess;
    seen = 0;
    size = 0;
    guess = 0;
  }

  private void leave(int endKind) {
    kind = endKind;
    lastSeen = seen;
    lastSize = size;
    seen = outer[depth * 3];
    size = (int) outer[depth * 3 + 1];
    guess = (int) outer[depth * 3 + 2];
    depth--;
  }

  private void skip() {
    if (kind == OBJECT || kind == ARRAY) {
      scanner.skip(kind, outerDepth + depth + 2);
    }
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
    return new TreeCursor(tree, null, null, walk);
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
  long seen() {
    return lastSeen;
  }

  @Override
  int size() {
    return lastSize;
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
  boolean nameMatches(SchemaPattern pattern) {
    return walk.find(pattern, name);
  }
}
