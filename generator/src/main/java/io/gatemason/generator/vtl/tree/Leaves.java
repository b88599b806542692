package io.gatemason.generator.vtl.tree;

import java.util.List;

/** Finds a #break that leaves what surrounds the given statements. */
public final class Leaves {
  private Leaves() {}

  /** Whether what stands behind a statement in its block is never reached. */
  static boolean always(Statement statement) {
    if (statement instanceof Statement.If choice) {
      return endsAlways(choice.otherwise())
          && choice.branches().stream().allMatch(branch -> endsAlways(branch.body()));
    }
    return statement instanceof Statement.Break || statement instanceof Statement.Stop;
  }

  private static boolean endsAlways(List<Statement> statements) {
    return !statements.isEmpty() && always(statements.get(statements.size() - 1));
  }

  public static boolean in(List<Statement> statements) {
    return statements.stream().anyMatch(Leaves::in);
  }

  private static boolean in(Statement statement) {
    if (statement instanceof Statement.If choice) {
      return choice.branches().stream().anyMatch(branch -> in(branch.body()))
          || in(choice.otherwise());
    }
    return statement instanceof Statement.Break;
  }
}
