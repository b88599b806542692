package io.gatemason.generator.emit.method;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import io.gatemason.generator.emit.code.ClassMembers;
import io.gatemason.generator.layout.name.RuntimeTypes;
import io.gatemason.generator.layout.rest.ValidationLayout;
import io.gatemason.generator.model.rest.MethodRequest.Parameter;
import javax.lang.model.element.Modifier;

/** What validates a request: required parameters first, then the body. */
record ValidationStatements(ValidationLayout validation) {

  /** Adds the members that validate; gives the statement of {@code handle}. */
  CodeBlock addTo(ClassMembers target) {
    CodeBlock required = required(target);
    boolean selects = validation.selection().isPresent();
    if (validation.models().isEmpty() && validation.otherwise().isEmpty() && !selects) {
      return required;
    }
    CodeBlock.Builder code = CodeBlock.builder().add(required);
    validation
        .selection()
        .filter(expression -> !validation.models().isEmpty())
        .ifPresent(
            expression ->
                code.addStatement(
                    "String key = $L", SelectionValues.of(expression, target, "exchange", "")));
    validation
        .models()
        .forEach(
            (mediaType, model) ->
                code.add(body(CodeBlock.of("$L.equals($S) && ", selector(), mediaType), model)));
    validation.otherwise().ifPresent(model -> code.add(body(noneOf(), model)));
    if (selects && validation.otherwise().isEmpty()) {
      code.add(withoutModel());
    }
    target.add(
        MethodSpec.methodBuilder("checkRequest")
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
            .addParameter(RuntimeTypes.EXCHANGE, "exchange")
            .addCode(code.build())
            .build());
    return CodeBlock.of("checkRequest(exchange);\n");
  }

  private CodeBlock required(ClassMembers target) {
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

  private String selector() {
    return validation.selection().isPresent() ? "key" : "exchange.contentType()";
  }

  /** A message for which there is no model is invalid. */
  private CodeBlock withoutModel() {
    CodeBlock failure =
        CodeBlock.of("throw $T.badRequestBody($S)", RuntimeTypes.GATEWAY_FAILURE, "[no model]");
    if (validation.models().isEmpty()) {
      return CodeBlock.of("$L;\n", failure);
    }
    CodeBlock none =
        validation.models().keySet().stream()
            .map(key -> CodeBlock.of("!key.equals($S)", key))
            .collect(CodeBlock.joining(" && "));
    return CodeBlock.builder()
        .beginControlFlow("if ($L)", none)
        .addStatement(failure)
        .endControlFlow()
        .build();
  }

  private CodeBlock noneOf() {
    CodeBlock.Builder condition = CodeBlock.builder();
    validation
        .models()
        .keySet()
        .forEach(type -> condition.add("!$L.equals($S) && ", selector(), type));
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
