package io.gatemason.generator.emit.method;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import io.gatemason.generator.emit.code.ClassMembers;
import io.gatemason.generator.emit.code.MediaTypeSwitch;
import io.gatemason.generator.layout.integration.BodyChoice;
import io.gatemason.generator.layout.integration.CallLayout.MappedCall;
import io.gatemason.generator.layout.integration.TemplateText;
import io.gatemason.generator.layout.name.RuntimeTypes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;

/** Only what is mapped reaches a backend and comes back. */
record MappedBody(MappedCall call, ClassMembers target) {

  /** The statements of {@code handle}. */
  CodeBlock statements() {
    TargetStatements targets = TargetStatements.of(call.target(), target, call.overrides());
    String arguments = call.overrides() ? "exchange, overrides" : "exchange";
    CodeBlock.Builder code = CodeBlock.builder();
    if (call.overrides()) {
      code.addStatement("$T overrides = new $T()", RuntimeTypes.OVERRIDES, RuntimeTypes.OVERRIDES);
    }
    target.add(integrationRequest(targets));
    if (!call.selection().awaited()) {
      return code.addStatement(
              "backend.send(exchange, integrationRequest($L)$L)", arguments, targets.sendArgument())
          .build();
    }
    code.addStatement(
            "$T response = backend.send(exchange, integrationRequest($L)$L)",
            RuntimeTypes.INTEGRATION_RESPONSE,
            arguments,
            targets.sendArgument())
        .add(
            ResponseStatements.select(
                target, call.selection(), "response.status()", arguments + ", response"));
    new ResponseStatements(target, true, call.overrides()).add(call.selection().responses());
    return code.build();
  }

  private MethodSpec integrationRequest(TargetStatements targets) {
    CodeBlock.Builder code = CodeBlock.builder();
    targets.start(code);
    RequestStatements.mappings(code, target, call.mappings());
    RequestStatements.contentHandling(code, call.contentHandling());
    code.add(Templates.requestInput(call.body().all(), call.contentHandling(), call.overrides()));
    code.add(body());
    targets.to(code);
    if (call.overrides()) {
      code.addStatement("request.override(overrides.requestHeaders(), overrides.requestQuery())");
    }
    MethodSpec.Builder method =
        MethodSpec.methodBuilder("integrationRequest")
            .addModifiers(Modifier.PRIVATE)
            .addParameter(RuntimeTypes.EXCHANGE, "exchange");
    if (!targets.readsFields()) {
      method.addModifiers(Modifier.STATIC);
    }
    if (call.overrides()) {
      method.addParameter(RuntimeTypes.OVERRIDES, "overrides");
    }
    return method
        .returns(targets.requestType())
        .addCode(code.build())
        .addStatement("return request")
        .build();
  }

  private CodeBlock body() {
    BodyChoice choice = call.body();
    CodeBlock otherwise =
        choice
            .otherwise()
            .template()
            .map(MappedBody::rendered)
            .orElseGet(
                () ->
                    choice.otherwise().refused()
                        ? CodeBlock.of(
                            "throw $T.unsupportedMediaType()", RuntimeTypes.GATEWAY_FAILURE)
                        : CodeBlock.of("request.passBody()"));
    Map<String, List<CodeBlock>> cases = new LinkedHashMap<>();
    choice.templates().forEach((type, template) -> cases.put(type, List.of(rendered(template))));
    CodeBlock selector =
        choice
            .selection()
            .map(expression -> SelectionValues.of(expression, target, "exchange", ""))
            .orElseGet(() -> CodeBlock.of("exchange.contentType()"));
    return MediaTypeSwitch.of(selector, cases, List.of(otherwise));
  }

  private static CodeBlock rendered(TemplateText template) {
    return CodeBlock.of("request.body($L)", Templates.text(template));
  }
}
