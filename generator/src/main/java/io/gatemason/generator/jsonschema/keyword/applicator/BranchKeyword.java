package io.gatemason.generator.jsonschema.keyword.applicator;

import com.palantir.javapoet.CodeBlock;
import io.gatemason.generator.jsonschema.code.RuntimeTypes;
import io.gatemason.generator.jsonschema.code.Scope;
import io.gatemason.generator.jsonschema.code.Values;
import io.gatemason.generator.jsonschema.keyword.Keyword;
import io.gatemason.generator.source.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Applies several schemas to one value. */
public abstract class BranchKeyword implements Keyword {
  @Override
  public final Subschemas subschemas() {
    return Subschemas.ARRAY;
  }

  /** The call of a runtime method with all schemas; empty, and reported, if there are none. */
  final Optional<CodeBlock> call(String method, Node value, Scope scope) {
    List<Node> schemas = Values.schemas(name(), value, scope);
    List<CodeBlock> references = new ArrayList<>();
    for (int i = 0; i < schemas.size(); i++) {
      references.add(scope.check(schemas.get(i), name(), Integer.toString(i)).reference());
    }
    return references.isEmpty()
        ? Optional.empty()
        : Optional.of(
            CodeBlock.of(
                "$T.$L(in, $L)", RuntimeTypes.BRANCHES, method, CodeBlock.join(references, ",$W")));
  }
}
