package io.gatemason.generator.jsonschema.keyword;

import com.palantir.javapoet.CodeBlock;
import io.gatemason.generator.jsonschema.code.Check;
import io.gatemason.generator.jsonschema.code.RuntimeTypes;
import io.gatemason.generator.jsonschema.code.Scope;
import io.gatemason.generator.source.Node;

/** Another schema, by an anchor of the outermost schema that has it. */
public final class DynamicRefKeyword implements Keyword {

  @Override
  public String name() {
    return "$dynamicRef";
  }

  @Override
  public void compile(Node value, Scope scope) {
    Check referenced = scope.dynamicReference(value);
    if (!referenced.allowsAnything()) {
      scope
          .code()
          .branch(CodeBlock.of("$T.ref(in, $L)", RuntimeTypes.BRANCHES, referenced.reference()));
    }
  }
}
