package io.gatemason.generator.emit;

import com.palantir.javapoet.CodeBlock;
import io.gatemason.generator.layout.ServiceTarget;

/** Statements for an AWS service. */
record ServiceTargetStatements(ServiceTarget service, MethodClass target, boolean overrides)
    implements TargetStatements {

  @Override
  public void start(CodeBlock.Builder code) {
    TargetStatements.start(code, "forAws", service.httpMethod());
  }

  @Override
  public void to(CodeBlock.Builder code) {
    if (service.action().isPresent()) {
      code.addStatement("request.action($L, $S)", endpoint(), service.action().get());
      service
          .query()
          .forEach((name, value) -> code.addStatement("request.query($S, $S)", name, value));
    } else {
      code.addStatement(
          "request.to($L, $L)",
          endpoint(),
          new UriValues(target, service.pathValues(), overrides).text(service.path()));
    }
  }

  private CodeBlock endpoint() {
    CodeBlock settings = TargetStatements.settings(service.timeout(), service.credentials());
    if (TargetStatements.isLiteral(service.prefix())) {
      return CodeBlock.of(
          "$N",
          target.constant(
              RuntimeTypes.AWS_ENDPOINT,
              "ENDPOINT",
              CodeBlock.of(
                  "$T.of($S)$L",
                  RuntimeTypes.AWS_ENDPOINT,
                  TargetStatements.literal(service.prefix()),
                  settings)));
    }
    return CodeBlock.of(
        "$T.parse($L)$L",
        RuntimeTypes.AWS_ENDPOINT,
        new UriValues(target, service.pathValues(), overrides).text(service.prefix()),
        settings);
  }
}
