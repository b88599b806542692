package io.gatemason.runtime.schema;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The errors of one walk, in the order of java-json-tools json-schema-validator 2.2: the keywords
 * of a schema by name; then, only if nothing failed so far, the members by name or the items by
 * index.
 */
final class Findings {
  private Frame frame = new Frame(null, "");

  private sealed interface Entry permits Message, Nested {
    SchemaKeyword keyword();
  }

  private record Message(SchemaKeyword keyword, String format, List<Object> arguments)
      implements Entry {

    String text() {
      return String.format(format, arguments.toArray());
    }
  }

  private record Nested(SchemaKeyword keyword, Frame frame) implements Entry {}

  /** One schema applied to one value. */
  private static final class Frame {
    final @Nullable Frame parent;
    final String key;
    final List<Entry> own = new ArrayList<>();
    final List<Frame> children = new ArrayList<>();
    final TreeSet<String> unwanted = new TreeSet<>();

    Frame(@Nullable Frame parent, String key) {
      this.parent = parent;
      this.key = key;
    }
  }

  void add(SchemaKeyword keyword, String format, Object... arguments) {
    frame.own.add(new Message(keyword, format, List.of(arguments)));
  }

  /** A member of the object at whose member the walk stands is not allowed. */
  void addUnwanted(String name) {
    parent().unwanted.add(name);
  }

  /** Goes down to a member; the empty name for items. */
  void enter(String key) {
    Frame child = new Frame(frame, key);
    frame.children.add(child);
    frame = child;
  }

  /** Goes on with another schema for the same value. */
  void again() {
    String key = frame.key;
    leave();
    enter(key);
  }

  /** Begins a schema whose errors stand among those of a keyword of the current one. */
  void nest(SchemaKeyword keyword) {
    Frame nested = new Frame(frame, frame.key);
    frame.own.add(new Nested(keyword, nested));
    frame = nested;
  }

  void leave() {
    frame = parent();
  }

  private Frame parent() {
    Frame parent = frame.parent;
    if (parent == null) {
      throw new IllegalStateException("at the top");
    }
    return parent;
  }

  List<String> list() {
    List<String> report = new ArrayList<>();
    collect(frame, report);
    return report;
  }

  private static void collect(Frame frame, List<String> report) {
    if (!frame.unwanted.isEmpty()) {
      frame.own.add(
          new Message(
              SchemaKeyword.ADDITIONAL_PROPERTIES,
              ObjectChecks.NOT_ALLOWED,
              List.of(Printed.names(frame.unwanted))));
    }
    frame.own.sort(Comparator.comparing(Entry::keyword));
    for (Entry entry : frame.own) {
      switch (entry) {
        case Message message -> report.add(message.text());
        case Nested nested -> collect(nested.frame(), report);
      }
    }
    if (report.isEmpty()) {
      frame.children.sort(Comparator.comparing(child -> child.key));
      for (Frame child : frame.children) {
        collect(child, report);
      }
    }
  }
}
