package io.gatemason.generator.vtl;

import java.util.ArrayList;
import java.util.List;

/** Which loops surround the code being generated, and what #break means there. Immutable. */
final class Scope {
  /** What surrounds a #break. */
  enum Exit {
    LOOP,
    BLOCK,
    TEMPLATE,
    TEXT
  }

  private final List<String> loops;
  private final Exit exit;
  private final boolean used;

  private Scope(List<String> loops, Exit exit, boolean used) {
    this.loops = List.copyOf(loops);
    this.exit = exit;
    this.used = used;
  }

  static Scope template() {
    return new Scope(List.of(), Exit.TEMPLATE, false);
  }

  /** Inside one more loop. */
  Scope loop() {
    List<String> inner = new ArrayList<>(loops);
    inner.add(nextLoop());
    return new Scope(inner, Exit.LOOP, used);
  }

  /** Inside #define: its loops are those of the place where it is used, which are unknown. */
  Scope block() {
    return new Scope(List.of(), Exit.BLOCK, true);
  }

  /** Inside a string literal. */
  Scope text() {
    return new Scope(loops, Exit.TEXT, used);
  }

  /** The name of the loop that {@link #loop()} adds. */
  String nextLoop() {
    return loops.isEmpty() ? "foreach" : "foreach" + (loops.size() + 1);
  }

  /** The surrounding loops, outermost first. */
  List<String> loops() {
    return loops;
  }

  /** Whether this is inside #define, so that loops run around it that {@link #loops} lacks. */
  boolean used() {
    return used;
  }

  Exit exit() {
    return exit;
  }
}
