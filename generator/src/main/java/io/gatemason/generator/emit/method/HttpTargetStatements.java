package io.gatemason.generator.emit.method;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import io.gatemason.generator.emit.code.ClassMembers;
import io.gatemason.generator.layout.integration.HttpTarget;
import io.gatemason.generator.layout.name.RuntimeTypes;

/** Statements for an HTTP backend. */
record HttpTargetStatements(HttpTarget http, ClassMembers target, boolean overrides)
    implements TargetStatements {

  @Override
  public ClassName requestType() {
    return RuntimeTypes.HTTP_REQUEST;
  }

  @Override
  public void start(CodeBlock.Builder code) {
    TargetStatements.start(code, requestType(), "mapped", http.httpMethod());
  }

  @Override
  public boolean readsFields() {
    return !http.start().isEmpty() || (http.base().isPresent() && !linkIsKnown());
  }

  @Override
  public void to(CodeBlock.Builder code) {
    UriValues values = new UriValues(target, http.pathValues(), overrides);
    if (http.base().isPresent()) {
      code.addStatement(
          "request.to($N, $L)", endpoint(http.base().get()), values.text(http.rest()));
      return;
    }
    if (http.start().isEmpty()) {
      code.addStatement(
          "$T uri = $T.parse($L)$L",
          RuntimeTypes.HTTP_URI,
          RuntimeTypes.HTTP_URI,
          values.text(http.rest()),
          settings(UriValues.EXCHANGE));
    } else {
      target.field(
          RuntimeTypes.HTTP_URI,
          "uri",
          CodeBlock.of(
              "$T.parse($L)$L",
              RuntimeTypes.HTTP_URI,
              UriValues.atStart(http.start()),
              settings(UriValues.STAGE)));
    }
    CodeBlock rest =
        http.start().isEmpty() || http.rest().isEmpty()
            ? CodeBlock.of("")
            : CodeBlock.of(" + $L", values.text(http.rest()));
    code.addStatement("request.to(uri.endpoint(), uri.path()$L)", rest);
  }

  /** The name of a constant, or of a field where a stage variable names the VPC link. */
  private String endpoint(String base) {
    CodeBlock value =
        CodeBlock.of("$T.of($S)$L", RuntimeTypes.HTTP_ENDPOINT, base, settings(UriValues.STAGE));
    if (linkIsKnown()) {
      return target.constant(RuntimeTypes.HTTP_ENDPOINT, "ENDPOINT", value);
    }
    target.field(RuntimeTypes.HTTP_ENDPOINT, "endpoint", value);
    return "endpoint";
  }

  private boolean linkIsKnown() {
    return http.vpcLink().filter(link -> !TargetStatements.isLiteral(link)).isEmpty();
  }

  private CodeBlock settings(String stageVariable) {
    CodeBlock.Builder settings = CodeBlock.builder();
    settings.add(TargetStatements.timeout(http.timeout()));
    if (http.insecureSkipVerification()) {
      settings.add(".withInsecureSkipVerification()");
    }
    http.vpcLink()
        .ifPresent(link -> settings.add(".withVpcLink($L)", UriValues.fixed(link, stageVariable)));
    http.listener().ifPresent(arn -> settings.add(".withListener($S)", arn));
    return settings.build();
  }
}
