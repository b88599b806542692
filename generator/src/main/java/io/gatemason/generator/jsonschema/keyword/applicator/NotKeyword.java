package io.gatemason.generator.jsonschema.keyword.applicator;

import com.palantir.javapoet.CodeBlock;
import io.gatemason.generator.jsonschema.code.RuntimeTypes;
import io.gatemason.generator.jsonschema.code.Scope;
import io.gatemason.generator.jsonschema.keyword.Keyword;
import io.gatemason.generator.source.Node;

/** A schema that must not hold. */
public final class NotKeyword implements Keyword {

  @Override
  public String name() {
    return "not";
  }

  @Override
  public Subschemas subschemas() {
    return Subschemas.SCHEMA;
  }

  @Override
  public void compile(Node value, Scope scope) {
    scope
        .code()
        .treeBranch(
            CodeBlock.of(
                "$T.not(in, $L)", RuntimeTypes.BRANCHES, scope.check(value, name()).reference()));
  }
}
