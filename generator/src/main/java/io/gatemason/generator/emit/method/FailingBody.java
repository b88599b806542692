package io.gatemason.generator.emit.method;

import com.palantir.javapoet.CodeBlock;
import io.gatemason.generator.emit.code.MethodClass;
import io.gatemason.generator.layout.integration.CallLayout;
import io.gatemason.generator.layout.name.RuntimeTypes;

/**
 * A method that fails whatever the request.
 *
 * @param failure an expression that makes the failure
 * @param check the statement that validates the request first
 */
record FailingBody(CodeBlock failure, CodeBlock check) implements CallBody {

  /** The body of a call that always fails. */
  static FailingBody of(CallLayout call, CodeBlock check) {
    if (call instanceof CallLayout.UnavailableCall unavailable) {
      String missing = String.join(", ", unavailable.features());
      return new FailingBody(
          CodeBlock.of(
              "$T.configurationError($S)",
              RuntimeTypes.GATEWAY_FAILURE,
              "Not supported by this version of Gatemason: " + missing),
          CodeBlock.of(""));
    }
    if (call instanceof CallLayout.IllegalHeaderCall illegal) {
      return failing("illegalHeader", illegal.header(), check);
    }
    if (call instanceof CallLayout.WrongMethodCall wrong) {
      return failing("wrongLambdaMethod", wrong.httpMethod(), check);
    }
    return new FailingBody(
        CodeBlock.of("$T.unsupportedMediaType()", RuntimeTypes.GATEWAY_FAILURE), check);
  }

  private static FailingBody failing(String factory, String argument, CodeBlock check) {
    return new FailingBody(
        CodeBlock.of("$T.$N($S)", RuntimeTypes.GATEWAY_FAILURE, factory, argument), check);
  }

  @Override
  public void addTo(MethodClass target) {
    target.add(CallBodies.handle(check).addStatement("throw $L", failure).build());
  }
}
