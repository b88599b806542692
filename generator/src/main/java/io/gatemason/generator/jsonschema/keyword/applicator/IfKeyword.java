package io.gatemason.generator.jsonschema.keyword.applicator;

import com.palantir.javapoet.CodeBlock;
import io.gatemason.generator.jsonschema.code.RuntimeTypes;
import io.gatemason.generator.jsonschema.code.Scope;
import io.gatemason.generator.jsonschema.keyword.Keyword;
import io.gatemason.generator.source.Node;

/** A schema that chooses between {@code then} and {@code else}. */
public final class IfKeyword implements Keyword {

  @Override
  public String name() {
    return "if";
  }

  @Override
  public Subschemas subschemas() {
    return Subschemas.SCHEMA;
  }

  @Override
  public void compile(Node value, Scope scope) {
    CodeBlock then = reference("then", scope);
    CodeBlock otherwise = reference("else", scope);
    if (scope.tracksEvaluated() || scope.schema().has("then") || scope.schema().has("else")) {
      scope
          .code()
          .treeBranch(
              CodeBlock.of(
                  "$T.conditional(in, $L, $L, $L)",
                  RuntimeTypes.BRANCHES,
                  scope.check(value, name()).reference(),
                  then,
                  otherwise));
    }
  }

  private static CodeBlock reference(String keyword, Scope scope) {
    return scope
        .schema()
        .get(keyword)
        .map(schema -> scope.check(schema, keyword).reference())
        .orElse(CodeBlock.of("null"));
  }
}
