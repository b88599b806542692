package io.gatemason.generator.jsonschema.keyword;

import com.palantir.javapoet.CodeBlock;
import io.gatemason.generator.jsonschema.code.RuntimeTypes;
import io.gatemason.generator.jsonschema.code.Scope;
import io.gatemason.generator.jsonschema.code.Values;
import io.gatemason.generator.source.Node;

/** A divisor of numbers. */
public final class MultipleOfKeyword implements Keyword {

  @Override
  public String name() {
    return "multipleOf";
  }

  @Override
  public void compile(Node value, Scope scope) {
    if (Values.decimal(value).filter(divisor -> divisor.signum() > 0).isEmpty()) {
      Values.wrong(name(), value, "a number greater than 0", scope);
      return;
    }
    Values.number(name(), value, scope)
        .ifPresent(
            divisor ->
                scope
                    .code()
                    .value(
                        CodeBlock.of(
                            "$T.multipleOf(in, $L)", RuntimeTypes.NUMBER_CHECKS, divisor)));
  }
}
