package io.gatemason.generator.jsonschema.keyword;

import com.palantir.javapoet.CodeBlock;
import io.gatemason.generator.jsonschema.code.RuntimeTypes;
import io.gatemason.generator.jsonschema.code.Scope;
import io.gatemason.generator.jsonschema.code.Values;
import io.gatemason.generator.source.Node;

/** A limit of numbers; in draft 4 made exclusive by a boolean beside it. */
final class MaximumKeyword implements Keyword {

  @Override
  public String name() {
    return "maximum";
  }

  @Override
  public void compile(Node value, Scope scope) {
    boolean exclusive =
        scope.draft4() && scope.schema().get("exclusiveMaximum").filter(Values::isTrue).isPresent();
    Values.number(name(), value, scope)
        .ifPresent(
            limit ->
                scope
                    .code()
                    .value(
                        CodeBlock.of(
                            exclusive ? "$T.exclusiveMaximum(in, $L)" : "$T.maximum(in, $L)",
                            RuntimeTypes.NUMBER_CHECKS,
                            limit)));
  }
}
