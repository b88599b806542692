package io.gatemason.generator.model.http;

import io.gatemason.generator.source.Range;

/**
 * One change of a request or response.
 *
 * @param action what is done
 * @param target to what
 * @param name the header or query parameter; empty for path and status code
 * @param value empty text for {@code remove}
 * @param range the mapping's key
 */
public record ParameterChange(
    Action action, Target target, String name, MappingValue value, Range range) {

  /** What is done, in the order in which changes are made. */
  public enum Action {
    REMOVE,
    OVERWRITE,
    APPEND
  }

  /** What is changed. */
  public enum Target {
    HEADER,
    QUERYSTRING,
    PATH,
    STATUSCODE
  }
}
