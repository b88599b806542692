package io.gatemason.generator.emit.method;

import com.palantir.javapoet.CodeBlock;
import io.gatemason.generator.emit.code.ClassMembers;
import io.gatemason.generator.layout.integration.HttpTarget;
import io.gatemason.generator.layout.name.RuntimeTypes;
import java.util.Optional;

/** Statements for an HTTP backend. */
record HttpTargetStatements(HttpTarget http, ClassMembers target, boolean overrides)
    implements TargetStatements {

  @Override
  public void start(CodeBlock.Builder code) {
    TargetStatements.start(code, "mapped", http.httpMethod());
  }

  @Override
  public void to(CodeBlock.Builder code) {
    UriValues values = new UriValues(target, http.pathValues(), overrides);
    Optional<CodeBlock> link =
        http.vpcLink()
            .filter(each -> !TargetStatements.isLiteral(each))
            .map(each -> CodeBlock.of(".withVpcLink($L)", values.text(each)));
    if (http.base().isPresent()) {
      code.addStatement(
          "request.to($N$L, $L)",
          constant(http.base().get()),
          link.orElse(CodeBlock.of("")),
          values.text(http.rest()));
    } else {
      code.addStatement(
          "$T uri = $T.parse($L)",
          RuntimeTypes.HTTP_URI,
          RuntimeTypes.HTTP_URI,
          values.text(http.rest()));
      code.addStatement(
          "request.to(uri.endpoint()$L$L, uri.path())", settings(), link.orElse(CodeBlock.of("")));
    }
  }

  private String constant(String base) {
    return target.constant(
        RuntimeTypes.HTTP_ENDPOINT,
        "ENDPOINT",
        CodeBlock.of("$T.of($S)$L", RuntimeTypes.HTTP_ENDPOINT, base, settings()));
  }

  private CodeBlock settings() {
    CodeBlock.Builder settings = CodeBlock.builder();
    settings.add(TargetStatements.timeout(http.timeout()));
    if (http.insecureSkipVerification()) {
      settings.add(".withInsecureSkipVerification()");
    }
    http.vpcLink()
        .filter(TargetStatements::isLiteral)
        .ifPresent(link -> settings.add(".withVpcLink($S)", TargetStatements.literal(link)));
    return settings.build();
  }
}
