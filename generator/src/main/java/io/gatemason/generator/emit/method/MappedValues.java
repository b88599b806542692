package io.gatemason.generator.emit.method;

import com.palantir.javapoet.CodeBlock;
import io.gatemason.generator.emit.code.ClassMembers;
import io.gatemason.generator.emit.code.SourceValues;
import io.gatemason.generator.layout.name.RuntimeTypes;
import io.gatemason.generator.model.http.MappingValue;
import io.gatemason.generator.model.http.MappingValue.ContextVariable;
import io.gatemason.generator.model.http.MappingValue.Literal;
import io.gatemason.generator.model.http.MappingValue.PathParameter;
import io.gatemason.generator.model.http.MappingValue.Piece;
import io.gatemason.generator.model.http.MappingValue.QueryParameter;
import io.gatemason.generator.model.http.MappingValue.RequestBody;
import io.gatemason.generator.model.http.MappingValue.RequestHeader;
import io.gatemason.generator.model.http.MappingValue.RequestPath;
import io.gatemason.generator.model.http.MappingValue.ResponseBody;
import io.gatemason.generator.model.http.MappingValue.ResponseHeader;
import io.gatemason.generator.model.http.MappingValue.StageVariable;
import java.util.List;

/** Expressions that give the values of an HTTP API's mappings as value lists. */
final class MappedValues {
  private MappedValues() {}

  /** The value; a constant list where nothing of a request is in it. */
  static CodeBlock of(MappingValue value, ClassMembers target) {
    if (value.pieces().isEmpty()) {
      return CodeBlock.of("$T.of($S)", List.class, "");
    }
    if (value.pieces().size() == 1) {
      return piece(value.pieces().get(0), target);
    }
    return CodeBlock.of(
        "$T.of($L)",
        RuntimeTypes.MAPPED_TEXT,
        value.pieces().stream().map(each -> piece(each, target)).collect(CodeBlock.joining(", ")));
  }

  private static CodeBlock piece(Piece piece, ClassMembers target) {
    if (piece instanceof Literal literal) {
      return CodeBlock.of("$T.of($S)", List.class, literal.text());
    }
    if (piece instanceof RequestHeader header) {
      return CodeBlock.of("$T.header(exchange, $S)", RuntimeTypes.MAPPED_TEXT, header.name());
    }
    if (piece instanceof QueryParameter query) {
      return CodeBlock.of("$T.query(exchange, $S)", RuntimeTypes.MAPPED_TEXT, query.name());
    }
    if (piece instanceof RequestBody body) {
      return body.jsonPath().isEmpty()
          ? CodeBlock.of("$T.body(exchange)", RuntimeTypes.MAPPED_TEXT)
          : CodeBlock.of(
              "$T.bodyPath(exchange, $N)",
              RuntimeTypes.MAPPED_TEXT,
              target.jsonPath(body.jsonPath()));
    }
    if (piece instanceof RequestPath) {
      return CodeBlock.of("$T.path(exchange)", RuntimeTypes.MAPPED_TEXT);
    }
    if (piece instanceof PathParameter path) {
      return CodeBlock.of("$T.pathParameter(exchange, $S)", RuntimeTypes.MAPPED_TEXT, path.name());
    }
    if (piece instanceof ResponseHeader header) {
      return CodeBlock.of("reply.header($S)", header.name());
    }
    if (piece instanceof ResponseBody body) {
      return body.jsonPath().isEmpty()
          ? CodeBlock.of("reply.body()")
          : CodeBlock.of("reply.bodyPath($N)", target.jsonPath(body.jsonPath()));
    }
    if (piece instanceof ContextVariable variable) {
      return SourceValues.contextVariable(variable.path());
    }
    if (piece instanceof StageVariable variable) {
      return CodeBlock.of("exchange.stageVariable($S)", variable.name());
    }
    return CodeBlock.of("$T.<$T>of()", List.class, String.class);
  }
}
