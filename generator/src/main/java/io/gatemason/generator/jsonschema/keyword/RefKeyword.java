package io.gatemason.generator.jsonschema.keyword;

import com.palantir.javapoet.CodeBlock;
import io.gatemason.generator.jsonschema.code.Check;
import io.gatemason.generator.jsonschema.code.RuntimeTypes;
import io.gatemason.generator.jsonschema.code.Scope;
import io.gatemason.generator.source.Node;

/** Another schema, by its address. */
public final class RefKeyword implements Keyword {

  @Override
  public String name() {
    return "$ref";
  }

  @Override
  public void compile(Node value, Scope scope) {
    Check referenced = scope.reference(value);
    if (!referenced.allowsAnything()) {
      scope
          .code()
          .branch(CodeBlock.of("$T.ref(in, $L)", RuntimeTypes.BRANCHES, referenced.reference()));
    }
  }
}
