package io.gatemason.generator.model;

import java.util.List;
import java.util.Optional;

/**
 * An expression of a WebSocket API that selects a route, a template or a model by its result
 * (docs/behaviour/websocket.md#selection).
 *
 * @param text as written
 * @param parts whose values make the result, one after the other
 */
public record SelectionExpression(String text, List<Part> parts) {

  /** A part of an expression. */
  public sealed interface Part {

    /** Does something for each kind of part. */
    interface Visitor<R> {
      /** See {@link Literal}. */
      R literal(Literal part);

      /** See {@link Body}. */
      R body(Body part);

      /** See {@link Status}. */
      R status(Status part);

      /** See {@link ResponseHeader}. */
      R responseHeader(ResponseHeader part);
    }

    /** Calls the visitor's member for this kind. */
    <R> R accept(Visitor<R> visitor);
  }

  /** Text as it is. */
  public record Literal(String text) implements Part {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.literal(this);
    }
  }

  /**
   * {@code request.body.path}.
   *
   * @param jsonPath empty for the whole body
   */
  public record Body(String jsonPath) implements Part {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.body(this);
    }
  }

  /** {@code integration.response.statuscode}. */
  public record Status() implements Part {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.status(this);
    }
  }

  /** {@code integration.response.[multivalue]header.name}. */
  public record ResponseHeader(String name, boolean multiValue) implements Part {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.responseHeader(this);
    }
  }

  public SelectionExpression {
    parts = List.copyOf(parts);
  }

  /** The result where it is the same for all messages. */
  public Optional<String> constant() {
    StringBuilder all = new StringBuilder();
    for (Part part : parts) {
      if (!(part instanceof Literal literal)) {
        return Optional.empty();
      }
      all.append(literal.text());
    }
    return Optional.of(all.toString());
  }
}
