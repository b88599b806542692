package io.gatemason.generator.vtl;

import io.gatemason.generator.vtl.tree.Expression;
import io.gatemason.generator.vtl.tree.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/** Finds the variables of a template, and which loop variables are used outside of their loop. */
final class VariableScan {
  private static final Set<String> LOOP_COUNTERS =
      Set.of("foreach", "velocityCount", "velocityHasNext");

  private final VariableNames names;
  private final Deque<String> loopVariables = new ArrayDeque<>();
  private boolean inDefinition;

  VariableScan(VariableNames names) {
    this.names = names;
  }

  void scan(List<Statement> statements) {
    statements.forEach(this::scan);
  }

  private void scan(Statement statement) {
    if (statement instanceof Statement.Print print) {
      scan(print.reference());
    } else if (statement instanceof Statement.Escaped escaped) {
      scan(escaped.reference());
    } else if (statement instanceof Statement.SetVariable set) {
      names.add(set.variable());
      use(set.variable());
      scan(set.value());
    } else if (statement instanceof Statement.SetMember set) {
      scan(set.target());
      scan(set.value());
    } else if (statement instanceof Statement.If choice) {
      for (Statement.Branch branch : choice.branches()) {
        scan(branch.condition());
        scan(branch.body());
      }
      scan(choice.otherwise());
    } else if (statement instanceof Statement.Foreach loop) {
      foreach(loop);
    } else if (statement instanceof Statement.Define define) {
      define(define);
    }
  }

  private void foreach(Statement.Foreach loop) {
    names.add(loop.variable());
    scan(loop.list());
    if (loopVariables.contains(loop.variable())) {
      names.share(loop.variable());
    }
    loopVariables.push(loop.variable());
    scan(loop.body());
    loopVariables.pop();
  }

  private void define(Statement.Define define) {
    names.add(define.variable());
    use(define.variable());
    Deque<String> outside = new ArrayDeque<>(loopVariables);
    loopVariables.clear();
    boolean outer = inDefinition;
    inDefinition = true;
    scan(define.body());
    inDefinition = outer;
    loopVariables.addAll(outside);
  }

  private void use(String variable) {
    if (inDefinition && LOOP_COUNTERS.contains(variable)) {
      names.watchLoops();
    }
    if (!loopVariables.contains(variable)) {
      names.share(variable);
    }
  }

  private void scan(Expression expression) {
    if (expression instanceof Expression.Reference reference) {
      use(reference.root());
      reference.steps().forEach(this::scan);
    } else if (expression instanceof Expression.Interpolated text) {
      scan(text.body());
    } else if (expression instanceof Expression.ListOf list) {
      list.items().forEach(this::scan);
    } else if (expression instanceof Expression.MapOf map) {
      map.keysAndValues().forEach(this::scan);
    } else if (expression instanceof Expression.Range range) {
      scan(range.from());
      scan(range.to());
    } else if (expression instanceof Expression.Not not) {
      scan(not.operand());
    } else if (expression instanceof Expression.Binary binary) {
      scan(binary.left());
      scan(binary.right());
    }
  }

  private void scan(Expression.Step step) {
    if (step instanceof Expression.Call call) {
      call.arguments().forEach(this::scan);
    } else if (step instanceof Expression.Index index) {
      scan(index.index());
    }
  }
}
