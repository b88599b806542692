package io.gatemason.generator.model.http;

import java.util.List;

/**
 * A value of a parameter mapping, an identity source or a service parameter: texts and expressions
 * one after the other. It is missing if any of its expressions is.
 *
 * @param text as written
 * @param pieces in order; none for empty text
 */
public record MappingValue(String text, List<Piece> pieces) {

  /** A part of a value. */
  public sealed interface Piece {}

  /** Text as it is. */
  public record Literal(String text) implements Piece {}

  /** {@code $request.header.name}: all values, joined by commas. */
  public record RequestHeader(String name) implements Piece {}

  /** {@code $request.querystring.name}: all values, joined by commas. */
  public record QueryParameter(String name) implements Piece {}

  /**
   * {@code $request.body[.JSONPath]}.
   *
   * @param jsonPath empty for the whole body
   */
  public record RequestBody(String jsonPath) implements Piece {}

  /** {@code $request.path}: without the stage. */
  public record RequestPath() implements Piece {}

  /** {@code $request.path.name}. */
  public record PathParameter(String name) implements Piece {}

  /** {@code $response.header.name}: all values, joined by commas. */
  public record ResponseHeader(String name) implements Piece {}

  /**
   * {@code $response.body[.JSONPath]}.
   *
   * @param jsonPath empty for the whole body
   */
  public record ResponseBody(String jsonPath) implements Piece {}

  /** {@code $context.path}. */
  public record ContextVariable(String path) implements Piece {}

  /** {@code $stageVariables.name}. */
  public record StageVariable(String name) implements Piece {}

  /** An expression that is none of these, which is always missing. */
  public record Unknown(String text) implements Piece {}

  public MappingValue {
    pieces = List.copyOf(pieces);
  }
}
