package io.gatemason.generator.emit.method;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import io.gatemason.generator.emit.code.ClassMembers;
import io.gatemason.generator.layout.integration.FunctionTarget;
import io.gatemason.generator.layout.integration.HttpTarget;
import io.gatemason.generator.layout.integration.IntegrationTarget;
import io.gatemason.generator.layout.integration.ServiceTarget;
import io.gatemason.generator.layout.name.Names;
import io.gatemason.generator.model.Integration;
import io.gatemason.generator.model.MappingText;
import io.gatemason.generator.model.MappingText.Piece;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Statements that say where an integration request goes, one kind per target. */
interface TargetStatements {
  /** The time limit that endpoints have by themselves. */
  int DEFAULT_TIMEOUT_MILLIS = Math.toIntExact(Integration.USUAL_TIMEOUT.toMillis());

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

  /** The type of {@code request}. */
  ClassName requestType();

  /** Declares {@code request}, made by one of its factories; no verb is the client's own. */
  static void start(
      CodeBlock.Builder code, ClassName type, String factory, Optional<String> httpMethod) {
    code.addStatement(
        "$T request = $T.$N(exchange, $S)", type, type, factory, httpMethod.orElse("ANY"));
  }

  /** The time limit of an endpoint that is not the usual one. */
  static CodeBlock timeout(Duration timeout) {
    return timeout.toMillis() == DEFAULT_TIMEOUT_MILLIS
        ? CodeBlock.of("")
        : CodeBlock.of(".withTimeoutMillis($L)", timeout.toMillis());
  }

  /** Whether {@link #to} or {@link #sendArgument} reads a field of the class. */
  boolean readsFields();

  /**
   * What an ARN names: a constant if the document fixes it, a field if stage variables do.
   *
   * @param type the class with {@code of}, {@code parse} and {@code withCredentials}
   * @param name the field's name, of which the constant's is made
   * @param credentials the role that calls it; no pieces where there is none
   */
  static CodeBlock named(
      ClassName type,
      String name,
      List<Piece> arn,
      Duration timeout,
      List<Piece> credentials,
      UriValues values) {
    CodeBlock factory = CodeBlock.of("$T.$L", type, isLiteral(arn) ? "of" : "parse");
    if (!isFixed(arn) || !isFixed(credentials)) {
      CodeBlock role =
          credentials.isEmpty()
              ? CodeBlock.of("")
              : CodeBlock.of(".withCredentials($L)", values.text(credentials));
      return CodeBlock.of("$L($L)$L$L", factory, values.text(arn), timeout(timeout), role);
    }
    CodeBlock role =
        credentials.isEmpty()
            ? CodeBlock.of("")
            : CodeBlock.of(".withCredentials($L)", UriValues.atStart(credentials));
    CodeBlock value =
        CodeBlock.of("$L($L)$L$L", factory, UriValues.atStart(arn), timeout(timeout), role);
    if (isLiteral(arn) && isLiteral(credentials)) {
      return CodeBlock.of("$N", values.target().constant(type, Names.constant(name), value));
    }
    values.target().field(type, name, value);
    return CodeBlock.of("$N", name);
  }

  /** Whether an ARN is a field: stage variables are in it, and nothing of a request. */
  static boolean isField(List<Piece> arn, List<Piece> credentials) {
    return isFixed(arn) && isFixed(credentials) && !(isLiteral(arn) && isLiteral(credentials));
  }

  /** Whether a text is known when the service starts. */
  static boolean isFixed(List<Piece> pieces) {
    return pieces.stream().noneMatch(MappingText.Placeholder.class::isInstance);
  }

  /** Whether a text is the same for every request. */
  static boolean isLiteral(List<Piece> pieces) {
    return pieces.stream().allMatch(MappingText.Literal.class::isInstance);
  }
}
