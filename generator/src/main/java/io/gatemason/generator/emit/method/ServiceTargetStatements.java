package io.gatemason.generator.emit.method;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import io.gatemason.generator.emit.code.ClassMembers;
import io.gatemason.generator.layout.integration.ServiceTarget;
import io.gatemason.generator.layout.name.RuntimeTypes;

/** Statements for an AWS service. */
record ServiceTargetStatements(ServiceTarget service, ClassMembers target, boolean overrides)
    implements TargetStatements {

  @Override
  public ClassName requestType() {
    return RuntimeTypes.AWS_REQUEST;
  }

  @Override
  public void start(CodeBlock.Builder code) {
    TargetStatements.start(code, requestType(), "of", service.httpMethod());
  }

  @Override
  public boolean readsFields() {
    return TargetStatements.isField(service.prefix(), service.credentials());
  }

  @Override
  public void to(CodeBlock.Builder code) {
    UriValues values = new UriValues(target, service.pathValues(), overrides);
    CodeBlock endpoint =
        TargetStatements.named(
            RuntimeTypes.AWS_ENDPOINT,
            "endpoint",
            service.prefix(),
            service.timeout(),
            service.credentials(),
            values);
    if (service.action().isEmpty()) {
      code.addStatement("request.to($L, $L)", endpoint, values.text(service.path()));
      return;
    }
    code.addStatement("request.action($L, $L)", endpoint, values.text(service.action()));
    for (ServiceTarget.Parameter parameter : service.query()) {
      code.addStatement(
          "request.query($L, $L)", values.text(parameter.name()), values.text(parameter.value()));
    }
  }
}
