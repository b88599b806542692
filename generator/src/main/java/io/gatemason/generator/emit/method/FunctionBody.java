package io.gatemason.generator.emit.method;

import com.palantir.javapoet.CodeBlock;
import io.gatemason.generator.emit.code.MethodClass;
import io.gatemason.generator.layout.integration.CallLayout.FunctionCall;

/** The request is a function's event, its result is the answer. */
record FunctionBody(FunctionCall call, CodeBlock check) implements CallBody {

  @Override
  public void addTo(MethodClass target) {
    target.add(
        CallBodies.handle(check)
            .addStatement(
                "backend.proxy(exchange, $L)",
                new FunctionTargetStatements(call.function(), target).expression())
            .build());
  }
}
