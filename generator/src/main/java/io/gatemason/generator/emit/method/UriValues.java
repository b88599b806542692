package io.gatemason.generator.emit.method;

import com.palantir.javapoet.CodeBlock;
import io.gatemason.generator.emit.code.ClassMembers;
import io.gatemason.generator.emit.code.SourceValues;
import io.gatemason.generator.model.MappingText;
import io.gatemason.generator.model.MappingText.Piece;
import io.gatemason.generator.model.ParameterMapping;
import java.util.List;
import java.util.Map;

/**
 * Expressions that put URIs together.
 *
 * @param target takes constants
 * @param sources the mapping source of each placeholder that has one
 * @param overrides whether {@code overrides} is at hand and comes first
 */
record UriValues(
    ClassMembers target, Map<String, ParameterMapping.Source> sources, boolean overrides) {

  /** What gives a stage variable when the service starts. */
  static final String STAGE = "stage.variable";

  /** What gives a stage variable while a request is served. */
  static final String EXCHANGE = "exchange.stageVariableText";

  /** The pieces joined when the service starts; none of them is a request's. */
  static CodeBlock atStart(List<Piece> pieces) {
    return fixed(pieces, STAGE);
  }

  /**
   * The pieces joined, none of which is a request's.
   *
   * @param stageVariable what gives a stage variable
   */
  static CodeBlock fixed(List<Piece> pieces, String stageVariable) {
    return pieces.stream()
        .map(
            piece ->
                piece instanceof MappingText.StageVariable variable
                    ? CodeBlock.of("$L($S)", stageVariable, variable.name())
                    : CodeBlock.of("$S", ((MappingText.Literal) piece).text()))
        .collect(CodeBlock.joining(" + "));
  }

  /** The pieces joined; a placeholder without a value stays as it is written. */
  CodeBlock text(List<Piece> pieces) {
    return pieces.isEmpty()
        ? CodeBlock.of("$S", "")
        : pieces.stream().map(this::piece).collect(CodeBlock.joining(" + "));
  }

  private CodeBlock piece(Piece piece) {
    if (piece instanceof MappingText.Literal literal) {
      return CodeBlock.of("$S", literal.text());
    }
    if (piece instanceof MappingText.StageVariable variable) {
      return CodeBlock.of("$L($S)", EXCHANGE, variable.name());
    }
    String name = ((MappingText.Placeholder) piece).name();
    ParameterMapping.Source source = sources.get(name);
    CodeBlock mapped =
        source == null
            ? CodeBlock.of("$S", "{" + name + "}")
            : SourceValues.text(source, "{" + name + "}", target);
    return overrides ? CodeBlock.of("overrides.requestPath($S, $L)", name, mapped) : mapped;
  }
}
