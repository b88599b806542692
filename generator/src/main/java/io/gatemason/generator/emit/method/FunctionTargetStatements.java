package io.gatemason.generator.emit.method;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import io.gatemason.generator.emit.code.ClassMembers;
import io.gatemason.generator.layout.integration.FunctionTarget;
import io.gatemason.generator.layout.name.RuntimeTypes;
import java.util.Map;

/** Statements for a function. */
record FunctionTargetStatements(FunctionTarget function, ClassMembers target)
    implements TargetStatements {

  @Override
  public ClassName requestType() {
    return RuntimeTypes.AWS_REQUEST;
  }

  @Override
  public void start(CodeBlock.Builder code) {
    TargetStatements.start(code, requestType(), "of", function.httpMethod());
  }

  @Override
  public boolean readsFields() {
    return false; // The function is an argument of send, in handle.
  }

  @Override
  public void to(CodeBlock.Builder code) {
    // The function itself is an argument of send.
  }

  @Override
  public CodeBlock sendArgument() {
    return CodeBlock.of(", $L", expression());
  }

  /** The function: a constant, or put together for each request. */
  CodeBlock expression() {
    return TargetStatements.named(
        RuntimeTypes.LAMBDA_FUNCTION,
        "function",
        function.function(),
        function.timeout(),
        function.credentials(),
        new UriValues(target, Map.of(), false));
  }
}
