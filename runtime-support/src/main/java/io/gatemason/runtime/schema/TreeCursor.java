package io.gatemason.runtime.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A cursor over a tree: for values that are looked at more than once, and for messages. */
final class TreeCursor extends TreeValue {
  private final JsonNode root;
  private final @Nullable Evaluated rootEvaluated;
  private final ArrayDeque<Level> levels = new ArrayDeque<>();
  private @Nullable Evaluated evaluated;

  /** A container being read. */
  private static final class Level {
    final JsonNode container;
    final Iterator<Map.Entry<String, JsonNode>> members;
    final Iterator<JsonNode> items;
    final @Nullable Evaluated evaluated;
    String name = "";
    int index = -1;

    Level(JsonNode container, @Nullable Evaluated evaluated) {
      this.container = container;
      this.members =
          container.isObject() ? container.properties().iterator() : Collections.emptyIterator();
      this.items = container.isArray() ? container.iterator() : Collections.emptyIterator();
      this.evaluated = evaluated;
    }
  }

  TreeCursor(JsonNode root, @Nullable Findings findings, @Nullable Evaluated evaluated, Walk walk) {
    super(root, findings, walk);
    this.root = root;
    this.rootEvaluated = evaluated;
    this.evaluated = evaluated;
    this.kind = root.asToken().id();
    walk.step();
  }

  @Override
  public boolean firstMember(MemberNames known) {
    if (kind != OBJECT) {
      return false;
    }
    levels.push(new Level(node, evaluated));
    return member();
  }

  @Override
  public boolean nextMember(MemberNames known) {
    leaveFinding();
    return member();
  }

  private boolean member() {
    Level level = levels.getFirst();
    if (!level.members.hasNext()) {
      return end(level, OBJECT_END);
    }
    Map.Entry<String, JsonNode> member = level.members.next();
    level.name = member.getKey();
    stand(member.getValue(), member.getKey());
    return true;
  }

  @Override
  public String name() {
    return levels.getFirst().name;
  }

  @Override
  public boolean firstItem() {
    if (kind != ARRAY) {
      return false;
    }
    levels.push(new Level(node, evaluated));
    return item();
  }

  @Override
  public boolean nextItem() {
    leaveFinding();
    return item();
  }

  private boolean item() {
    Level level = levels.getFirst();
    if (!level.items.hasNext()) {
      return end(level, ARRAY_END);
    }
    level.index++;
    stand(level.items.next(), "");
    return true;
  }

  private void stand(JsonNode child, String key) {
    walk.step();
    node = child;
    kind = child.asToken().id();
    evaluated = null;
    if (findings != null) {
      findings.enter(key);
    }
  }

  private void leaveFinding() {
    if (findings != null) {
      findings.leave();
    }
  }

  private boolean end(Level level, int endKind) {
    levels.pop();
    node = level.container;
    kind = endKind;
    evaluated = level.evaluated;
    return false;
  }

  @Override
  public int index() {
    return levels.getFirst().index;
  }

  @Override
  public boolean evaluated() {
    Level level = levels.getFirst();
    if (level.evaluated == null) {
      return true;
    }
    if (level.container.isObject()) {
      level.evaluated.add(level.name);
    } else {
      level.evaluated.add(level.index);
    }
    return true;
  }

  @Override
  public JsonCursor hold() {
    return new TreeCursor(node, findings, evaluated, walk);
  }

  @Override
  public JsonCursor tree() {
    return hold();
  }

  @Override
  public JsonCursor rewind() {
    levels.clear();
    node = root;
    kind = root.asToken().id();
    evaluated = rootEvaluated;
    return this;
  }

  @Override
  JsonCursor again() {
    if (findings != null) {
      findings.again();
    }
    return rewind();
  }

  @Override
  boolean probe(SchemaCheck check) {
    Evaluated branch = evaluated == null ? null : new Evaluated();
    boolean passed = check.check(new TreeCursor(node, null, branch, walk));
    if (passed && evaluated != null && branch != null) {
      evaluated.addAll(branch);
    }
    return passed;
  }

  @Override
  boolean inline(SchemaKeyword keyword, SchemaCheck check) {
    if (findings == null) {
      return probe(check);
    }
    findings.nest(keyword);
    boolean goOn = check.check(new TreeCursor(node, findings, evaluated, walk));
    findings.leave();
    return goOn;
  }

  /** This value with findings of its own place and another record of what is evaluated. */
  TreeCursor recording(Evaluated record) {
    return new TreeCursor(node, findings, record, walk);
  }

  /** This value for a verdict that neither records nor evaluates. */
  TreeCursor silent() {
    return new TreeCursor(node, null, null, walk);
  }

  /** A value inside this one, for a verdict. */
  TreeCursor at(JsonNode child) {
    return new TreeCursor(child, null, null, walk);
  }

  @Nullable Evaluated record() {
    return evaluated;
  }

  @Override
  boolean nameMatches(SchemaPattern pattern) {
    return walk.find(pattern, name());
  }
}
