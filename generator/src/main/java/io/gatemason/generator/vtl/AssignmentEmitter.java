package io.gatemason.generator.vtl;

import com.palantir.javapoet.CodeBlock;
import io.gatemason.generator.diagnostics.MappingTemplateCodes;
import io.gatemason.generator.vtl.tree.Expression;
import io.gatemason.generator.vtl.tree.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Writes {@code #set} as Java. */
final class AssignmentEmitter {
  private static final Set<String> BUILT_IN =
      Set.of(
          "context",
          "foreach",
          "input",
          "stageVariables",
          "util",
          "velocityCount",
          "velocityHasNext");

  private final Emission emission;
  private final ExpressionEmitter expressions;

  AssignmentEmitter(Emission emission, ExpressionEmitter expressions) {
    this.emission = emission;
    this.expressions = expressions;
  }

  /** Assigns a variable; empty where it cannot be assigned, which is reported. */
  Optional<PartLayout.Piece> setVariable(Statement.SetVariable set, Scope scope) {
    if (!assignable(set.variable(), set.at())) {
      return Optional.empty();
    }
    Code value = expressions.value(set.value(), scope);
    String field = emission.variables().field(set.variable());
    CodeBlock assigned =
        value.nullable()
            ? CodeBlock.of("$T.ifPresent($L, $N)", RuntimeNames.VALUES, value.block(), field)
            : value.block();
    CodeBlock.Builder code = emission.at(set.at(), Expression.canFail(set.value()));
    return Optional.of(
        PartLayout.Piece.block(set.at(), code.addStatement("$N = $L", field, assigned).build()));
  }

  /** Whether a template may assign a variable of this name; reports where it may not. */
  boolean assignable(String variable, int at) {
    if (BUILT_IN.contains(variable)) {
      emission
          .problems()
          .error(
              MappingTemplateCodes.GM4007,
              at,
              1,
              "\"$" + variable + "\" cannot be assigned",
              "use another name");
      return false;
    }
    return true;
  }

  /** Assigns a member or an item; empty where nothing is to be done, or it is reported. */
  Optional<PartLayout.Piece> setMember(Statement.SetMember set, Scope scope) {
    Expression.Reference target = set.target();
    Expression.Step last = target.steps().get(target.steps().size() - 1);
    boolean builtIn =
        BUILT_IN.contains(target.root()) && !emission.variables().assigned(target.root());
    if (last instanceof Expression.Call || (builtIn && !writable(target))) {
      emission
          .problems()
          .error(
              MappingTemplateCodes.GM4007,
              set.at(),
              4,
              "this reference cannot be assigned",
              "assign $context.requestOverride.…, $context.responseOverride.… or own variables");
      return Optional.empty();
    }
    List<Expression.Step> owner = target.steps().subList(0, target.steps().size() - 1);
    Code receiver = expressions.references().emit(target, owner, scope);
    Code value = expressions.value(set.value(), scope);
    if (receiver.missing() || value.missing()) {
      return Optional.empty();
    }
    CodeBlock.Builder code = emission.at(set.at(), true);
    code.addStatement("$L", write(receiver, last, value, scope));
    return Optional.of(PartLayout.Piece.block(set.at(), code.build()));
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
}
