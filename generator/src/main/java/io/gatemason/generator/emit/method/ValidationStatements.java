package io.gatemason.generator.emit.method;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import io.gatemason.generator.emit.code.MethodClass;
import io.gatemason.generator.layout.method.ValidationLayout;
import io.gatemason.generator.layout.name.RuntimeTypes;
import io.gatemason.generator.model.rest.MethodRequest.Parameter;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/**
 * What validates a request: required parameters first, then the body.
 *
 * @param validation empty where nothing is validated
 */
record ValidationStatements(Optional<ValidationLayout> validation) {

  /** The statement in {@code handle}; empty where nothing is validated. */
  CodeBlock call(MethodClass target) {
    if (validation.isEmpty()) {
      return CodeBlock.of("");
    }
    return hasModels(validation.get())
        ? CodeBlock.of("checkRequest(exchange);\n")
        : required(target, validation.get());
  }

  /** Adds {@code checkRequest} where it is called. */
  void addTo(MethodClass target) {
    validation.filter(ValidationStatements::hasModels).ifPresent(each -> addTo(target, each));
  }

  private static boolean hasModels(ValidationLayout validation) {
    return !validation.models().isEmpty() || validation.otherwise().isPresent();
  }

  private static void addTo(MethodClass target, ValidationLayout validation) {
    CodeBlock.Builder code = CodeBlock.builder().add(required(target, validation));
    validation
        .models()
        .forEach(
            (mediaType, model) ->
                code.add(
                    body(CodeBlock.of("exchange.contentType().equals($S) && ", mediaType), model)));
    validation.otherwise().ifPresent(model -> code.add(body(noneOf(validation), model)));
    target.add(
        MethodSpec.methodBuilder("checkRequest")
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
            .addParameter(RuntimeTypes.EXCHANGE, "exchange")
            .addCode(code.build())
            .build());
  }

  private static CodeBlock required(MethodClass target, ValidationLayout validation) {
    if (validation.required().isEmpty()) {
      return CodeBlock.of("");
    }
    CodeBlock.Builder parameters = CodeBlock.builder().add("$T.none()", RuntimeTypes.REQUIRED);
    for (Parameter parameter : validation.required()) {
      String method =
          switch (parameter.location()) {
            case HEADER -> "header";
            case PATH -> "path";
            case QUERYSTRING -> "query";
          };
      parameters.add(".$L($S)", method, parameter.name());
    }
    String constant = target.constant(RuntimeTypes.REQUIRED, "REQUIRED", parameters.build());
    return CodeBlock.of("$N.check(exchange);\n", constant);
  }

  private static CodeBlock noneOf(ValidationLayout validation) {
    CodeBlock.Builder condition = CodeBlock.builder();
    validation
        .models()
        .keySet()
        .forEach(type -> condition.add("!exchange.contentType().equals($S) && ", type));
    return condition.build();
  }

  private static CodeBlock body(CodeBlock condition, ClassName model) {
    return CodeBlock.builder()
        .beginControlFlow("if ($L!$T.accepts(exchange.bodyBytes()))", condition, model)
        .addStatement(
            "throw $T.badRequestBody($T.errors(exchange.bodyBytes()))",
            RuntimeTypes.GATEWAY_FAILURE,
            model)
        .endControlFlow()
        .build();
  }
}
