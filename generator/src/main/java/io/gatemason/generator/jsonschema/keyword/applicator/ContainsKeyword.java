package io.gatemason.generator.jsonschema.keyword.applicator;

import com.palantir.javapoet.CodeBlock;
import io.gatemason.generator.jsonschema.code.RuntimeTypes;
import io.gatemason.generator.jsonschema.code.Scope;
import io.gatemason.generator.jsonschema.code.Values;
import io.gatemason.generator.jsonschema.keyword.Keyword;
import io.gatemason.generator.source.Node;
import java.util.Optional;

/** A schema that some items satisfy, as many as {@code minContains} and {@code maxContains} say. */
public final class ContainsKeyword implements Keyword {

  @Override
  public String name() {
    return "contains";
  }

  @Override
  public Subschemas subschemas() {
    return Subschemas.SCHEMA;
  }

  @Override
  public void compile(Node value, Scope scope) {
    int min = limit("minContains", 1, scope);
    int max = limit("maxContains", Integer.MAX_VALUE, scope);
    scope
        .code()
        .treeBranch(
            CodeBlock.of(
                "$T.contains(in, $L, $L, $L)",
                RuntimeTypes.ARRAY_CHECKS,
                scope.check(value, name()).reference(),
                min,
                max == Integer.MAX_VALUE ? CodeBlock.of("$T.MAX_VALUE", Integer.class) : max));
  }

  private static int limit(String keyword, int otherwise, Scope scope) {
    Optional<Node> value = scope.schema().get(keyword);
    return value.isEmpty()
        ? otherwise
        : Values.count(keyword, value.get(), scope).orElse(otherwise);
  }
}
