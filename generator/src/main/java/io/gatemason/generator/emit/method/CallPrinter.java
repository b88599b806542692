package io.gatemason.generator.emit.method;

import com.palantir.javapoet.CodeBlock;
import io.gatemason.generator.emit.code.ClassMembers;
import io.gatemason.generator.layout.integration.CallLayout;
import io.gatemason.generator.layout.integration.CallLayout.FunctionCall;
import io.gatemason.generator.layout.integration.CallLayout.HttpProxyCall;
import io.gatemason.generator.layout.integration.CallLayout.IllegalHeaderCall;
import io.gatemason.generator.layout.integration.CallLayout.MappedCall;
import io.gatemason.generator.layout.integration.CallLayout.MockCall;
import io.gatemason.generator.layout.integration.CallLayout.NoCall;
import io.gatemason.generator.layout.integration.CallLayout.RefusingCall;
import io.gatemason.generator.layout.integration.CallLayout.WrongMethodCall;
import io.gatemason.generator.layout.name.RuntimeTypes;

/** Prints how an integration answers, as statements of {@code handle}. */
record CallPrinter(ClassMembers target) implements CallLayout.Visitor<CodeBlock> {

  @Override
  public CodeBlock httpProxy(HttpProxyCall call) {
    CodeBlock.Builder code = CodeBlock.builder();
    TargetStatements.start(
        code, RuntimeTypes.HTTP_REQUEST, "passThrough", call.target().httpMethod());
    TargetStatements.of(call.target(), target, false).to(code);
    RequestStatements.mappings(code, target, call.mappings());
    RequestStatements.contentHandling(code, call.contentHandling());
    return code.addStatement(
            "backend.$N(exchange, request)", call.streamed() ? "stream" : "forward")
        .build();
  }

  @Override
  public CodeBlock mapped(MappedCall call) {
    return new MappedBody(call, target).statements();
  }

  @Override
  public CodeBlock mock(MockCall call) {
    return new MockBody(call, target).statements();
  }

  @Override
  public CodeBlock function(FunctionCall call) {
    CodeBlock function = new FunctionTargetStatements(call.function(), target).expression();
    return call.ofMessage()
        ? CodeBlock.of(
            "$T.send(exchange, backend.route(exchange, $L, $T.WEBSOCKET));\n",
            RuntimeTypes.FUNCTION_ANSWER,
            function,
            RuntimeTypes.PAYLOAD_FORMAT)
        : CodeBlock.of("backend.proxy(exchange, $L);\n", function);
  }

  @Override
  public CodeBlock none(NoCall call) {
    return CodeBlock.of("// Nobody waits for an answer.\n");
  }

  @Override
  public CodeBlock refusing(RefusingCall call) {
    return CodeBlock.of("throw $T.unsupportedMediaType();\n", RuntimeTypes.GATEWAY_FAILURE);
  }

  @Override
  public CodeBlock illegalHeader(IllegalHeaderCall call) {
    return failing("illegalHeader", call.header());
  }

  @Override
  public CodeBlock wrongMethod(WrongMethodCall call) {
    return failing("wrongLambdaMethod", call.httpMethod());
  }

  private static CodeBlock failing(String factory, String argument) {
    return CodeBlock.of("throw $T.$N($S);\n", RuntimeTypes.GATEWAY_FAILURE, factory, argument);
  }
}
