package io.gatemason.generator.jsonschema.keyword;

import com.palantir.javapoet.CodeBlock;
import io.gatemason.generator.jsonschema.code.RuntimeTypes;
import io.gatemason.generator.jsonschema.code.Scope;
import io.gatemason.generator.jsonschema.code.Values;
import io.gatemason.generator.source.Node;
import java.util.ArrayList;
import java.util.List;

/** Schemas that all hold. */
final class AllOfKeyword implements Keyword {

  @Override
  public String name() {
    return "allOf";
  }

  @Override
  public Subschemas subschemas() {
    return Subschemas.ARRAY;
  }

  @Override
  public void compile(Node value, Scope scope) {
    List<Node> schemas = Values.schemas(name(), value, scope);
    List<CodeBlock> references = new ArrayList<>();
    for (int i = 0; i < schemas.size(); i++) {
      references.add(scope.check(schemas.get(i), name(), Integer.toString(i)).reference());
    }
    if (!references.isEmpty()) {
      scope
          .code()
          .branch(
              CodeBlock.of(
                  "$T.$L(in, $L)",
                  RuntimeTypes.BRANCHES,
                  "allOf",
                  CodeBlock.join(references, ", ")));
    }
  }
}
