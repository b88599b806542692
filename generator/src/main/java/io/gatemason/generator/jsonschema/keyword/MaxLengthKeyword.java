package io.gatemason.generator.jsonschema.keyword;

import com.palantir.javapoet.CodeBlock;
import io.gatemason.generator.jsonschema.code.RuntimeTypes;
import io.gatemason.generator.jsonschema.code.Scope;
import io.gatemason.generator.jsonschema.code.Values;
import io.gatemason.generator.source.Node;

/** The greatest number of characters of a string. */
final class MaxLengthKeyword implements Keyword {

  @Override
  public String name() {
    return "maxLength";
  }

  @Override
  public void compile(Node value, Scope scope) {
    Values.count(name(), value, scope)
        .ifPresent(
            limit -> {
              scope
                  .code()
                  .value(CodeBlock.of("$T.maxLength(in, $L)", RuntimeTypes.TEXT_CHECKS, limit));
            });
  }
}
