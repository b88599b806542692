package io.gatemason.generator.emit.auth;

import com.palantir.javapoet.CodeBlock;
import io.gatemason.generator.layout.name.RuntimeTypes;
import io.gatemason.generator.model.Authorizer;
import io.gatemason.generator.model.MappingText;
import java.util.List;

/** Expressions that make the runtime's authorizers, in the constructor of a stage. */
final class AuthorizerExpressions {
  private static final String HEADER = "method.request.header.";

  private AuthorizerExpressions() {}

  static CodeBlock of(Authorizer authorizer) {
    if (authorizer.principal().isPresent()) {
      return CodeBlock.of(
          "$T.of(stage.auth(), $S)", RuntimeTypes.FIXED_PRINCIPAL, authorizer.principal().get());
    }
    CodeBlock.Builder code = CodeBlock.builder().add(made(authorizer));
    authorizer.credentials().ifPresent(role -> code.add(".withCredentials($L)", text(role)));
    authorizer
        .identityValidationExpression()
        .filter(
            any ->
                authorizer.kind() == Authorizer.Kind.TOKEN
                    || authorizer.kind() == Authorizer.Kind.COGNITO_USER_POOLS)
        .ifPresent(
            expression ->
                code.add(
                    authorizer.kind() == Authorizer.Kind.TOKEN
                        ? ".withValidation($S)"
                        : ".withAudience($S)",
                    expression));
    return code.build();
  }

  private static CodeBlock made(Authorizer authorizer) {
    if (authorizer.kind() == Authorizer.Kind.COGNITO_USER_POOLS) {
      return CodeBlock.of(
          "$T.of(stage.auth(), $S, $L)",
          RuntimeTypes.USER_POOL_AUTHORIZER,
          header(authorizer),
          authorizer.providerArns().stream()
              .map(AuthorizerExpressions::text)
              .collect(CodeBlock.joining(", ")));
    }
    CodeBlock function = text(authorizer.function().orElseThrow());
    if (authorizer.kind() == Authorizer.Kind.TOKEN) {
      return CodeBlock.of(
          "$T.token(stage.auth(), $S, $L, $S, $L)",
          RuntimeTypes.LAMBDA_AUTHORIZER,
          authorizer.name(),
          function,
          header(authorizer),
          authorizer.resultTtlSeconds());
    }
    CodeBlock.Builder sources = CodeBlock.builder();
    authorizer.identitySources().forEach(source -> sources.add(", $S", source));
    if (authorizer.kind() == Authorizer.Kind.CONNECT) {
      return CodeBlock.of(
          "$T.connect(stage.auth(), $S, $L$L)",
          RuntimeTypes.LAMBDA_AUTHORIZER,
          authorizer.name(),
          function,
          sources.build());
    }
    return CodeBlock.of(
        "$T.request(stage.auth(), $S, $L, $L$L)",
        RuntimeTypes.LAMBDA_AUTHORIZER,
        authorizer.name(),
        function,
        authorizer.resultTtlSeconds(),
        sources.build());
  }

  private static String header(Authorizer authorizer) {
    return authorizer.identitySources().get(0).substring(HEADER.length());
  }

  /** The text with the stage's variables in it. */
  static CodeBlock text(MappingText text) {
    List<MappingText.Piece> pieces = text.pieces();
    return pieces.stream()
        .map(
            piece ->
                piece instanceof MappingText.StageVariable variable
                    ? CodeBlock.of("stage.variable($S)", variable.name())
                    : CodeBlock.of("$S", ((MappingText.Literal) piece).text()))
        .collect(CodeBlock.joining(" + "));
  }
}
