package io.gatemason.generator.model.rest;

import io.gatemason.generator.model.Api;
import io.gatemason.generator.source.Range;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The public request side of a method.
 *
 * @param parameters path, query and header parameters in document order, implied ones last
 * @param models the names in {@link RestApi#payloadModels()} by content type
 * @param validator what is validated; empty for nothing
 */
public record MethodRequest(
    List<Parameter> parameters,
    Map<String, PayloadModelReference> models,
    Optional<RequestValidator> validator) {

  /**
   * A declared parameter.
   *
   * @param location where it is sent
   * @param name its name
   * @param required whether it must be there and not blank
   * @param range the declaration; the path's key where the variable was not declared
   */
  public record Parameter(Location location, String name, boolean required, Range range) {

    /** The parameter in words. */
    Api.Parameter declared() {
      return new Api.Parameter(location.word, name, required);
    }
  }

  /** Where a parameter is sent. */
  public enum Location {
    HEADER("header"),
    PATH("path"),
    QUERYSTRING("query");

    private final String word;

    Location(String word) {
      this.word = word;
    }
  }

  /**
   * A model of a request body.
   *
   * @param name a key of {@link RestApi#payloadModels()}
   * @param range where it is referred to
   */
  public record PayloadModelReference(String name, Range range) {}
}
