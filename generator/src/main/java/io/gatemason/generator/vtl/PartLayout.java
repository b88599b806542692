package io.gatemason.generator.vtl;

import com.palantir.javapoet.CodeBlock;
import java.util.ArrayList;
import java.util.List;

/** Keeps generated methods short: what is too long moves into methods named by template line. */
final class PartLayout {
  private static final int LONGEST_METHOD = 24;
  private static final int LONGEST_BODY = 12;

  private final TemplateClass target;

  PartLayout(TemplateClass target) {
    this.target = target;
  }

  /**
   * A statement.
   *
   * @param at its offset in the template, -1 if it is text
   * @param leaves whether it leaves the surrounding loop, so that it cannot be moved
   * @param lines how many lines it has
   */
  record Piece(int at, CodeBlock code, boolean leaves, int lines) {

    Piece(int at, CodeBlock code, boolean leaves) {
      this(at, code, leaves, (int) code.toString().lines().count());
    }

    static Piece of(int at, String format, Object... arguments) {
      return new Piece(at, CodeBlock.builder().addStatement(format, arguments).build(), false);
    }

    static Piece leaving(int at, CodeBlock code) {
      return new Piece(at, code, true);
    }

    static Piece block(int at, CodeBlock code) {
      return new Piece(at, code, false);
    }
  }

  /** Joins statements; if they are too many, groups of them become methods. */
  CodeBlock fit(List<Piece> pieces, Scope scope) {
    List<Piece> level = pieces;
    while (lines(level) > LONGEST_METHOD) {
      List<Piece> shorter = grouped(level, scope);
      if (shorter.size() >= level.size()) {
        break;
      }
      level = shorter;
    }
    return CodeBlock.join(level.stream().map(Piece::code).toList(), "");
  }

  private static int lines(List<Piece> pieces) {
    return pieces.stream().mapToInt(Piece::lines).sum();
  }

  private List<Piece> grouped(List<Piece> pieces, Scope scope) {
    List<Piece> grouped = new ArrayList<>();
    List<Piece> group = new ArrayList<>();
    for (Piece piece : pieces) {
      if (piece.leaves() || lines(group) + piece.lines() > LONGEST_METHOD) {
        close(group, scope, grouped);
      }
      if (piece.leaves()) {
        grouped.add(piece);
      } else {
        group.add(piece);
      }
    }
    close(group, scope, grouped);
    return grouped;
  }

  private void close(List<Piece> group, Scope scope, List<Piece> to) {
    if (group.size() > 1) {
      int at = group.stream().mapToInt(Piece::at).filter(a -> a >= 0).findFirst().orElse(0);
      CodeBlock body = CodeBlock.join(group.stream().map(Piece::code).toList(), "");
      to.add(Piece.of(at, "$L", target.part("render", at, scope.loops(), body)));
    } else {
      to.addAll(group);
    }
    group.clear();
  }

  /** The body of a loop or condition; a long one becomes a method, unless it leaves the loop. */
  CodeBlock inner(CodeBlock body, Scope scope, int at, boolean leaves) {
    if (leaves || body.toString().lines().count() <= LONGEST_BODY) {
      return body;
    }
    CodeBlock call = target.part("body", at, scope.loops(), body);
    return CodeBlock.builder().addStatement("$L", call).build();
  }
}
