package io.gatemason.generator.jsonschema.keyword;

import com.palantir.javapoet.CodeBlock;
import io.gatemason.generator.jsonschema.code.RuntimeTypes;
import io.gatemason.generator.jsonschema.code.Scope;
import io.gatemason.generator.jsonschema.code.Values;
import io.gatemason.generator.source.Node;

/** An exclusive limit of numbers; in draft 4 a boolean that {@code maximum} reads. */
final class ExclusiveMaximumKeyword implements Keyword {

  @Override
  public String name() {
    return "exclusiveMaximum";
  }

  @Override
  public void compile(Node value, Scope scope) {
    if (scope.draft4()) {
      if (!Values.isTrue(value) && !Values.isFalse(value)) {
        Values.wrong(name(), value, "true or false", scope);
      }
      return;
    }
    Values.number(name(), value, scope)
        .ifPresent(
            limit ->
                scope
                    .code()
                    .value(
                        CodeBlock.of(
                            "$T.exclusiveMaximum(in, $L)", RuntimeTypes.NUMBER_CHECKS, limit)));
  }
}
