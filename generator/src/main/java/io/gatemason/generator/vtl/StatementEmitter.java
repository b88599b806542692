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
    } else if (statement instanceof Statement.Escaped escaped) {
      evaluate(escaped.reference(), scope, to);
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
      to.add(
          PartLayout.Piece.of(
              reference.at(),
              "$L.$L",
              reference.steps().isEmpty() ? CodeBlock.of("out") : out(reference.at()),
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
      CodeBlock.Builder code = at(reference.at(), true).addStatement("$L", value);
      to.add(PartLayout.Piece.block(reference.at(), code.build()));
    }
  }

  /** The output, told the position of what can fail, so that the failure can name it. */
  private CodeBlock out(int offset) {
    return CodeBlock.of(
        "out.at($L, $L)", emission.target().line(offset), emission.target().column(offset));
  }

  private CodeBlock.Builder at(int offset, boolean canFail) {
    CodeBlock.Builder code = CodeBlock.builder();
    return canFail ? code.addStatement("$L", out(offset)) : code;
  }

  private void setVariable(Statement.SetVariable set, Scope scope, List<PartLayout.Piece> to) {
    if (!assignable(set.variable(), set.at())) {
      return;
    }
    Code value = expressions.value(set.value(), scope);
    String field = emission.variables().field(set.variable());
    CodeBlock assigned =
        value.nullable()
            ? CodeBlock.of("$T.ifPresent($L, $N)", RuntimeNames.VALUES, value.block(), field)
            : value.block();
    CodeBlock.Builder code = at(set.at(), canFail(set.value()));
    to.add(PartLayout.Piece.block(set.at(), code.addStatement("$N = $L", field, assigned).build()));
  }

  /** Whether computing a value can fail; constants, variables and loop counters cannot. */
  private static boolean canFail(Expression value) {
    if (value instanceof Expression.Reference reference) {
      return !reference.steps().isEmpty() && !reference.root().equals("foreach");
    } else if (value instanceof Expression.Not not) {
      return canFail(not.operand());
    } else if (value instanceof Expression.Binary binary && binary.operator().logical()) {
      return canFail(binary.left()) || canFail(binary.right());
    }
    return !(value instanceof Expression.Text || value instanceof Expression.Constant);
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
    CodeBlock.Builder code = at(set.at(), true);
    code.addStatement("$L", write(receiver, last, value, scope));
    to.add(PartLayout.Piece.block(set.at(), code.build()));
  }

  private static boolean writable(Expression.Reference target) {
    return target.root().equals("context") && ContextEmitter.writable(target);
  }

  private CodeBlock write(Code receiver, Expression.Step last, Code value, Scope scope) {
    if (last instanceof Expression.Property property) {
      return CodeBlock.of(
          "$T.setProperty($L, $S, $L)",
          RuntimeNames.VALUES,
          receiver.block(),
          property.name(),
          value.block());
    }
    Code index = expressions.value(((Expression.Index) last).index(), scope);
    return CodeBlock.of(
        "$T.setIndex($L, $L, $L)",
        RuntimeNames.VALUES,
        receiver.block(),
        index.block(),
        value.block());
  }

  private void choice(Statement.If choice, Scope scope, List<PartLayout.Piece> to) {
    boolean canFail = choice.branches().stream().anyMatch(b -> canFail(b.condition()));
    CodeBlock.Builder code = at(choice.at(), canFail);
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
    if (restore) {
      code.addStatement("$T $N = $N", Object.class, outer, field);
    }
    code.beginControlFlow(
            "for ($T $N = $L.loop($L); $N.next(); )",
            RuntimeNames.LOOP,
            name,
            out(loop.at()),
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
