package io.gatemason.generator.jsonschema.keyword.applicator;

import com.palantir.javapoet.CodeBlock;
import io.gatemason.generator.jsonschema.code.Check;
import io.gatemason.generator.jsonschema.code.RuntimeTypes;
import io.gatemason.generator.jsonschema.code.Scope;
import io.gatemason.generator.jsonschema.code.Values;
import io.gatemason.generator.jsonschema.keyword.Keyword;
import io.gatemason.generator.source.Node;

/** The schema of members that no name and no pattern covers. */
public final class AdditionalPropertiesKeyword implements Keyword {

  @Override
  public String name() {
    return "additionalProperties";
  }

  @Override
  public Subschemas subschemas() {
    return Subschemas.SCHEMA;
  }

  @Override
  public void compile(Node value, Scope scope) {
    if (Values.isFalse(value)) {
      scope
          .code()
          .additionalProperties(
              Check.of(
                  CodeBlock.of("$T.notAllowed(in)", RuntimeTypes.OBJECT_CHECKS),
                  CodeBlock.of("$T::notAllowed", RuntimeTypes.OBJECT_CHECKS)));
    } else if (!Values.isTrue(value)) {
      scope.code().additionalProperties(scope.check(value, name()));
    } else if (scope.tracksEvaluated()) {
      scope.code().additionalProperties(Check.ANYTHING);
    }
  }
}
