package io.gatemason.generator.vtl;

import com.palantir.javapoet.CodeBlock;
import io.gatemason.generator.diagnostics.DiagnosticCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Writes statements as Java: text as text, loops as loops, conditions as conditions. */
final class StatementEmitter {
  private static final Set<String> BUILT_IN =
      Set.of(
          "context",
          "foreach",
          "input",
          "stageVariables",
          "util",
          "velocityCount",
          "velocityHasNext");
  private static final int INLINE_LINES = 3;

  private final Emission emission;
  private final ExpressionEmitter expressions;
  private final PartLayout parts;

  StatementEmitter(Emission emission) {
    this.emission = emission;
    this.parts = new PartLayout(emission.target());
    this.expressions = new ExpressionEmitter(emission, this::textPart);
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
    } else if (statement instanceof Statement.SetVariable set) {
      setVariable(set, scope, to);
    } else if (statement instanceof Statement.SetMember set) {
      setMember(set, scope, to);
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
      to.addAll(at(reference.at(), !reference.steps().isEmpty()));
      String format = code.type() == Code.Type.TEXT ? "out.text($L)" : "out.value($L)";
      to.add(PartLayout.Piece.of(reference.at(), format, code.block()));
    }
  }

  /** The position is noted before what can fail, so that the failure can name it. */
  private List<PartLayout.Piece> at(int offset, boolean canFail) {
    return canFail
        ? List.of(
            PartLayout.Piece.of(
                offset,
                "out.at($L, $L)",
                emission.target().line(offset),
                emission.target().column(offset)))
        : List.of();
  }

  private void setVariable(Statement.SetVariable set, Scope scope, List<PartLayout.Piece> to) {
    if (!assignable(set.variable(), set.at())) {
      return;
    }
    Code value = expressions.value(set.value(), scope);
    String field = emission.variables().field(set.variable());
    to.addAll(at(set.at(), !isConstant(set.value())));
    to.add(
        value.nullable()
            ? PartLayout.Piece.of(
                set.at(),
                "$N = $T.ifPresent($L, $N)",
                field,
                RuntimeNames.VALUES,
                value.block(),
                field)
            : PartLayout.Piece.of(set.at(), "$N = $L", field, value.block()));
  }

  private static boolean isConstant(Expression value) {
    return value instanceof Expression.Text || value instanceof Expression.Constant;
  }

  private boolean assignable(String variable, int at) {
    if (BUILT_IN.contains(variable)) {
      emission
          .problems()
          .error(
              DiagnosticCode.GM4007,
              at,
              1,
              "\"$" + variable + "\" cannot be assigned",
              "use another name");
      return false;
    }
    return true;
  }

  private void setMember(Statement.SetMember set, Scope scope, List<PartLayout.Piece> to) {
    Expression.Reference target = set.target();
    Expression.Step last = target.steps().get(target.steps().size() - 1);
    boolean builtIn =
        BUILT_IN.contains(target.root()) && !emission.variables().assigned(target.root());
    if (last instanceof Expression.Call || (builtIn && !writable(target))) {
      emission
          .problems()
          .error(
              DiagnosticCode.GM4007,
              set.at(),
              4,
              "this reference cannot be assigned",
              "assign $context.requestOverride.…, $context.responseOverride.… or own variables");
      return;
    }
    List<Expression.Step> owner = target.steps().subList(0, target.steps().size() - 1);
    Code receiver = expressions.references().emit(target, owner, scope);
    Code value = expressions.value(set.value(), scope);
    if (receiver.missing() || value.missing()) {
      return;
    }
    to.addAll(at(set.at(), true));
    to.add(write(set.at(), receiver, last, value, scope));
  }

  private static boolean writable(Expression.Reference target) {
    return target.root().equals("context") && ContextEmitter.writable(target);
  }

  private PartLayout.Piece write(
      int at, Code receiver, Expression.Step last, Code value, Scope scope) {
    if (last instanceof Expression.Property property) {
      String name = property.name();
      return PartLayout.Piece.of(
          at,
          "$T.setProperty($L, $S, $L)",
          RuntimeNames.VALUES,
          receiver.block(),
          name,
          value.block());
    }
    Code index = expressions.value(((Expression.Index) last).index(), scope);
    return PartLayout.Piece.of(
        at,
        "$T.setIndex($L, $L, $L)",
        RuntimeNames.VALUES,
        receiver.block(),
        index.block(),
        value.block());
  }

  private void choice(Statement.If choice, Scope scope, List<PartLayout.Piece> to) {
    CodeBlock.Builder code = CodeBlock.builder();
    to.addAll(at(choice.at(), true));
    String flow = "if ($L)";
    for (Statement.Branch branch : choice.branches()) {
      CodeBlock condition = expressions.condition(branch.condition(), scope);
      if (flow.startsWith("if")) {
        code.beginControlFlow(flow, condition);
      } else {
        code.nextControlFlow(flow, condition);
      }
      code.add(body(branch.body(), scope, choice.at()));
      flow = "else if ($L)";
    }
    if (!choice.otherwise().isEmpty()) {
      code.nextControlFlow("else").add(body(choice.otherwise(), scope, choice.at()));
    }
    code.endControlFlow();
    to.add(PartLayout.Piece.block(choice.at(), code.build(), leaves(choice)));
  }

  private CodeBlock body(List<Statement> statements, Scope scope, int at) {
    return parts.inner(list(statements, scope), scope, at, Leaves.in(statements));
  }

  private static boolean leaves(Statement statement) {
    return Leaves.in(List.of(statement));
  }

  private void foreach(Statement.Foreach loop, Scope scope, List<PartLayout.Piece> to) {
    if (!assignable(loop.variable(), loop.at())) {
      return;
    }
    String field = emission.variables().field(loop.variable());
    String name = scope.nextLoop();
    Scope inside = scope.loop();
    Code list = expressions.value(loop.list(), scope);
    boolean restore = emission.variables().restored(loop.variable());
    CodeBlock.Builder code = CodeBlock.builder();
    String outer = emission.target().localName("outerAtLine", loop.at());
    to.addAll(at(loop.at(), true));
    if (restore) {
      code.addStatement("$T $N = $N", Object.class, outer, field);
    }
    code.beginControlFlow(
            "for ($T $N = out.loop($L); $N.next(); )", RuntimeNames.LOOP, name, list.block(), name)
        .addStatement("$N = $N.value()", field, name)
        .add(body(loop.body(), inside, loop.at()))
        .endControlFlow();
    if (restore) {
      code.addStatement("$N = $N", field, outer);
    }
    to.add(PartLayout.Piece.block(loop.at(), code.build(), false));
  }

  private void define(Statement.Define define, Scope scope, List<PartLayout.Piece> to) {
    if (!assignable(define.variable(), define.at())) {
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
      case LOOP -> to.add(PartLayout.Piece.leaving(at, "break"));
      case BLOCK -> to.add(PartLayout.Piece.leaving(at, "return"));
      case TEMPLATE -> to.add(PartLayout.Piece.of(at, "throw out.stop()"));
      case TEXT ->
          emission
              .problems()
              .error(
                  DiagnosticCode.GM4005,
                  at,
                  6,
                  "#break inside a string is not supported",
                  "move the condition out of the string");
    }
  }
}
