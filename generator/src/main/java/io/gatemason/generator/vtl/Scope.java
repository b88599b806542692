package io.gatemason.generator.vtl;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

  private Scope(List<String> loops, Exit exit) {
    this.loops = List.copyOf(loops);
    this.exit = exit;
  }

  static Scope template() {
    return new Scope(List.of(), Exit.TEMPLATE);
  }

  /** Inside one more loop. */
  Scope loop() {
    List<String> inner = new ArrayList<>(loops);
    inner.add(nextLoop());
    return new Scope(inner, Exit.LOOP);
  }

  /** Inside #define: its loops are those of the place where it is used, which are unknown. */
  Scope block() {
    return new Scope(List.of(), Exit.BLOCK);
  }

  /** Inside a string literal. */
  Scope text() {
    return new Scope(loops, Exit.TEXT);
  }

  /** The name of the loop that {@link #loop()} adds. */
  String nextLoop() {
    return loops.isEmpty() ? "foreach" : "foreach" + (loops.size() + 1);
  }

  /** The surrounding loops, outermost first. */
  List<String> loops() {
    return loops;
  }

  /** The innermost loop. */
  Optional<String> innermost() {
    return loops.isEmpty() ? Optional.empty() : Optional.of(loops.get(loops.size() - 1));
  }

  Exit exit() {
    return exit;
  }
}
