package io.gatemason.generator.jsonschema.keyword.applicator;

import com.palantir.javapoet.CodeBlock;
import io.gatemason.generator.jsonschema.code.RuntimeTypes;
import io.gatemason.generator.jsonschema.code.Scope;
import io.gatemason.generator.jsonschema.code.Values;
import io.gatemason.generator.jsonschema.keyword.Keyword;
import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.ObjectNode;

/** Schemas that the presence of a member makes hold. */
public final class DependentSchemasKeyword implements Keyword {

  @Override
  public String name() {
    return "dependentSchemas";
  }

  @Override
  public Subschemas subschemas() {
    return Subschemas.OBJECT;
  }

  @Override
  public void compile(Node value, Scope scope) {
    if (value.asObject().isEmpty()) {
      Values.wrong(name(), value, "an object of schemas", scope);
      return;
    }
    value.asObject().get().members().values().forEach(member -> apply(name(), member, scope));
  }

  static void apply(String keyword, ObjectNode.Member member, Scope scope) {
    scope
        .code()
        .treeBranch(
            CodeBlock.of(
                "$T.dependency(in, $S, $L)",
                RuntimeTypes.OBJECT_CHECKS,
                member.name(),
                scope.check(member.value(), keyword, member.name()).reference()));
  }
}
