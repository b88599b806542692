package io.gatemason.generator.jsonschema.keyword;

import com.palantir.javapoet.CodeBlock;
import io.gatemason.generator.jsonschema.code.RuntimeTypes;
import io.gatemason.generator.jsonschema.code.Scope;
import io.gatemason.generator.source.Node;

/** The one value that is allowed. */
public final class ConstKeyword implements Keyword {

  @Override
  public String name() {
    return "const";
  }

  @Override
  public void compile(Node value, Scope scope) {
    CodeBlock only = CodeBlock.of("$T.only($S)", RuntimeTypes.ALLOWED_VALUES, JsonText.of(value));
    CodeBlock constant = scope.constant("VALUE", RuntimeTypes.ALLOWED_VALUES, only);
    scope.code().value(CodeBlock.of("$L.check(in)", constant), CodeBlock.of("$L::check", constant));
    if (value.asScalar().isEmpty()) {
      scope.code().tree();
    }
  }
}
