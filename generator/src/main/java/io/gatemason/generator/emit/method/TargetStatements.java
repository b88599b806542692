package io.gatemason.generator.emit.method;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import io.gatemason.generator.emit.code.ClassMembers;
import io.gatemason.generator.layout.integration.FunctionTarget;
import io.gatemason.generator.layout.integration.HttpTarget;
import io.gatemason.generator.layout.integration.IntegrationTarget;
import io.gatemason.generator.layout.integration.ServiceTarget;
import io.gatemason.generator.layout.name.RuntimeTypes;
import io.gatemason.generator.model.MappingText;
import io.gatemason.generator.model.MappingText.Piece;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Statements that say where an integration request goes, one kind per target. */
interface TargetStatements {
  /** The time limit that endpoints have by themselves. */
  int DEFAULT_TIMEOUT_MILLIS = 29_000;

  /** The statements for a target. */
  static TargetStatements of(IntegrationTarget target, ClassMembers type, boolean overrides) {
    return target.accept(
        new IntegrationTarget.Visitor<>() {
          @Override
          public TargetStatements http(HttpTarget http) {
            return new HttpTargetStatements(http, type, overrides);
          }

          @Override
          public TargetStatements function(FunctionTarget function) {
            return new FunctionTargetStatements(function, type);
          }

          @Override
          public TargetStatements service(ServiceTarget service) {
            return new ServiceTargetStatements(service, type, overrides);
          }
        });
  }

  /** Declares {@code request}. */
  void start(CodeBlock.Builder code);

  /** Says where the request goes. */
  void to(CodeBlock.Builder code);

  /** What {@code send} is given after exchange and request, with a comma before it. */
  default CodeBlock sendArgument() {
    return CodeBlock.of("");
  }

  /** Declares {@code request}, made by one of its factories; no verb is the client's own. */
  static void start(CodeBlock.Builder code, String factory, Optional<String> httpMethod) {
    code.addStatement(
        "$T request = $T.$N(exchange, $S)",
        RuntimeTypes.INTEGRATION_REQUEST,
        RuntimeTypes.INTEGRATION_REQUEST,
        factory,
        httpMethod.orElse("ANY"));
  }

  /** The time limit of an endpoint that is not the usual one. */
  static CodeBlock timeout(Duration timeout) {
    return timeout.toMillis() == DEFAULT_TIMEOUT_MILLIS
        ? CodeBlock.of("")
        : CodeBlock.of(".withTimeoutMillis($L)", timeout.toMillis());
  }

  /**
   * What an ARN names: a constant as far as it is the same for every request.
   *
   * @param type the class with {@code of}, {@code parse} and {@code withCredentials}
   * @param credentials the role that calls it; no pieces where there is none
   */
  static CodeBlock named(
      ClassName type,
      String constant,
      List<Piece> arn,
      Duration timeout,
      List<Piece> credentials,
      UriValues values) {
    boolean fixedRole = isLiteral(credentials);
    CodeBlock settings =
        credentials.isEmpty() || !fixedRole
            ? timeout(timeout)
            : CodeBlock.of("$L.withCredentials($S)", timeout(timeout), literal(credentials));
    CodeBlock found =
        isLiteral(arn)
            ? CodeBlock.of(
                "$N",
                values
                    .target()
                    .constant(
                        type, constant, CodeBlock.of("$T.of($S)$L", type, literal(arn), settings)))
            : CodeBlock.of("$T.parse($L)$L", type, values.text(arn), settings);
    return fixedRole
        ? found
        : CodeBlock.of("$L.withCredentials($L)", found, values.text(credentials));
  }

  /** Whether a text is the same for every request. */
  static boolean isLiteral(List<Piece> pieces) {
    return pieces.stream().allMatch(MappingText.Literal.class::isInstance);
  }

  /** A text that is the same for every request. */
  static String literal(List<Piece> pieces) {
    return pieces.stream()
        .map(piece -> ((MappingText.Literal) piece).text())
        .collect(Collectors.joining());
  }
}
