package io.gatemason.generator.jsonschema.keyword;

import com.palantir.javapoet.CodeBlock;
import io.gatemason.generator.jsonschema.code.RuntimeTypes;
import io.gatemason.generator.jsonschema.code.Scope;
import io.gatemason.generator.jsonschema.code.Values;
import io.gatemason.generator.source.Node;

/** No two items are equal. */
public final class UniqueItemsKeyword implements Keyword {

  @Override
  public String name() {
    return "uniqueItems";
  }

  @Override
  public void compile(Node value, Scope scope) {
    if (Values.isTrue(value)) {
      scope.code().treeBranch(CodeBlock.of("$T.uniqueItems(in)", RuntimeTypes.ARRAY_CHECKS));
    } else if (!Values.isFalse(value)) {
      Values.wrong(name(), value, "true or false", scope);
    }
  }
}
