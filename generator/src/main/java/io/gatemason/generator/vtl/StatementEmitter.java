package io.gatemason.generator.vtl;

import com.palantir.javapoet.CodeBlock;
import io.gatemason.generator.diagnostics.MappingTemplateCodes;
import io.gatemason.generator.vtl.tree.Expression;
import io.gatemason.generator.vtl.tree.Leaves;
import io.gatemason.generator.vtl.tree.Statement;
import java.util.ArrayList;
import java.util.List;

/** Writes statements as Java: text as text, loops as loops, conditions as conditions. */
final class StatementEmitter {
  private static final int INLINE_LINES = 3;

  private final Emission emission;
  private final ExpressionEmitter expressions;
  private final AssignmentEmitter assignments;
  private final PartLayout parts;

  StatementEmitter(Emission emission) {
    this.emission = emission;
    this.parts = new PartLayout(emission.target());
    this.expressions = new ExpressionEmitter(emission, this::textPart);
    this.assignments = new AssignmentEmitter(emission, expressions);
  }

  /** The statements of a list, with what is too long moved into methods of its own. */
  CodeBlock list(List<Statement> statements, Scope scope) {
    List<PartLayout.Piece> pieces = new ArrayList<>();
    for (Statement statement : statements) {
      emit(statement, scope, pieces);
    }
    return parts.fit(pieces, scope);
  }

  private CodeBlock textPart(Expression.Interpolated text, Scope scope) {
    CodeBlock body = list(text.body(), scope.text());
    return emission.target().textPart(text.at(), scope.loops(), body);
  }

  private void emit(Statement statement, Scope scope, List<PartLayout.Piece> to) {
    if (statement instanceof Statement.Text textual) {
      text(textual.text(), to);
    } else if (statement instanceof Statement.Print print) {
      print(print.reference(), scope, to);
    } else if (statement instanceof Statement.Escaped escaped) {
      evaluate(escaped.reference(), scope, to);
    } else if (statement instanceof Statement.SetVariable set) {
      assignments.setVariable(set, scope).ifPresent(to::add);
    } else if (statement instanceof Statement.SetMember set) {
      assignments.setMember(set, scope).ifPresent(to::add);
    } else if (statement instanceof Statement.If choice) {
      choice(choice, scope, to);
    } else if (statement instanceof Statement.Foreach loop) {
      foreach(loop, scope, to);
    } else if (statement instanceof Statement.Define definition) {
      define(definition, scope, to);
    } else if (statement instanceof Statement.Break exit) {
      leave(exit.at(), scope, to);
    } else if (statement instanceof Statement.Stop end) {
      to.add(PartLayout.Piece.of(end.at(), "throw out.stop()"));
    }
  }

  private void text(String text, List<PartLayout.Piece> to) {
    for (String piece : ExpressionEmitter.pieces(text)) {
      boolean inline = piece.lines().limit(INLINE_LINES + 1).count() <= INLINE_LINES;
      to.add(
          inline
              ? PartLayout.Piece.of(-1, "out.text($L)", JavaText.literal(piece))
              : PartLayout.Piece.of(-1, "out.text($N)", emission.target().textConstant(piece)));
    }
  }

  private void print(Expression.Reference reference, Scope scope, List<PartLayout.Piece> to) {
    Code code = expressions.references().emit(reference, scope);
    if (!code.missing()) {
      to.add(
          PartLayout.Piece.of(
              reference.at(),
              "$L.$L",
              reference.steps().isEmpty() ? CodeBlock.of("out") : emission.out(reference.at()),
              code.print()));
    }
  }

  /** What an escaped reference calls can change a value or fail, although it is not printed. */
  private void evaluate(Expression.Reference reference, Scope scope, List<PartLayout.Piece> to) {
    boolean bound =
        emission.variables().assigned(reference.root())
            && !reference.steps().stream().allMatch(Expression.Property.class::isInstance)
            && reference.steps().stream().allMatch(ValueFunctions::known);
    if (bound) {
      CodeBlock value = expressions.references().emit(reference, scope).block();
      CodeBlock.Builder code = emission.at(reference.at(), true).addStatement("$L", value);
      to.add(PartLayout.Piece.block(reference.at(), code.build()));
    }
  }

  private void choice(Statement.If choice, Scope scope, List<PartLayout.Piece> to) {
    boolean canFail = choice.branches().stream().anyMatch(b -> Expression.canFail(b.condition()));
    CodeBlock.Builder code = emission.at(choice.at(), canFail);
    String flow = "if ($L)";
    for (Statement.Branch branch : choice.branches()) {
      CodeBlock condition = expressions.condition(branch.condition(), scope);
      if (flow.startsWith("if")) {
        code.beginControlFlow(flow, condition);
      } else {
        code.nextControlFlow(flow, condition);
      }
      code.add(body(branch.body(), scope, branch.at()));
      flow = "else if ($L)";
    }
    if (!choice.otherwise().isEmpty()) {
      code.nextControlFlow("else").add(body(choice.otherwise(), scope, choice.otherwiseAt()));
    }
    code.endControlFlow();
    to.add(new PartLayout.Piece(choice.at(), code.build(), leaves(choice)));
  }

  private CodeBlock body(List<Statement> statements, Scope scope, int at) {
    return parts.inner(list(statements, scope), scope, at, Leaves.in(statements));
  }

  private static boolean leaves(Statement statement) {
    return Leaves.in(List.of(statement));
  }

  private void foreach(Statement.Foreach loop, Scope scope, List<PartLayout.Piece> to) {
    if (!assignments.assignable(loop.variable(), loop.at())) {
      return;
    }
    String field = emission.variables().field(loop.variable());
    String name = scope.nextLoop();
    Scope inside = scope.loop();
    Code list = expressions.value(loop.list(), scope);
    boolean restore = emission.variables().restored(loop.variable());
    CodeBlock.Builder code = CodeBlock.builder();
    String outer = emission.target().outerName(loop.at());
    if (restore) {
      code.addStatement("$T $N = $N", Object.class, outer, field);
    }
    code.beginControlFlow(
            "for ($T $N = $L.loop($L); $N.next(); )",
            RuntimeNames.LOOP,
            name,
            emission.out(loop.at()),
            list.block(),
            name)
        .addStatement("$N = $N.value()", field, name)
        .add(body(loop.body(), inside, loop.at()))
        .endControlFlow();
    if (restore) {
      code.addStatement("$N = $N", field, outer);
    }
    to.add(PartLayout.Piece.block(loop.at(), code.build()));
  }

  private void define(Statement.Define define, Scope scope, List<PartLayout.Piece> to) {
    if (!assignments.assignable(define.variable(), define.at())) {
      return;
    }
    CodeBlock body = list(define.body(), scope.block());
    CodeBlock call = emission.target().part("define", define.at(), List.of(), body);
    String method = call.toString().replace("()", "");
    to.add(
        PartLayout.Piece.of(
            define.at(),
            "$N = out.block(this::$N)",
            emission.variables().field(define.variable()),
            method));
  }

  private void leave(int at, Scope scope, List<PartLayout.Piece> to) {
    switch (scope.exit()) {
      case LOOP -> to.add(PartLayout.Piece.leaving(at, leaveLoop(scope)));
      case BLOCK -> to.add(PartLayout.Piece.leaving(at, CodeBlock.of("return;\n")));
      case TEMPLATE -> to.add(PartLayout.Piece.of(at, "throw out.stop()"));
      case TEXT ->
          emission
              .problems()
              .error(
                  MappingTemplateCodes.GM4005,
                  at,
                  6,
                  "#break inside a string is not supported",
                  "move the condition out of the string");
    }
  }

  private CodeBlock leaveLoop(Scope scope) {
    CodeBlock.Builder code = CodeBlock.builder();
    if (emission.variables().loopsWatched()) {
      code.addStatement("$N.end()", scope.loops().get(scope.loops().size() - 1));
    }
    return code.addStatement("break").build();
  }
}
