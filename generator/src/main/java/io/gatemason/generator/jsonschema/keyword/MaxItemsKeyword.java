package io.gatemason.generator.jsonschema.keyword;

import com.palantir.javapoet.CodeBlock;
import io.gatemason.generator.jsonschema.code.RuntimeTypes;
import io.gatemason.generator.jsonschema.code.Scope;
import io.gatemason.generator.jsonschema.code.Values;
import io.gatemason.generator.source.Node;

/** The greatest number of items. */
final class MaxItemsKeyword implements Keyword {

  @Override
  public String name() {
    return "maxItems";
  }

  @Override
  public void compile(Node value, Scope scope) {
    Values.count(name(), value, scope)
        .ifPresent(
            limit -> {
              scope
                  .code()
                  .arrayEnd(CodeBlock.of("$T.maxItems(in, $L)", RuntimeTypes.ARRAY_CHECKS, limit));
            });
  }
}
