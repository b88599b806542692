package io.gatemason.generator.emit;

import com.palantir.javapoet.CodeBlock;
import io.gatemason.generator.layout.CallLayout;

/**
 * A method that fails whatever the request.
 *
 * @param failure an expression that makes the failure
 * @param validated whether the request is validated first
 */
record FailingBody(CodeBlock failure, boolean validated) implements CallBody {

  /** The body of a call that always fails. */
  static FailingBody of(CallLayout call, boolean validated) {
    if (call instanceof CallLayout.UnavailableCall unavailable) {
      String missing = String.join(", ", unavailable.features());
      return new FailingBody(
          CodeBlock.of(
              "$T.configurationError($S)",
              RuntimeTypes.GATEWAY_FAILURE,
              "Not supported by this version of Gatemason: " + missing),
          false);
    }
    if (call instanceof CallLayout.IllegalHeaderCall illegal) {
      return failing("illegalHeader", illegal.header(), validated);
    }
    if (call instanceof CallLayout.WrongMethodCall wrong) {
      return failing("wrongLambdaMethod", wrong.httpMethod(), validated);
    }
    return new FailingBody(
        CodeBlock.of("$T.unsupportedMediaType()", RuntimeTypes.GATEWAY_FAILURE), validated);
  }

  private static FailingBody failing(String factory, String argument, boolean validated) {
    return new FailingBody(
        CodeBlock.of("$T.$N($S)", RuntimeTypes.GATEWAY_FAILURE, factory, argument), validated);
  }

  @Override
  public void addTo(MethodClass target) {
    target.add(CallBodies.handle(validated).addStatement("throw $L", failure).build());
  }
}
