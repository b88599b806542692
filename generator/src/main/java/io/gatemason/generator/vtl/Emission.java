package io.gatemason.generator.vtl;

import com.palantir.javapoet.CodeBlock;
import io.gatemason.generator.vtl.parse.Problems;
import java.util.EnumSet;
import java.util.Set;

/** What the emitters of one template share. Not thread-safe. */
record Emission(
    ContextCatalog context,
    Problems problems,
    VariableNames variables,
    TemplateClass target,
    Set<CompiledTemplate.Feature> features) {

  static Emission of(
      ContextCatalog context, Problems problems, VariableNames variables, TemplateClass target) {
    return new Emission(
        context, problems, variables, target, EnumSet.noneOf(CompiledTemplate.Feature.class));
  }

  void uses(CompiledTemplate.Feature feature) {
    features.add(feature);
  }

  /** The output, told the position of what can fail, so that the failure can name it. */
  CodeBlock out(int offset) {
    return CodeBlock.of("out.at($L, $L)", target.line(offset), target.column(offset));
  }

  /** Code that begins with telling the position where what follows can fail. */
  CodeBlock.Builder at(int offset, boolean canFail) {
    CodeBlock.Builder code = CodeBlock.builder();
    return canFail ? code.addStatement("$L", out(offset)) : code;
  }
}
