package io.gatemason.runtime.waf.text;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The keys and values of a JSON body that a web ACL looks at one by one
 * (docs/behaviour/web-acls.md#json-bodies). Reads what some parsers let pass, so that nothing hides
 * behind a missing comma. Takes linear time and memory, however deep the body is.
 */
public final class JsonBodyElements {
  private final JsonCursor cursor;
  private final Scope scope;
  private final Deque<Level> levels = new ArrayDeque<>();
  private final List<byte[]> elements = new ArrayList<>();

  private JsonBodyElements(byte[] body, Scope scope) {
    this.cursor = new JsonCursor(body);
    this.scope = scope;
  }

  /** Which elements are looked at. */
  public enum Scope {
    ALL,
    KEY,
    VALUE
  }

  /**
   * What was found in a body.
   *
   * @param elements keys and texts of values in their order, strings without quotes and escapes, in
   *     UTF-8
   * @param whole false if the body could not be read to its end: these are the elements before
   */
  public record Found(List<byte[]> elements, boolean whole) {}

  /**
   * Finds the elements of a body; none in an empty one.
   *
   * @param pointers whose values are looked at, with everything below them (RFC 6901), but not the
   *     key that leads to it; null for the whole body
   */
  public static Found of(byte[] body, @Nullable List<String> pointers, Scope scope) {
    if (body.length == 0) {
      return new Found(List.of(), true);
    }
    JsonBodyElements reading = new JsonBodyElements(body, scope);
    boolean whole = reading.read(JsonSelection.of(pointers));
    return new Found(List.copyOf(reading.elements), whole);
  }

  private boolean read(JsonSelection root) {
    cursor.skipMarkAndBlanks();
    if (!open(root)) {
      return false;
    }
    while (!levels.isEmpty()) {
      if (!readNext(levels.element())) {
        return false;
      }
    }
    cursor.skipBlanks();
    return cursor.atEnd();
  }

  /** Whether an object or array begins here, which is entered then. */
  private boolean open(JsonSelection selection) {
    if (cursor.take('{')) {
      levels.push(new Level(selection, new HashSet<>()));
      return true;
    }
    if (cursor.take('[')) {
      levels.push(new Level(selection, null));
      return true;
    }
    return false;
  }

  /** Reads the next member, or the end, of an object or array; false if there is neither. */
  private boolean readNext(Level level) {
    cursor.skipBlanks();
    if (cursor.take(level.keys == null ? ']' : '}')) {
      levels.pop();
      return true;
    }
    if (level.count > 0 && cursor.take(',')) {
      cursor.skipBlanks();
    }
    if (level.keys == null) {
      return readValue(level.selection.child(Integer.toString(level.count++)));
    }
    level.count++;
    byte[] key = cursor.string();
    if (key == null) {
      return false;
    }
    String name = new String(key, StandardCharsets.UTF_8);
    if (!level.keys.add(name)) {
      return false;
    }
    if (level.selection.selected() && scope != Scope.VALUE) {
      elements.add(key);
    }
    cursor.skipBlanksAnd(':');
    return readValue(level.selection.child(name));
  }

  private boolean readValue(JsonSelection selection) {
    if (open(selection)) {
      return true;
    }
    byte[] value = cursor.leaf();
    if (value == null) {
      return false;
    }
    if (selection.selected() && scope != Scope.KEY) {
      elements.add(value);
    }
    return true;
  }

  /** An object or array whose end was not read yet. */
  private static final class Level {
    final JsonSelection selection;
    final @Nullable Set<String> keys;
    int count;

    Level(JsonSelection selection, @Nullable Set<String> keys) {
      this.selection = selection;
      this.keys = keys;
    }
  }
}
