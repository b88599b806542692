package io.gatemason.generator.emit.method;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import io.gatemason.generator.layout.integration.CallLayout;
import io.gatemason.generator.layout.integration.CallLayout.FunctionCall;
import io.gatemason.generator.layout.integration.CallLayout.HttpProxyCall;
import io.gatemason.generator.layout.integration.CallLayout.MappedCall;
import io.gatemason.generator.layout.integration.CallLayout.MockCall;
import io.gatemason.generator.layout.integration.FunctionTarget;
import io.gatemason.generator.layout.integration.HttpTarget;
import io.gatemason.generator.layout.integration.IntegrationTarget;
import io.gatemason.generator.layout.method.MethodLayout;
import io.gatemason.generator.layout.name.RuntimeTypes;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** Finds the printer of each kind of call. */
public final class CallBodies {
  private CallBodies() {}

  /**
   * The printer of a call.
   *
   * @param check the statement that validates the request first; empty where nothing is validated
   */
  static CallBody of(CallLayout call, CodeBlock check) {
    if (call instanceof HttpProxyCall proxy) {
      return new HttpProxyBody(proxy, check);
    }
    if (call instanceof MappedCall mapped) {
      return new MappedBody(mapped, check);
    }
    if (call instanceof MockCall mock) {
      return new MockBody(mock, check);
    }
    return call instanceof FunctionCall function
        ? new FunctionBody(function, check)
        : FailingBody.of(call, check);
  }

  /** The type of the backend that the class is given; empty where it needs none. */
  static Optional<ClassName> backend(CallLayout call) {
    if (call instanceof HttpProxyCall) {
      return Optional.of(RuntimeTypes.HTTP_BACKEND);
    }
    if (call instanceof FunctionCall) {
      return Optional.of(RuntimeTypes.LAMBDA_BACKEND);
    }
    return call instanceof MappedCall mapped
        ? Optional.of(backend(mapped.target()))
        : Optional.empty();
  }

  private static ClassName backend(IntegrationTarget target) {
    if (target instanceof HttpTarget) {
      return RuntimeTypes.HTTP_BACKEND;
    }
    return target instanceof FunctionTarget
        ? RuntimeTypes.LAMBDA_BACKEND
        : RuntimeTypes.AWS_BACKEND;
  }

  /** What the constructor of a method's class is given, where {@code backends} is at hand. */
  public static CodeBlock argument(MethodLayout layout) {
    return backend(layout.call())
        .map(
            type ->
                type.equals(RuntimeTypes.HTTP_BACKEND)
                    ? CodeBlock.of("backends.http()")
                    : CodeBlock.of(
                        type.equals(RuntimeTypes.AWS_BACKEND)
                            ? "backends.aws()"
                            : "backends.lambda()"))
        .orElse(CodeBlock.of(""));
  }

  /**
   * The head of {@code handle}.
   *
   * @param check the statement that validates the request first
   */
  static MethodSpec.Builder handle(CodeBlock check) {
    return MethodSpec.methodBuilder("handle")
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .addParameter(RuntimeTypes.EXCHANGE, "exchange")
        .addCode(check);
  }
}
