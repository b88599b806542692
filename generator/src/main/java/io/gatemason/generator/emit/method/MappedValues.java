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
import io.gatemason.generator.model.http.MappingValue.Unknown;
import java.util.List;

/**
 * Expressions that give the values of an HTTP API's mappings as value lists.
 *
 * @param target takes constants
 */
record MappedValues(ClassMembers target) implements Piece.Visitor<CodeBlock> {

  /** The value; a constant list where nothing of a request is in it. */
  static CodeBlock of(MappingValue value, ClassMembers target) {
    if (value.pieces().isEmpty()) {
      return CodeBlock.of("$T.of($S)", List.class, "");
    }
    MappedValues values = new MappedValues(target);
    if (value.pieces().size() == 1) {
      return value.pieces().get(0).accept(values);
    }
    return CodeBlock.of(
        "$T.of($L)",
        RuntimeTypes.MAPPED_TEXT,
        value.pieces().stream()
            .map(piece -> piece.accept(values))
            .collect(CodeBlock.joining(", ")));
  }

  @Override
  public CodeBlock literal(Literal piece) {
    return CodeBlock.of("$T.of($S)", List.class, piece.text());
  }

  @Override
  public CodeBlock requestHeader(RequestHeader piece) {
    return CodeBlock.of("$T.header(exchange, $S)", RuntimeTypes.MAPPED_TEXT, piece.name());
  }

  @Override
  public CodeBlock queryParameter(QueryParameter piece) {
    return CodeBlock.of("$T.query(exchange, $S)", RuntimeTypes.MAPPED_TEXT, piece.name());
  }

  @Override
  public CodeBlock requestBody(RequestBody piece) {
    return piece.jsonPath().isEmpty()
        ? CodeBlock.of("$T.body(exchange)", RuntimeTypes.MAPPED_TEXT)
        : CodeBlock.of(
            "$T.bodyPath(exchange, $N)",
            RuntimeTypes.MAPPED_TEXT,
            target.jsonPath(piece.jsonPath()));
  }

  @Override
  public CodeBlock requestPath(RequestPath piece) {
    return CodeBlock.of("$T.path(exchange)", RuntimeTypes.MAPPED_TEXT);
  }

  @Override
  public CodeBlock pathParameter(PathParameter piece) {
    return CodeBlock.of("$T.pathParameter(exchange, $S)", RuntimeTypes.MAPPED_TEXT, piece.name());
  }

  @Override
  public CodeBlock responseHeader(ResponseHeader piece) {
    return CodeBlock.of("reply.header($S)", piece.name());
  }

  @Override
  public CodeBlock responseBody(ResponseBody piece) {
    return piece.jsonPath().isEmpty()
        ? CodeBlock.of("reply.body()")
        : CodeBlock.of("reply.bodyPath($N)", target.jsonPath(piece.jsonPath()));
  }

  @Override
  public CodeBlock contextVariable(ContextVariable piece) {
    return SourceValues.contextVariable(piece.path());
  }

  @Override
  public CodeBlock stageVariable(StageVariable piece) {
    return CodeBlock.of("exchange.stageVariable($S)", piece.name());
  }

  @Override
  public CodeBlock unknown(Unknown piece) {
    return CodeBlock.of("$T.<$T>of()", List.class, String.class);
  }
}
