package io.gatemason.generator.jsonschema.keyword;

import com.palantir.javapoet.CodeBlock;
import io.gatemason.generator.jsonschema.code.RuntimeTypes;
import io.gatemason.generator.jsonschema.code.Scope;
import io.gatemason.generator.jsonschema.code.Values;
import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.ObjectNode;
import java.util.TreeSet;

/** Members that the presence of another one asks for. */
public final class DependentRequiredKeyword implements Keyword {

  @Override
  public String name() {
    return "dependentRequired";
  }

  @Override
  public void compile(Node value, Scope scope) {
    if (value.asObject().isEmpty()) {
      Values.wrong(name(), value, "an object of arrays", scope);
      return;
    }
    value.asObject().get().members().values().forEach(member -> require(name(), member, scope));
  }

  public static void require(String keyword, ObjectNode.Member member, Scope scope) {
    CodeBlock others =
        new TreeSet<>(Values.texts(keyword, member.value(), scope))
            .stream().map(name -> CodeBlock.of(", $S", name)).collect(CodeBlock.joining(""));
    scope
        .code()
        .treeBranch(
            CodeBlock.of(
                "$T.dependency(in, $S$L)", RuntimeTypes.OBJECT_CHECKS, member.name(), others));
  }
}
