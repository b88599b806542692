package io.gatemason.generator.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import io.gatemason.generator.layout.ValidationLayout;
import io.gatemason.generator.model.MethodRequest.Parameter;
import javax.lang.model.element.Modifier;

/** The method that validates a request: required parameters first, then the body. */
final class ValidationStatements {
  private ValidationStatements() {}

  /** Adds {@code checkRequest}. */
  static void add(MethodClass target, ValidationLayout validation) {
    CodeBlock.Builder code = CodeBlock.builder();
    if (!validation.required().isEmpty()) {
      code.addStatement("$N.check(exchange)", required(target, validation));
    }
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

  private static String required(MethodClass target, ValidationLayout validation) {
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
    return target.constant(RuntimeTypes.REQUIRED, "REQUIRED", parameters.build());
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
