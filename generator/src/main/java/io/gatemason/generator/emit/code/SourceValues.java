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
import java.util.List;

/** Expressions that give the value of a mapping's right side. */
public final class SourceValues {
  private static final String AUTHORIZER = "authorizer.";
  private static final String CLAIMS = "claims.";

  private SourceValues() {}

  /** A value list; a literal is plain text. */
  public static CodeBlock of(Source source, ClassMembers target) {
    if (source instanceof Literal literal) {
      return CodeBlock.of("$S", literal.text());
    }
    if (source instanceof RequestBody body) {
      return body.jsonPath().isEmpty()
          ? CodeBlock.of("exchange.body()")
          : CodeBlock.of("exchange.bodyPath($N)", target.jsonPath(body.jsonPath()));
    }
    if (source instanceof ResponseBody body) {
      return body.jsonPath().isEmpty()
          ? CodeBlock.of("response.body()")
          : CodeBlock.of("response.bodyPath($N)", target.jsonPath(body.jsonPath()));
    }
    if (source instanceof ContextVariable variable) {
      return contextVariable(variable.path());
    }
    return parameter(source);
  }

  /** Text; {@code ifMissing} where there is no value. */
  public static CodeBlock text(Source source, String ifMissing, ClassMembers target) {
    if (source instanceof Literal literal) {
      return CodeBlock.of("$S", literal.text());
    }
    if (source instanceof PathParameter path) {
      return CodeBlock.of("exchange.pathParameter($S, $S)", path.name(), ifMissing);
    }
    return CodeBlock.of("$T.text($L, $S)", RuntimeTypes.EXCHANGE, of(source, target), ifMissing);
  }

  /** The value list of a context variable, an empty one where nothing has that name. */
  public static CodeBlock contextVariable(String path) {
    if (ContextNames.inMappings().contains(path)) {
      return CodeBlock.of(
          "exchange.context().values($T.$N)",
          RuntimeTypes.CONTEXT_VARIABLE,
          ContextNames.constant(path));
    }
    if (path.startsWith(AUTHORIZER)) {
      return CodeBlock.of("exchange.context().authorizer($L)", authorizerPath(path));
    }
    return CodeBlock.of("$T.<$T>of()", List.class, String.class);
  }

  /** Claims have names with dots and slashes in them; other entries have not. */
  private static CodeBlock authorizerPath(String path) {
    String name = path.substring(AUTHORIZER.length());
    return name.startsWith(CLAIMS)
        ? CodeBlock.of("$S, $S", "claims", name.substring(CLAIMS.length()))
        : CodeBlock.of("$S", name);
  }

  private static CodeBlock parameter(Source source) {
    if (source instanceof PathParameter path) {
      return CodeBlock.of("exchange.pathParameter($S)", path.name());
    }
    if (source instanceof QueryParameter query) {
      return CodeBlock.of(
          "exchange.$N($S)",
          query.multiValue() ? "queryParameters" : "queryParameter",
          query.name());
    }
    if (source instanceof RequestHeader header) {
      return CodeBlock.of(
          "exchange.$N($S)", header.multiValue() ? "headers" : "header", header.name());
    }
    if (source instanceof ResponseHeader header) {
      return CodeBlock.of(
          "response.$N($S)", header.multiValue() ? "headers" : "header", header.name());
    }
    if (source instanceof StageVariable variable) {
      return CodeBlock.of("exchange.stageVariable($S)", variable.name());
    }
    return CodeBlock.of("exchange.anyParameter($S)", ((AnyParameter) source).name());
  }
}
