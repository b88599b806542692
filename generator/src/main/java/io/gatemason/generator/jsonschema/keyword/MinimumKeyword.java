package io.gatemason.generator.jsonschema.keyword;

import com.palantir.javapoet.CodeBlock;
import io.gatemason.generator.jsonschema.code.RuntimeTypes;
import io.gatemason.generator.jsonschema.code.Scope;
import io.gatemason.generator.jsonschema.code.Values;
import io.gatemason.generator.source.Node;

/** A limit of numbers; in draft 4 made exclusive by a boolean beside it. */
final class MinimumKeyword implements Keyword {

  @Override
  public String name() {
    return "minimum";
  }

  @Override
  public void compile(Node value, Scope scope) {
    boolean exclusive =
        scope.draft4() && scope.schema().get("exclusiveMinimum").filter(Values::isTrue).isPresent();
    Values.number(name(), value, scope)
        .ifPresent(
            limit ->
                scope
                    .code()
                    .value(
                        CodeBlock.of(
                            exclusive ? "$T.exclusiveMinimum(in, $L)" : "$T.minimum(in, $L)",
                            RuntimeTypes.NUMBER_CHECKS,
                            limit)));
  }
}
