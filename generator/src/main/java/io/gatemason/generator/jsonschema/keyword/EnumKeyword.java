package io.gatemason.generator.jsonschema.keyword;

import com.palantir.javapoet.CodeBlock;
import io.gatemason.generator.jsonschema.code.RuntimeTypes;
import io.gatemason.generator.jsonschema.code.Scope;
import io.gatemason.generator.jsonschema.code.Values;
import io.gatemason.generator.source.Node;

/** The values that are allowed. */
public final class EnumKeyword implements Keyword {

  @Override
  public String name() {
    return "enum";
  }

  @Override
  public void compile(Node value, Scope scope) {
    if (value.asArray().isEmpty()) {
      Values.wrong(name(), value, "an array", scope);
      return;
    }
    CodeBlock values =
        CodeBlock.of("$T.oneOf($S)", RuntimeTypes.ALLOWED_VALUES, JsonText.of(value));
    CodeBlock constant = scope.constant("VALUES", RuntimeTypes.ALLOWED_VALUES, values);
    scope.code().value(CodeBlock.of("$L.check(in)", constant), CodeBlock.of("$L::check", constant));
    if (value.asArray().get().items().stream().anyMatch(item -> item.asScalar().isEmpty())) {
      scope.code().tree();
    }
  }
}
