package io.gatemason.generator.model;

import io.gatemason.generator.source.Range;
import java.util.List;

/**
 * Text with stage variables and path placeholders in it, such as an integration URI.
 *
 * @param pieces in order; neighbouring literals are one piece
 * @param range where it stands
 */
public record MappingText(List<Piece> pieces, Range range) {

  /** A part of the text. */
  public sealed interface Piece {}

  /** Text as it is. */
  public record Literal(String text) implements Piece {}

  /** {@code ${stageVariables.name}}: the value, or empty text where there is none. */
  public record StageVariable(String name) implements Piece {}

  /** {@code {name}}: the value mapped to the URI variable, or the braces as they are. */
  public record Placeholder(String name) implements Piece {}

  public MappingText {
    pieces = List.copyOf(pieces);
  }
}
