package io.gatemason.generator.emit.method;

import com.palantir.javapoet.CodeBlock;
import io.gatemason.generator.emit.code.MethodClass;
import io.gatemason.generator.layout.integration.CallLayout.HttpProxyCall;

/** The request passes through to an HTTP backend with the mapped changes. */
record HttpProxyBody(HttpProxyCall call, CodeBlock check) implements CallBody {

  @Override
  public void addTo(MethodClass target) {
    CodeBlock.Builder code = CodeBlock.builder();
    TargetStatements.start(code, "passThrough", call.target().httpMethod());
    TargetStatements.of(call.target(), target, false).to(code);
    RequestStatements.mappings(code, target, call.mappings());
    RequestStatements.contentHandling(code, call.contentHandling());
    target.add(
        CallBodies.handle(check)
            .addCode(code.build())
            .addStatement("backend.$N(exchange, request)", call.streamed() ? "stream" : "forward")
            .build());
  }
}
