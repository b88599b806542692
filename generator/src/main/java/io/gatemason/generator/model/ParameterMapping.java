package io.gatemason.generator.model;

import io.gatemason.generator.source.Range;

/**
 * Copies one value.
 *
 * @param target where to
 * @param name the header, query parameter or URI variable, as written
 * @param source where from
 * @param range the mapping's key
 */
public record ParameterMapping(Target target, String name, Source source, Range range) {

  /** The left side. */
  public enum Target {
    REQUEST_HEADER,
    REQUEST_QUERYSTRING,
    REQUEST_PATH,
    /** {@code method.response.header} or {@code gatewayresponse.header}. */
    RESPONSE_HEADER
  }

  /** The right side. */
  public sealed interface Source {

    /** Does something for each kind of source. */
    interface Visitor<R> {
      /** See {@link Literal}. */
      R literal(Literal source);

      /** See {@link PathParameter}. */
      R pathParameter(PathParameter source);

      /** See {@link QueryParameter}. */
      R queryParameter(QueryParameter source);

      /** See {@link RequestHeader}. */
      R requestHeader(RequestHeader source);

      /** See {@link RequestBody}. */
      R requestBody(RequestBody source);

      /** See {@link ResponseHeader}. */
      R responseHeader(ResponseHeader source);

      /** See {@link ResponseBody}. */
      R responseBody(ResponseBody source);

      /** See {@link ContextVariable}. */
      R contextVariable(ContextVariable source);

      /** See {@link StageVariable}. */
      R stageVariable(StageVariable source);

      /** See {@link AnyParameter}. */
      R anyParameter(AnyParameter source);
    }

    /** Calls the visitor's member for this kind. */
    <R> R accept(Visitor<R> visitor);

    /** Whether it is read from the integration's response. */
    default boolean ofResponse() {
      return false;
    }
  }

  /** {@code 'text'}. */
  public record Literal(String text) implements Source {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.literal(this);
    }
  }

  /** {@code method.request.path.name}: the raw segment. */
  public record PathParameter(String name) implements Source {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.pathParameter(this);
    }
  }

  /** {@code method.request.[multivalue]querystring.name}. */
  public record QueryParameter(String name, boolean multiValue) implements Source {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.queryParameter(this);
    }
  }

  /** {@code method.request.[multivalue]header.name}. */
  public record RequestHeader(String name, boolean multiValue) implements Source {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.requestHeader(this);
    }
  }

  /**
   * {@code method.request.body[.JSONPath]}.
   *
   * @param jsonPath without the leading {@code $.}; empty for the whole body
   */
  public record RequestBody(String jsonPath) implements Source {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.requestBody(this);
    }
  }

  /** {@code integration.response.[multivalue]header.name}. */
  public record ResponseHeader(String name, boolean multiValue) implements Source {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.responseHeader(this);
    }

    @Override
    public boolean ofResponse() {
      return true;
    }
  }

  /**
   * {@code integration.response.body[.JSONPath]}.
   *
   * @param jsonPath without the leading {@code $.}; empty for the whole body
   */
  public record ResponseBody(String jsonPath) implements Source {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.responseBody(this);
    }

    @Override
    public boolean ofResponse() {
      return true;
    }
  }

  /**
   * {@code context.path}.
   *
   * @param path dotted, without {@code context.}
   */
  public record ContextVariable(String path) implements Source {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.contextVariable(this);
    }
  }

  /** {@code stageVariables.name}. */
  public record StageVariable(String name) implements Source {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.stageVariable(this);
    }
  }

  /** {@code method.input.params.name}, in gateway responses: path, query string, then header. */
  public record AnyParameter(String name) implements Source {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.anyParameter(this);
    }
  }
}
