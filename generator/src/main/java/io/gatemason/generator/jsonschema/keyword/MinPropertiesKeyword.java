package io.gatemason.generator.jsonschema.keyword;

import com.palantir.javapoet.CodeBlock;
import io.gatemason.generator.jsonschema.code.RuntimeTypes;
import io.gatemason.generator.jsonschema.code.Scope;
import io.gatemason.generator.jsonschema.code.Values;
import io.gatemason.generator.source.Node;

/** The least number of members; above 1 a stream could count a repeated member twice. */
final class MinPropertiesKeyword implements Keyword {

  @Override
  public String name() {
    return "minProperties";
  }

  @Override
  public void compile(Node value, Scope scope) {
    Values.count(name(), value, scope)
        .ifPresent(
            limit -> {
              if (limit > 1) {
                scope.code().tree();
              }
              scope
                  .code()
                  .objectEnd(
                      CodeBlock.of("$T.minProperties(in, $L)", RuntimeTypes.OBJECT_CHECKS, limit));
            });
  }
}
