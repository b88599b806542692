package io.gatemason.generator.emit.code;

import com.palantir.javapoet.CodeBlock;
import io.gatemason.generator.layout.name.RuntimeTypes;
import io.gatemason.generator.model.ContextNames;
import io.gatemason.generator.model.ParameterMapping.AnyParameter;
import io.gatemason.generator.model.ParameterMapping.ContextVariable;
import io.gatemason.generator.model.ParameterMapping.Literal;
import io.gatemason.generator.model.ParameterMapping.PathParameter;
import io.gatemason.generator.model.ParameterMapping.QueryParameter;
import io.gatemason.generator.model.ParameterMapping.RequestBody;
import io.gatemason.generator.model.ParameterMapping.RequestHeader;
import io.gatemason.generator.model.ParameterMapping.ResponseBody;
import io.gatemason.generator.model.ParameterMapping.ResponseHeader;
import io.gatemason.generator.model.ParameterMapping.Source;
import io.gatemason.generator.model.ParameterMapping.StageVariable;

/**
 * Expressions that give the value of a mapping's right side.
 *
 * @param target takes constants
 */
public record SourceValues(ClassMembers target) implements Source.Visitor<CodeBlock> {

  private static final String CLAIMS = "claims.";

  /** A value list; a literal is plain text. */
  public static CodeBlock of(Source source, ClassMembers target) {
    return source.accept(new SourceValues(target));
  }

  /** Text; {@code ifMissing} where there is no value. */
  public static CodeBlock text(Source source, String ifMissing, ClassMembers target) {
    CodeBlock value = of(source, target);
    if (source instanceof Literal) {
      return value;
    }
    return source instanceof PathParameter path
        ? CodeBlock.of("exchange.pathParameter($S, $S)", path.name(), ifMissing)
        : CodeBlock.of("$T.text($L, $S)", RuntimeTypes.EXCHANGE, value, ifMissing);
  }

  /** The value list of a context variable that can have a value. */
  public static CodeBlock contextVariable(String path) {
    return path.startsWith(ContextNames.AUTHORIZER)
        ? CodeBlock.of("exchange.context().authorizer($L)", authorizerPath(path))
        : CodeBlock.of(
            "exchange.context().values($T.$N)",
            RuntimeTypes.CONTEXT_VARIABLE,
            ContextNames.constant(path));
  }

  @Override
  public CodeBlock literal(Literal source) {
    return CodeBlock.of("$S", source.text());
  }

  @Override
  public CodeBlock pathParameter(PathParameter source) {
    return CodeBlock.of("exchange.pathParameter($S)", source.name());
  }

  @Override
  public CodeBlock queryParameter(QueryParameter source) {
    return CodeBlock.of(
        "exchange.$N($S)",
        source.multiValue() ? "queryParameters" : "queryParameter",
        source.name());
  }

  @Override
  public CodeBlock requestHeader(RequestHeader source) {
    return CodeBlock.of(
        "exchange.$N($S)", source.multiValue() ? "headers" : "header", source.name());
  }

  @Override
  public CodeBlock requestBody(RequestBody source) {
    return body("exchange", source.jsonPath());
  }

  @Override
  public CodeBlock responseHeader(ResponseHeader source) {
    return CodeBlock.of(
        "response.$N($S)", source.multiValue() ? "headers" : "header", source.name());
  }

  @Override
  public CodeBlock responseBody(ResponseBody source) {
    return body("response", source.jsonPath());
  }

  @Override
  public CodeBlock contextVariable(ContextVariable source) {
    return contextVariable(source.path());
  }

  @Override
  public CodeBlock stageVariable(StageVariable source) {
    return CodeBlock.of("exchange.stageVariable($S)", source.name());
  }

  @Override
  public CodeBlock anyParameter(AnyParameter source) {
    return CodeBlock.of("exchange.anyParameter($S)", source.name());
  }

  private CodeBlock body(String owner, String jsonPath) {
    return jsonPath.isEmpty()
        ? CodeBlock.of("$L.body()", owner)
        : CodeBlock.of("$L.bodyPath($N)", owner, target.jsonPath(jsonPath));
  }

  /** Claims have names with dots and slashes in them; other entries have not. */
  private static CodeBlock authorizerPath(String path) {
    String name = path.substring(ContextNames.AUTHORIZER.length());
    return name.startsWith(CLAIMS)
        ? CodeBlock.of("$S, $S", "claims", name.substring(CLAIMS.length()))
        : CodeBlock.of("$S", name);
  }
}
