package io.gatemason.generator.emit.method;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import io.gatemason.generator.emit.code.ClassMembers;
import io.gatemason.generator.layout.name.RuntimeTypes;
import io.gatemason.generator.layout.rest.MethodStep;
import io.gatemason.generator.layout.rest.MethodStep.CacheStep;
import io.gatemason.generator.layout.rest.MethodStep.IntegrationStep;
import io.gatemason.generator.layout.rest.MethodStep.PreflightStep;
import io.gatemason.generator.layout.rest.MethodStep.RefusalStep;
import io.gatemason.generator.layout.rest.MethodStep.RouteStep;
import io.gatemason.generator.layout.rest.MethodStep.ScopesStep;
import io.gatemason.generator.layout.rest.MethodStep.StageStep;
import io.gatemason.generator.layout.rest.MethodStep.ValidationStep;
import io.gatemason.generator.layout.stage.StageLookup;
import io.gatemason.generator.layout.stage.StageLookup.Origin;
import java.util.List;

/** Prints the steps of a method as statements of {@code handle}, with the members they need. */
record StepPrinter(ClassMembers target) implements MethodStep.Visitor<CodeBlock> {
  private static final TypeName SCOPES =
      ParameterizedTypeName.get(ClassName.get(List.class), ClassName.get(String.class));

  /** The statements of a step. */
  CodeBlock print(MethodStep step) {
    step.lookups().forEach(this::field);
    return step.accept(this);
  }

  private void field(StageLookup lookup) {
    CodeBlock.Builder arguments =
        CodeBlock.builder().add(lookup.origin() == Origin.METHOD ? "INFO" : "");
    for (String word : lookup.words()) {
      arguments.add(arguments.isEmpty() ? "$S" : ", $S", word);
    }
    target.field(
        lookup.type(),
        lookup.field(),
        CodeBlock.of("stage.$N($L)", lookup.accessor(), arguments.build()));
  }

  @Override
  public CodeBlock refusal(RefusalStep step) {
    return CodeBlock.of(
        "throw $T.configurationError($S);\n",
        RuntimeTypes.GATEWAY_FAILURE,
        "Not supported by this version of Gatemason: " + String.join(", ", step.features()));
  }

  @Override
  public CodeBlock stage(StageStep step) {
    CodeBlock call = CodeBlock.of("$N.$N(exchange)", step.object().field(), step.member());
    return step.mayAnswer()
        ? CodeBlock.builder()
            .beginControlFlow("if ($L)", call)
            .addStatement("return")
            .endControlFlow()
            .build()
        : CodeBlock.of("$L;\n", call);
  }

  @Override
  public CodeBlock scopes(ScopesStep step) {
    CodeBlock scopes =
        step.scopes().stream()
            .map(scope -> CodeBlock.of("$S", scope))
            .collect(CodeBlock.joining(", "));
    String constant =
        target.constant(SCOPES, "SCOPES", CodeBlock.of("$T.of($L)", List.class, scopes));
    return CodeBlock.of("$N.authorize(exchange, $N);\n", step.object().field(), constant);
  }

  @Override
  public CodeBlock validation(ValidationStep step) {
    return new ValidationStatements(step.validation()).addTo(target);
  }

  @Override
  public CodeBlock cache(CacheStep step) {
    return new CacheStatements(step).addTo(target);
  }

  @Override
  public CodeBlock preflight(PreflightStep step) {
    return CodeBlock.builder()
        .beginControlFlow("if ($T.answers(exchange))", RuntimeTypes.PREFLIGHT)
        .addStatement("return")
        .endControlFlow()
        .build();
  }

  @Override
  public CodeBlock route(RouteStep step) {
    return step.call().accept(new RouteCallPrinter(target));
  }

  @Override
  public CodeBlock integration(IntegrationStep step) {
    return step.call().accept(new CallPrinter(target));
  }
}
