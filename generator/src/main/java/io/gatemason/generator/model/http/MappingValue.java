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
  public sealed interface Piece {

    /** Does something for each kind of piece. */
    interface Visitor<R> {
      /** See {@link Literal}. */
      R literal(Literal piece);

      /** See {@link RequestHeader}. */
      R requestHeader(RequestHeader piece);

      /** See {@link QueryParameter}. */
      R queryParameter(QueryParameter piece);

      /** See {@link RequestBody}. */
      R requestBody(RequestBody piece);

      /** See {@link RequestPath}. */
      R requestPath(RequestPath piece);

      /** See {@link PathParameter}. */
      R pathParameter(PathParameter piece);

      /** See {@link ResponseHeader}. */
      R responseHeader(ResponseHeader piece);

      /** See {@link ResponseBody}. */
      R responseBody(ResponseBody piece);

      /** See {@link ContextVariable}. */
      R contextVariable(ContextVariable piece);

      /** See {@link StageVariable}. */
      R stageVariable(StageVariable piece);

      /** See {@link Unknown}. */
      R unknown(Unknown piece);
    }

    /** Calls the visitor's member for this kind. */
    <R> R accept(Visitor<R> visitor);
  }

  /** Text as it is. */
  public record Literal(String text) implements Piece {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.literal(this);
    }
  }

  /** {@code $request.header.name}: all values, joined by commas. */
  public record RequestHeader(String name) implements Piece {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.requestHeader(this);
    }
  }

  /** {@code $request.querystring.name}: all values, joined by commas. */
  public record QueryParameter(String name) implements Piece {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.queryParameter(this);
    }
  }

  /**
   * {@code $request.body[.JSONPath]}.
   *
   * @param jsonPath empty for the whole body
   */
  public record RequestBody(String jsonPath) implements Piece {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.requestBody(this);
    }
  }

  /** {@code $request.path}: without the stage. */
  public record RequestPath() implements Piece {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.requestPath(this);
    }
  }

  /** {@code $request.path.name}. */
  public record PathParameter(String name) implements Piece {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.pathParameter(this);
    }
  }

  /** {@code $response.header.name}: all values, joined by commas. */
  public record ResponseHeader(String name) implements Piece {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.responseHeader(this);
    }
  }

  /**
   * {@code $response.body[.JSONPath]}.
   *
   * @param jsonPath empty for the whole body
   */
  public record ResponseBody(String jsonPath) implements Piece {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.responseBody(this);
    }
  }

  /** {@code $context.path}. */
  public record ContextVariable(String path) implements Piece {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.contextVariable(this);
    }
  }

  /** {@code $stageVariables.name}. */
  public record StageVariable(String name) implements Piece {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.stageVariable(this);
    }
  }

  /** An expression that is none of these, which is always missing. */
  public record Unknown(String text) implements Piece {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.unknown(this);
    }
  }

  public MappingValue {
    pieces = List.copyOf(pieces);
  }
}
