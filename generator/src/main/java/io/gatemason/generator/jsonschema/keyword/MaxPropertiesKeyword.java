package io.gatemason.generator.jsonschema.keyword;

import com.palantir.javapoet.CodeBlock;
import io.gatemason.generator.jsonschema.code.RuntimeTypes;
import io.gatemason.generator.jsonschema.code.Scope;
import io.gatemason.generator.jsonschema.code.Values;
import io.gatemason.generator.source.Node;

/** The greatest number of members. */
final class MaxPropertiesKeyword implements Keyword {

  @Override
  public String name() {
    return "maxProperties";
  }

  @Override
  public void compile(Node value, Scope scope) {
    Values.count(name(), value, scope)
        .ifPresent(
            limit -> {
              scope
                  .code()
                  .objectEnd(
                      CodeBlock.of("$T.maxProperties(in, $L)", RuntimeTypes.OBJECT_CHECKS, limit));
            });
  }
}
