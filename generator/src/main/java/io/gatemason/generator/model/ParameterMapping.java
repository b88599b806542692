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
  public sealed interface Source {}

  /** {@code 'text'}. */
  public record Literal(String text) implements Source {}

  /** {@code method.request.path.name}: the raw segment. */
  public record PathParameter(String name) implements Source {}

  /** {@code method.request.[multivalue]querystring.name}. */
  public record QueryParameter(String name, boolean multiValue) implements Source {}

  /** {@code method.request.[multivalue]header.name}. */
  public record RequestHeader(String name, boolean multiValue) implements Source {}

  /**
   * {@code method.request.body[.JSONPath]}.
   *
   * @param jsonPath without the leading {@code $.}; empty for the whole body
   */
  public record RequestBody(String jsonPath) implements Source {}

  /** {@code integration.response.[multivalue]header.name}. */
  public record ResponseHeader(String name, boolean multiValue) implements Source {}

  /**
   * {@code integration.response.body[.JSONPath]}.
   *
   * @param jsonPath without the leading {@code $.}; empty for the whole body
   */
  public record ResponseBody(String jsonPath) implements Source {}

  /**
   * {@code context.path}.
   *
   * @param path dotted, without {@code context.}
   */
  public record ContextVariable(String path) implements Source {}

  /** {@code stageVariables.name}. */
  public record StageVariable(String name) implements Source {}

  /** {@code method.input.params.name}, in gateway responses: path, query string, then header. */
  public record AnyParameter(String name) implements Source {}
}
